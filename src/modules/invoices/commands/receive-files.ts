// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type FormFile, openCase, type Receiving, receiveWhole, takeForm } from '../../records/index.ts';
import { bytesOf, readInvoice } from '../adapters/read-invoice.ts';
import { type Piece, takeApart } from '../adapters/take-apart.ts';
import { localDay } from '../rules/local-day.ts';
import { glanceAt } from '../rules/picture.ts';
import { findSameContent } from '../store/invoices.ts';
import { receiveInvoice } from './receive-invoice.ts';

/** What became of one file. */
export interface Received {
  readonly invoice: string;
  readonly duplicate: boolean;
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
  for (const piece of await takeApart(name, bytes)) {
    const one = await receivePiece(receiving, file, piece);
    if (one instanceof Refusal) return one;
    all.push(one);
  }
  return all;
}

/** Keys come from the content: sent again after a lost answer, each act finds what it did before. */
export async function receivePiece(receiving: Receiving, file: string, { name, bytes }: Piece): Promise<Received | Refusal> {
  const { runtime, caller } = receiving;
  const content = createHash('sha256').update(bytes).digest('hex');
  const known = () => runtime.database.transaction(caller, runtime.clock.now(), (tx) => findSameContent(tx, file, content));
  const before = await known();
  if (before) return { invoice: before, duplicate: true };
  const opened = await execute(runtime, openCase, { file, subject: subjectOf(receiving, name, bytes) }, caller, {
    key: `invoice-case:${file}:${content}`,
  });
  if (opened instanceof Refusal) return opened;
  const caseId = opened.events[0]!.object.slice('case:'.length);
  const upload = { case: caseId, name, key: `invoice:${content}`, source: pieces(bytes), direction: 'in' as const };
  const stored = await receiveWhole(receiving, upload);
  if (stored instanceof Refusal) return stored;
  const taken = await execute(runtime, receiveInvoice, { document: stored.document }, caller, {
    key: `invoice:${stored.document}`,
  });
  if (!(taken instanceof Refusal)) return { invoice: taken.events[0]!.object.slice('invoice:'.length), duplicate: false };
  // Twice at the same moment: the other one was faster.
  const meanwhile = taken.reason === 'invoices.same-bytes' ? await known() : undefined;
  return meanwhile ? { invoice: meanwhile, duplicate: true } : taken;
}

function subjectOf({ runtime }: Receiving, name: string, bytes: Uint8Array): string {
  const { opened } = readInvoice(bytes, localDay(runtime.clock.now()));
  const { number = '', seller = '' } = opened ? glanceAt(opened.invoice) : {};
  return (number === '' && seller === '' ? `Rechnung (nicht lesbar): ${name}` : `Rechnung ${number}, ${seller}`).slice(0, 300);
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
