// SPDX-License-Identifier: EUPL-1.2
import type { BlobSource } from '../../../kernel/blob/index.ts';
import { execute } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { admit, CLERK_LIMITS } from '../adapters/content/admit.ts';
import { detectType } from '../adapters/content/detect-type.ts';
import { blobSource } from '../adapters/blob-source.ts';
import { conflictName, planSaving } from '../rules/editing.ts';
import { localDate } from '../rules/local-date.ts';
import { findDocumentForChange, type LockedDocument } from '../store/documents.ts';
import { type EditSession, findEditSession, rememberBase, rememberConflict } from '../store/editing.ts';
import { beginUpload, markStored } from '../store/uploads.ts';
import { addVersion } from './add-version.ts';
import { keepConflict } from './keep-conflict.ts';
import { type Receiving, uploadIdOf } from './receive-upload.ts';
import { registerDocument } from './register-document.ts';

/** A session in whose name a program saves. */
export interface Editing extends Receiving {
  readonly session: string;
}

/** What became of a text. */
export interface Saved {
  readonly as: 'nothing' | 'version' | 'conflict';
  /** The Konfliktfassung, when it became one. */
  readonly conflict?: string | undefined;
}

interface Stored {
  readonly content: string;
  readonly size: number;
  readonly mediaType: string;
}

interface State {
  readonly session: EditSession;
  readonly document: LockedDocument;
}

/** Somebody else was faster, between the question and the act. */
const cameBetween = new Set(['records.changed-since-read', 'records.editing.locked-refused']);
const keptDays = 7;
const day = 86_400_000;

/**
 * Saves what a program sends: a new version by the ordinary command, or a Konfliktfassung beside the document when a newer version is there
 * already (`late`: the program was told so before). The same text twice makes nothing new, also after a lost answer.
 */
export async function saveEdited(editing: Editing, source: BlobSource, late = false): Promise<Saved | Refusal> {
  const { runtime } = editing;
  const { hash: content, size } = await runtime.blobs.put(source, { limit: CLERK_LIMITS.maxBytes });
  const state = await readState(editing);
  if (state instanceof Refusal) return state;
  const { session, document } = state;
  const plan = planSaving({ content, current: document.content, ...session, versions: document.versions, late });
  if (plan === 'nothing') return settle(editing, content === document.content ? document.versions : session.base, content);
  const { mediaType, ...rest } = await detectType(blobSource(runtime.blobs, content, size), { name: session.fileName });
  const admission = admit({ mediaType, ...rest }, size, CLERK_LIMITS);
  if (!admission.ok) return new Refusal('invalid', `records.upload.${admission.reason}`);
  const stored = { content, size, mediaType };
  if (plan === 'conflict') return saveConflict(editing, state, stored);
  const done = await saveVersion(editing, state, stored);
  if (done && cameBetween.has(done.reason)) return saveConflict(editing, state, stored);
  return done ?? settle(editing, document.versions + 1, content, 'version');
}

function readState(editing: Editing): Promise<State | Refusal> {
  return inName(editing, async (tx) => {
    const session = await findEditSession(tx, editing.session);
    const document = session && (await findDocumentForChange(tx, session.document));
    return document ? { session, document } : new Refusal('not-found', 'records.document.not-found');
  });
}

async function settle(editing: Editing, base: number, saved: string, as: Saved['as'] = 'nothing'): Promise<Saved> {
  await inName(editing, (tx) => rememberBase(tx, editing.session, { base, saved }));
  return { as };
}

async function saveVersion(editing: Editing, { session, document }: State, stored: Stored): Promise<Refusal | undefined> {
  const { runtime, caller } = editing;
  const key = `edit:${session.id}:${session.base}:${stored.content}`;
  const upload = await place(editing, { case: document.case, key, name: session.fileName, stored });
  if (upload instanceof Refusal) return upload;
  const input = { document: document.id, upload, versionRead: session.base, note: runtime.say('de')('records.editing.note') };
  const done = await execute(runtime, addVersion, input, caller, { key: `version:${upload}` });
  return done instanceof Refusal ? done : undefined;
}

async function saveConflict(editing: Editing, { session, document }: State, stored: Stored): Promise<Saved | Refusal> {
  if (session.conflict !== null) {
    const went = await continueConflict(editing, session, stored);
    if (went) return went;
  }
  const { runtime, caller } = editing;
  const name = conflictName(session.fileName);
  const key = `conflict:${session.id}:${stored.content}`;
  const upload = await place(editing, { case: document.case, key, name, stored });
  if (upload instanceof Refusal) return upload;
  const { direction, kind } = document;
  const title = runtime.say('de')('records.editing.conflict-title', { title: document.title.slice(0, 260) });
  const copy = { case: document.case, upload, title, kind, direction };
  const made = await execute(runtime, registerDocument, copy, caller, { key: `conflict:${upload}` });
  if (made instanceof Refusal) return made;
  const conflict = made.events[0]!.object.slice('document:'.length);
  const told = { document: document.id, conflict, base: session.base };
  const kept = await execute(runtime, keepConflict, told, caller, { key: `conflict-kept:${conflict}` });
  if (kept instanceof Refusal) return kept;
  await inName(editing, (tx) => rememberConflict(tx, session.id, { conflict, saved: stored.content }));
  return { as: 'conflict', conflict };
}

/** The session has a Konfliktfassung already: its texts go on there. Nothing when that is closed to changes meanwhile. */
async function continueConflict(editing: Editing, session: EditSession, stored: Stored): Promise<Saved | undefined> {
  const { runtime, caller } = editing;
  const conflict = session.conflict ?? '';
  const copy = await inName(editing, (tx) => findDocumentForChange(tx, conflict));
  if (!copy) return undefined;
  const key = `conflict:${session.id}:${copy.versions}:${stored.content}`;
  const upload = await place(editing, { case: copy.case, key, name: conflictName(session.fileName), stored });
  if (upload instanceof Refusal) return undefined;
  const input = { document: conflict, upload, versionRead: copy.versions, note: runtime.say('de')('records.editing.note') };
  const done = await execute(runtime, addVersion, input, caller, { key: `version:${upload}` });
  if (done instanceof Refusal) return undefined;
  await inName(editing, (tx) => rememberConflict(tx, session.id, { conflict, saved: stored.content }));
  return { as: 'conflict', conflict };
}

/** A version is made from an upload: the same key finds the same one. */
function place(
  editing: Editing,
  { case: caseId, key, name, stored }: { case: string; key: string; name: string; stored: Stored },
): Promise<string | Refusal> {
  const { runtime, caller } = editing;
  const id = uploadIdOf(caller, caseId, key);
  const expiresOn = localDate(new Date(runtime.clock.now().getTime() + keptDays * day));
  return inName(editing, async (tx) => {
    const row = await beginUpload(tx, { id, case: caseId, name, size: stored.size, expiresOn });
    if (!row) return new Refusal('not-found', 'records.upload.not-found');
    await markStored(tx, id, stored);
    return id;
  });
}

function inName<T>({ runtime, caller }: Receiving, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction(caller, runtime.clock.now(), work);
}
