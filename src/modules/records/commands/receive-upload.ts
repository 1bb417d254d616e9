// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { BlobSource } from '../../../kernel/blob/index.ts';
import { type Caller, execute } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { admit, CLERK_LIMITS } from '../adapters/content/admit.ts';
import { detectType } from '../adapters/content/detect-type.ts';
import { safeName } from '../adapters/content/safe-name.ts';
import { blobSource } from '../adapters/blob-source.ts';
import { mayAddDocument } from '../rules/change-document.ts';
import { describeUpload, type UploadDescription } from '../rules/describe-upload.ts';
import { localDate } from '../rules/local-date.ts';
import { findCaseForChange } from '../store/cases.ts';
import { mayActInFile } from '../store/acting.ts';
import { beginUpload, findUpload, markRefused, markStored, type UploadRow } from '../store/uploads.ts';
import { registerDocument } from './register-document.ts';

/** Who uploads what, and where to. */
export interface Receiving {
  readonly runtime: Runtime;
  readonly caller: Caller;
}

/** How far an upload is; `document` is set once it has become one. */
export interface UploadProgress {
  readonly id: string;
  readonly offset: number;
  readonly document?: string | undefined;
}

const keptDays = 7;
const day = 86_400_000;

/** The upload's id comes from person, case and key: the same key finds the same upload, also after a lost answer. */
export function uploadIdOf(caller: Caller, caseId: string, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([caller.person, caseId, key]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What is known of a file before its bytes arrive. */
interface Announced {
  readonly case: string;
  readonly name: string;
  readonly size: number;
  readonly key: string;
  /** Which way it goes; what comes in unless somebody says so. */
  readonly direction?: UploadDescription['direction'] | undefined;
  /** What is known of it beside its name: better words than the file's name gives. */
  readonly words?: UploadWords | undefined;
}

/** What a document is called and of which days it is, when that is known before it is read. */
export interface UploadWords {
  readonly title?: string;
  readonly kind?: string;
  readonly datedOn?: string | null;
  readonly receivedOn?: string | null;
}

/** Announces a file for a case: refused at once when the case takes none, the name is empty or the file is too large. */
export async function announceUpload(receiving: Receiving, file: Announced): Promise<UploadProgress | Refusal> {
  if (file.size > CLERK_LIMITS.maxBytes) return new Refusal('too-large', 'records.upload.too-large');
  const row = await beginRow(receiving, file);
  return row instanceof Refusal ? row : progressOf(receiving.runtime, row);
}

function beginRow({ runtime, caller }: Receiving, file: Announced): Promise<UploadRow | Refusal> {
  const id = uploadIdOf(caller, file.case, file.key);
  const expiresOn = localDate(new Date(runtime.clock.now().getTime() + keptDays * day));
  return inCallersName({ runtime, caller }, async (tx) => {
    const into = await findCaseForChange(tx, file.case);
    if (!into) return new Refusal('not-found', 'records.case.not-found');
    const no = mayAddDocument(into) ?? (await mayActInFile(tx, caller, into));
    if (no) return no;
    const row = await beginUpload(tx, { id, case: file.case, name: safeName(file.name), size: file.size, expiresOn });
    return row ?? new Refusal('not-found', 'records.upload.not-found');
  });
}

/** Where an upload is asked for: its case stands in the address, too. */
export interface UploadAddress {
  readonly case: string;
  readonly id: string;
}

/** The upload at this address; one of another case is not there, whoever asks. */
async function findAddressed(receiving: Receiving, { case: caseId, id }: UploadAddress): Promise<UploadRow | undefined> {
  const row = await inCallersName(receiving, (tx) => findUpload(tx, id));
  return row?.case === caseId ? row : undefined;
}

/** Tells how far an upload is. */
export async function askUpload(receiving: Receiving, wanted: UploadAddress): Promise<UploadProgress | Refusal> {
  const row = await findAddressed(receiving, wanted);
  return progressOf(receiving.runtime, row);
}

/** Takes the next piece; with the last one the file is looked at, stored and registered. */
export async function continueUpload(
  receiving: Receiving,
  wanted: UploadAddress,
  piece: { offset: number; source: BlobSource },
): Promise<UploadProgress | Refusal> {
  const { runtime } = receiving;
  const { id } = wanted;
  const row = await findAddressed(receiving, wanted);
  if (!row) return new Refusal('not-found', 'records.upload.not-found');
  if (row.state === 'refused' || row.document !== null) return progressOf(runtime, row);
  // Whole already, but no document: we were killed in between, and the same client asks again.
  const before = await runtime.blobs.openUpload(id);
  const { offset } = before.result ? before : await runtime.blobs.append(id, piece.offset, piece.source, { limit: row.size });
  if (offset < row.size) return { id, offset };
  const { hash, size } = await runtime.blobs.complete(id);
  return settle(receiving, row, { content: hash, size });
}

/** Takes a whole file in one stream: the way of a plain form. */
export async function receiveWhole(
  receiving: Receiving,
  file: Omit<Announced, 'size'> & { source: BlobSource },
): Promise<UploadProgress | Refusal> {
  const row = await beginRow(receiving, { ...file, size: 0 });
  if (row instanceof Refusal) return row;
  if (row.state === 'refused' || row.document !== null) return progressOf(receiving.runtime, row);
  const { hash, size } = await receiving.runtime.blobs.put(file.source, { limit: CLERK_LIMITS.maxBytes });
  return settle(receiving, row, { content: hash, size, direction: file.direction, words: file.words });
}

/** Looks into the stored content, admits it, and makes it a document. */
async function settle(
  receiving: Receiving,
  row: UploadRow,
  { direction, words, ...stored }: { content: string; size: number } & Pick<Announced, 'direction' | 'words'>,
): Promise<UploadProgress | Refusal> {
  const { runtime, caller } = receiving;
  const detected = await detectType(blobSource(runtime.blobs, stored.content, stored.size), { name: row.name });
  const admission = admit(detected, stored.size, CLERK_LIMITS);
  if (!admission.ok) {
    await inCallersName(receiving, (tx) => markRefused(tx, row.id, admission.reason));
    return new Refusal('invalid', `records.upload.${admission.reason}`);
  }
  await inCallersName(receiving, (tx) => markStored(tx, row.id, { ...stored, mediaType: detected.mediaType }));
  const description = describeUpload(row.name, detected.mediaType, direction);
  const receivedOn = description.direction === 'in' ? localDate(runtime.clock.now()) : null;
  const input = { case: row.case, upload: row.id, ...description, receivedOn, ...words };
  const done = await execute(runtime, registerDocument, input, caller, { key: `upload:${row.id}` });
  if (done instanceof Refusal) return done;
  return { id: row.id, offset: stored.size, document: done.events[0]!.object.slice('document:'.length) };
}

async function progressOf(runtime: Runtime, row: UploadRow | undefined): Promise<UploadProgress | Refusal> {
  if (!row) return new Refusal('not-found', 'records.upload.not-found');
  if (row.state === 'refused') return new Refusal('invalid', `records.upload.${row.reason}`);
  if (row.document !== null) return { id: row.id, offset: row.size, document: row.document };
  const { offset } = await runtime.blobs.openUpload(row.id);
  return { id: row.id, offset };
}

function inCallersName<T>({ runtime, caller }: Receiving, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction(caller, runtime.clock.now(), work);
}
