// SPDX-License-Identifier: EUPL-1.2
// Erasing a personal part is itself an act. Its header carries the hash of a statement that lists the entries, so a missing personal
// part can be told from a lost or suppressed one.
import { canonicalJson } from './jcs.ts';

/** The act under which personal parts are erased; its header's `content` is the SHA-256 of the statement's UTF-8 bytes. */
export const ERASURE_ACT = 'journal.personal-parts-erased';

/** Which personal parts were erased and why; `seqs` are journal positions, `basis` is a provision of law, never a person. */
export type ErasureStatement = { readonly v: 1; readonly basis: string; readonly seqs: readonly number[] };

/** The canonical text of an erasure statement, positions sorted. */
export function formatErasure(basis: string, seqs: Iterable<number>): string {
  return canonicalJson({ v: 1, basis, seqs: [...new Set(seqs)].sort((a, b) => a - b) });
}

/** The statement in a canonical text, or undefined when it has another form. */
export function parseErasure(text: string): ErasureStatement | undefined {
  const json = readJson(text);
  if (typeof json !== 'object' || json === null) return undefined;
  const { v, basis, seqs } = json as Record<string, unknown>;
  if (v !== 1 || typeof basis !== 'string' || !Array.isArray(seqs)) return undefined;
  if (!seqs.every((seq) => Number.isSafeInteger(seq) && seq >= 0)) return undefined;
  return { v, basis, seqs: seqs as number[] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
