// SPDX-License-Identifier: EUPL-1.2
import { equalBytes, isHexOf } from '../bytes.ts';
import type { JournalHeader } from '../header.ts';
import type { Hash } from '../tree.ts';
import type { Findings } from './finding.ts';

/** The last entry of a stream so far: its running number (0 before the first) and its leaf hash. */
export type StreamEnd = { readonly no: number; readonly last: Hash };

/** Checks that an entry follows the end of its stream: next number, right predecessor, not the same entry again. */
export function checkSuccessor(end: StreamEnd, header: JournalHeader, leaf: Hash, findings: Findings): void {
  const { stream, no, prev } = header;
  if (end.no > 0 && equalBytes(leaf, end.last)) findings.error('entry-twice', { stream, no });
  else if (no !== end.no + 1) findings.error('stream-gap', { stream, expected: end.no + 1, found: no });
  else if (no > 1 && !isHexOf(prev, end.last)) findings.error('stream-prev', { stream, no });
}
