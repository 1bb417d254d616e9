// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type FormFile, openCase, type Receiving, receiveWhole, takeForm } from '../../records/index.ts';
import { bytesOf, open } from '../adapters/read-invoice.ts';
import { type Parcel, type Piece, takeApart } from '../adapters/take-apart.ts';
import { glanceAt } from '../rules/picture.ts';
import { findSameContent } from '../store/invoices.ts';
import { receiveInvoice } from './receive-invoice.ts';

/** What became of one file. */
export interface Received {
  readonly invoice: string;
  readonly duplicate: boolean;
  /** SHA-256 of the bytes as they came: the receipt that a sender can compare. */
  readonly content: string;
}

const fileId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Takes the invoices of a form into a file of the E-Akte: one case for each. Stops at the first refusal; what came before stays. */
export async function receiveFiles(
  receiving: Receiving,
  form: { headers: Headers; body: ReadableStream<Uint8Array> | null },
): Promise<Received[] | Refusal> {
  const all: Received[] = [];
  const no = await takeForm(form, async (file) => {
    const outcome = await receiveFile(receiving, file);
    if (outcome instanceof Refusal) return outcome;
    all.push(...outcome);
    return undefined;
  });
  return no ?? all;
}

async function receiveFile(receiving: Receiving, { name, fields, source }: FormFile): Promise<Received[] | Refusal> {
  const file = fields['file'] ?? '';
  if (!fileId.test(file)) return new Refusal('invalid', 'invoices.choose-file', {}, { file: 'invoices.choose-file' });
  const bytes = await bytesOf(source);
  if (!bytes) return new Refusal('too-large', 'invoices.too-large');
  const all: Received[] = [];
  for (const parcel of await takeApart(name, bytes)) {
    const one = await receiveParcel(receiving, file, parcel);
    if (one instanceof Refusal) return one;
    all.push(one);
  }
  return all;
}

/** One invoice alone. */
export function receivePiece(receiving: Receiving, file: string, piece: Piece): Promise<Received | Refusal> {
  return receiveParcel(receiving, file, { ...piece, along: [] });
}

/** Keys come from the content: sent again after a lost answer, each act finds what it did before. */
export async function receiveParcel(receiving: Receiving, file: string, parcel: Parcel): Promise<Received | Refusal> {
  const { runtime, caller } = receiving;
  const { name, bytes } = parcel;
  const content = createHash('sha256').update(bytes).digest('hex');
  const known = () => runtime.database.transaction(caller, runtime.clock.now(), (tx) => findSameContent(tx, file, content));
  const before = await known();
  if (before) return { invoice: before, duplicate: true, content };
  const opened = await execute(runtime, openCase, { file, subject: subjectOf(name, bytes) }, caller, {
    key: `invoice-case:${file}:${content}`,
  });
  if (opened instanceof Refusal) return opened;
  const caseId = opened.events[0]!.object.slice('case:'.length);
  const stored = await receiveWhole(receiving, { ...uploadOf(caseId, parcel), key: `invoice:${content}` });
  if (stored instanceof Refusal) return stored;
  for (const piece of parcel.along) {
    const beside = await receiveWhole(receiving, uploadOf(caseId, piece));
    if (beside instanceof Refusal) return beside;
  }
  const taken = await execute(runtime, receiveInvoice, { document: stored.document }, caller, {
    key: `invoice:${stored.document}`,
  });
  if (!(taken instanceof Refusal))
    return { invoice: taken.events[0]!.object.slice('invoice:'.length), duplicate: false, content };
  // Twice at the same moment: the other one was faster.
  const meanwhile = taken.reason === 'invoices.same-bytes' ? await known() : undefined;
  return meanwhile ? { invoice: meanwhile, duplicate: true, content } : taken;
}

function uploadOf(caseId: string, { name, bytes }: Piece) {
  const key = `invoice-along:${createHash('sha256').update(bytes).digest('hex')}`;
  return { case: caseId, name, key, source: pieces(bytes), direction: 'in' as const };
}

function subjectOf(name: string, bytes: Uint8Array): string {
  const opened = open(bytes);
  const { number = '', seller = '' } = opened ? glanceAt(opened.invoice) : {};
  return (number === '' && seller === '' ? `Rechnung (nicht lesbar): ${name}` : `Rechnung ${number}, ${seller}`).slice(0, 300);
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
