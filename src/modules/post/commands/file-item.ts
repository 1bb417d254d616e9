// SPDX-License-Identifier: EUPL-1.2
import type { BlobSource } from '../../../kernel/blob/index.ts';
import { execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { attachmentsOf, openCase, receiveWhole, resolveReferences, withdrawDocument } from '../../records/index.ts';
import { missingSheet } from '../rules/missing-sheet.ts';
import { mayStep } from '../rules/workflow.ts';
import { type FilableItem, findFilable } from '../store/filing.ts';
import { assignItem } from './assign-item.ts';
import type { Bringing } from './receive-content.ts';
import { undoAssignment } from './undo-assignment.ts';

/** Which item, as the person saw it. */
export interface ItemSeen {
  readonly item: string;
  readonly lock: number;
}

/** Where a filed item lies now. */
export interface Filed {
  readonly item: string;
  readonly case: string;
  readonly document: string;
}

/**
 * Files an item into a case: its bytes become a document there, in the clerk's own name, then the item is assigned. Keys come from the item and
 * its state: after a lost answer, or a crash between the two acts, doing it again goes on where it stopped.
 */
export async function fileItem(
  bringing: Bringing,
  { case: caseId, place = null, ...seen }: ItemSeen & { case: string; place?: number | null },
): Promise<Filed | Refusal> {
  const { runtime, caller } = bringing;
  const it = await read(bringing, seen);
  if (it instanceof Refusal) return it;
  const stored = await receiveWhole(bringing, {
    case: caseId,
    name: nameOf(it),
    key: `post:${seen.item}:${seen.lock}`,
    direction: 'in',
    source: await sourceOf(bringing, it),
    words: { title: (it.subject || it.fileName || 'Eingang').slice(0, 300), datedOn: it.datedOn, receivedOn: it.receivedOn },
  });
  if (stored instanceof Refusal) return stored;
  const document = stored.document ?? '';
  const done = await execute(runtime, assignItem, { ...seen, document, place }, caller, {
    key: `post-assign:${seen.item}:${seen.lock}:${document}`,
  });
  return done instanceof Refusal ? done : { item: seen.item, case: caseId, document };
}

/** Opens a case of its own for an item and files it there. */
export async function fileAsNewCase(
  bringing: Bringing,
  { file, subject, ...seen }: ItemSeen & { file: string; subject: string },
): Promise<Filed | Refusal> {
  const { runtime, caller } = bringing;
  const it = await read(bringing, seen);
  if (it instanceof Refusal) return it;
  const input = { file, subject, foreignReference: it.foreignReference };
  const opened = await execute(runtime, openCase, input, caller, { key: `post-case:${seen.item}:${seen.lock}:${file}` });
  if (opened instanceof Refusal) return opened;
  return fileItem(bringing, { ...seen, case: opened.events[0]?.object.slice('case:'.length) ?? '', place: 0 });
}

/** Takes a filing back: document and attachments are withdrawn, the item lies in the inbox again. */
export async function undoFiling(bringing: Bringing, seen: ItemSeen): Promise<ItemSeen | Refusal> {
  const { runtime, caller } = bringing;
  const it = await find(bringing, seen.item);
  if (!it) return new Refusal('not-found', 'post.not-found');
  const no = mayStep(it, 'undone', seen.lock);
  if (no) return no;
  const document = it.document ?? '';
  const parts = await runtime.database.read(caller, runtime.clock.now(), (tx) => attachmentsOf(tx, document));
  for (const id of [...parts, document]) {
    const input = { document: id, reason: 'Falsch abgelegt: liegt wieder im Posteingang.' };
    const withdrawn = await execute(runtime, withdrawDocument, input, caller, {
      key: `post-undo:${seen.item}:${seen.lock}:${id}`,
    });
    if (withdrawn instanceof Refusal && withdrawn.reason !== 'records.document-is-withdrawn') return withdrawn;
  }
  const done = await execute(runtime, undoAssignment, { ...seen }, caller, { key: `post-undone:${seen.item}:${seen.lock}` });
  return done instanceof Refusal ? done : { item: seen.item, lock: seen.lock + 1 };
}

/** The case or file that a typed reference means; a refusal says when there is none. */
export async function findTyped({ runtime, caller }: Bringing, typed: string, kind: 'case' | 'file'): Promise<string | Refusal> {
  const found = await runtime.database.read(caller, runtime.clock.now(), (tx) => resolveReferences(tx, typed));
  const hit = found.find(({ object }) => object.startsWith(`${kind}:`));
  if (hit) return hit.object.slice(kind.length + 1);
  if (kind === 'file' && found[0]) return found[0].file;
  return new Refusal('invalid', `post.no-such-${kind}`, {}, { reference: `post.no-such-${kind}` });
}

async function read(bringing: Bringing, { item, lock }: ItemSeen): Promise<FilableItem | Refusal> {
  const it = await find(bringing, item);
  if (!it) return new Refusal('not-found', 'post.not-found');
  // Done before with the same key: go on, and the keys find what is there already.
  const replay = it.state === 'assigned' && it.lock === lock + 1;
  return (replay ? undefined : mayStep(it, 'assigned', lock)) ?? it;
}

function find({ runtime, caller }: Bringing, item: string): Promise<FilableItem | undefined> {
  return runtime.database.read(caller, runtime.clock.now(), (tx) => findFilable(tx, item));
}

function nameOf({ content, fileName, subject }: FilableItem): string {
  return content === null ? `Fehlblatt ${subject.slice(0, 80)}.txt` : fileName;
}

async function sourceOf({ runtime }: Bringing, it: FilableItem): Promise<BlobSource> {
  return it.content === null ? new Blob([missingSheet(it)]).stream() : runtime.blobs.get(it.content);
}
