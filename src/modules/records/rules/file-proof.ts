// SPDX-License-Identifier: EUPL-1.2
import type { PackageErasure, PackageEntry } from '@fachwerk/merkle-log';
import type { Head } from '../../../kernel/journal/index.ts';

import type { Difference } from './reconcile.ts';

/** A version whose content belongs to the proof. */
export interface ProvenContent {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** Number of the entry whose header names the content. */
  readonly no: number;
}

/** Everything that proves a file at the newest head. */
export interface FileProof {
  readonly stream: string;
  readonly head: Head;
  readonly key: string;
  readonly statement: string;
  readonly entries: readonly PackageEntry[];
  readonly erasures: readonly PackageErasure[];
  /** Entries whose `content` is not delivered: no paper but what an erasing act states, or lawfully destroyed. */
  readonly absent: readonly { readonly no: number; readonly reason: 'state' | 'destroyed' }[];
  readonly contents: readonly ProvenContent[];
  readonly witnesses: readonly { readonly name: string; readonly size: number; readonly note: string; readonly at: Date }[];
  /** Evidence records (RFC 4998) of the documents that are stamped already, with the contents each covers. */
  readonly evidence: readonly { readonly record: Uint8Array; readonly contents: readonly string[] }[];
  /** Where tables and journal disagree: somebody wrote past the commands. */
  readonly differences: readonly Difference[];
  /** What was checked while collecting: every entry in the tree, the stream without a gap. */
  readonly sound: boolean;
}
