// SPDX-License-Identifier: EUPL-1.2
// How long a stream was at a checkpoint, as a note signed by the city. Inclusion proofs cannot show that nothing came after the last
// entry shown; this makes the city answer for it: a later entry with a smaller position would convict it by its own signature.
import { fromBase64, toBase64 } from './bytes.ts';
import type { Hash } from './tree.ts';

/** At tree size `size` the stream had `count` entries, the last with leaf hash `last`. */
export type StreamStatement = {
  readonly origin: string;
  readonly stream: string;
  readonly count: number;
  readonly last: Hash;
  readonly size: number;
};

/** First line of the note; no checkpoint can have it as origin and a stream name as size, so neither passes for the other. */
const TITLE = 'fachwerk-stream/v1';

/** The note text to be signed with `signNote`. */
export function formatStatement({ origin, stream, count, last, size }: StreamStatement): string {
  return `${TITLE}\n${origin}\n${stream}\n${count}\n${toBase64(last)}\n${size}\n`;
}

/** The statement in a note text, or undefined when it has another form. */
export function parseStatement(text: string): StreamStatement | undefined {
  const [title, origin, stream, count, last, size, end, ...rest] = text.split('\n');
  const hash = fromBase64(last ?? '');
  if (title !== TITLE || !origin || !stream || end !== '' || rest.length > 0 || hash?.length !== 32) return undefined;
  if (!isCount(count) || !isCount(size)) return undefined;
  return { origin, stream, count: Number(count), last: hash, size: Number(size) };
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^(0|[1-9]\d{0,14})$/.test(text);
}
