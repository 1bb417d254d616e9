// SPDX-License-Identifier: EUPL-1.2
// Beweissicherung (RFC 4998): which stamp renews what and when, and how a document's record is written from what is kept.
import {
  type AlgorithmList,
  type DigestName,
  defaultAlgorithms,
  digestLength,
  reducedTree,
  renewalDue,
  type StampToWrite,
  syncDigest,
} from '@fachwerk/evidence-record';

/** A document's place in the tree of a chain. */
export interface EvidenceLeaf {
  readonly chain: number;
  readonly hashes: Uint8Array;
  readonly beside: Uint8Array;
}

/** A time stamp of a batch. */
export interface EvidenceStamp {
  readonly chain: number;
  readonly no: number;
  readonly digest: DigestName;
  readonly beside: Uint8Array;
  readonly token: Uint8Array;
}

/** The digests that stand in a row, each as long as its algorithm makes it. */
export function separate(row: Uint8Array, digest: DigestName): Uint8Array[] {
  const length = digestLength(digest);
  return Array.from({ length: row.length / length }, (_, index) => row.subarray(index * length, (index + 1) * length));
}

/** The chains of one document's record, oldest first; `leaves` has one for each chain. */
export function chainsOf(leaves: readonly EvidenceLeaf[], stamps: readonly EvidenceStamp[]): StampToWrite[][] {
  const hash = syncDigest();
  return leaves.map(({ chain, hashes, beside }) => {
    const own = stamps.filter((stamp) => stamp.chain === chain).sort((a, b) => a.no - b.no);
    return own.map(({ digest, token, beside: besideStamp }, index) => {
      const before = own[index - 1];
      const group = before ? [hash(digest, before.token)] : separate(hashes, digest);
      return { digest, token, tree: reducedTree(group, separate(before ? besideStamp : beside, digest)) };
    });
  });
}

/** The newest stamp of a batch, as the books have it. */
export interface NewestStamp {
  readonly digest: DigestName;
  readonly validUntil: Date;
  readonly keyKind: 'rsa' | 'ec' | 'other';
  readonly keyBits: number;
}

/** Days before the end on which a renewal begins: time enough for an authority that is silent for weeks. */
export const LEAD_DAYS = 90;

/** The list of algorithms with the sooner ends that an operator has set. */
export function algorithmsWith(ends: Readonly<Record<string, string>> = {}): AlgorithmList {
  return { ...defaultAlgorithms, digests: { ...defaultAlgorithms.digests, ...ends } };
}

/** What must be renewed on this day; undefined: nothing yet. */
export function renewalNow(
  { digest, validUntil, keyKind, keyBits }: NewestStamp,
  today: string,
  algorithms: AlgorithmList = algorithmsWith(),
): 'stamp' | 'tree' | undefined {
  const due = renewalDue({ digest, validUntil, key: { kind: keyKind, bits: keyBits } }, algorithms);
  return due && due.by <= daysAfter(today, LEAD_DAYS) ? due.kind : undefined;
}

/** The digest for a new tree: the first that still counts as secure in five years; without one, the strongest. */
export function nextDigest(today: string, { digests }: AlgorithmList = algorithmsWith()): DigestName {
  const until = daysAfter(today, 5 * 365);
  const choice = ['sha256', 'sha512', 'sha3-512'] as const;
  return choice.find((digest) => digests[digest] === null || digests[digest]! > until) ?? 'sha3-512';
}

/** ISO day, days later. */
export function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** What the page says about the whole. `late`: stamps have been missing for more than two nights. */
export type EvidenceState = 'off' | 'empty' | 'waiting' | 'late' | 'secured';

/** Judges the state by what is configured and what waits. */
export function evidenceState(facts: {
  readonly configured: boolean;
  readonly batches: number;
  readonly waiting: number;
  /** Day until which the oldest waiting batch reaches. */
  readonly waitingSince: string | null;
  readonly today: string;
}): EvidenceState {
  if (!facts.configured) return 'off';
  if (facts.batches === 0) return 'empty';
  if (facts.waiting === 0) return 'secured';
  return facts.waitingSince !== null && daysAfter(facts.waitingSince, 3) <= facts.today ? 'late' : 'waiting';
}
