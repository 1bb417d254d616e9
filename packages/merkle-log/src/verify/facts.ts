// SPDX-License-Identifier: EUPL-1.2
import type { EvidenceFacts } from './check-evidence.ts';
import type { Finding, FindingKey } from './finding.ts';

/** A witness as the verdict names it; `at` in seconds since 1970, absent when the head was kept without a cosignature. */
export type WitnessFact = { readonly name: string; readonly size: number; readonly at?: number; readonly vouched: boolean };

/** Everything that was established about a package or export, before it is judged. Sizes in bytes. */
export type Facts = {
  readonly kind: 'package' | 'export';
  readonly title: string;
  readonly origin: string;
  readonly stream: string;
  readonly entries: number;
  readonly documents: { readonly count: number; readonly bytes: number };
  /** The head everything rests on; absent when it could not be opened. */
  readonly head?: { readonly size: number; readonly root: string };
  readonly key?: { readonly text: string; readonly vouched: boolean };
  readonly witnesses: readonly WitnessFact[];
  /** Entries from this position on are not covered by a head that somebody outside the city vouches for. */
  readonly witnessedSize: number;
  readonly unwitnessed: number;
  /** Position of the last entry; -1 when there is none. */
  readonly lastSeq: number;
  /** Longest inclusion path, in steps. */
  readonly steps: number;
  /** The city signed how many entries the stream has. */
  readonly stated: boolean;
  readonly erased: number;
  /** Signed heads compared with the entries (full export). */
  readonly heads: number;
  /** Objects compared with the city's tables (full export); undefined when the export holds none. */
  readonly objects?: number;
  /** Evidence records in the package, if any. */
  readonly evidence?: EvidenceFacts;
  readonly findings: readonly Finding[];
  readonly counts: ReadonlyMap<FindingKey, number>;
};
