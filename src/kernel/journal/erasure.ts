// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { ERASURE_ACT, formatErasure } from '@fachwerk/merkle-log';
import type { Tx } from '../database.ts';
import type { Event } from '../event.ts';
import { newId } from '../id.ts';

/** Personal parts of one stream were erased; `content` of the header is the SHA-256 of the statement. */
export interface PersonalPartsErased extends Event {
  readonly type: typeof ERASURE_ACT;
  readonly content: string;
  readonly facts: { readonly statement: string; readonly reason: string };
}

/** A row of `journal.stream_erasures`: the erasing act with its statement, as a proof package needs it. */
export interface ErasureRow {
  readonly seq: number;
  readonly no: number;
  readonly header: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
  readonly statement: string;
}

/** What is to be erased: positions in the tree, the provision that demands it, and why, for the file. */
export interface Erasure {
  readonly file: string;
  readonly unit: string;
  readonly seqs: readonly number[];
  readonly basis: string;
  readonly reason: string;
}

/** The event of an erasing act as the verifier expects it; it stands in the history of the file. */
export function erasureEvent({ file, unit, seqs, basis, reason }: Erasure): PersonalPartsErased {
  const statement = formatErasure(basis, seqs);
  const content = createHash('sha256').update(statement).digest('hex');
  return { type: ERASURE_ACT, object: `erasure:${newId()}`, file, unit, content, facts: { statement, reason } };
}

/** Writes the statement; the personal parts go when the act commits, together with its entry and never without. */
export async function applyPersonalPartsErased(tx: Tx, { file, content, facts }: PersonalPartsErased): Promise<void> {
  await tx.query('insert into journal.erasure (content, stream, statement) values ($1, $2, $3)', [
    content,
    `file:${file}`,
    facts.statement,
  ]);
}
