// SPDX-License-Identifier: EUPL-1.2
// The verdict: what is proven, and just as clearly what is not. Pure.
import type { DigestName } from '../algorithms.ts';
import type { EvidenceRecord } from '../record/record.ts';
import type { CheckedStamp } from '../stamp/check.ts';
import type { Claim, ClaimKey, Finding, Params } from './finding.ts';

/**
 * `proven`: holds today, by an authority that the reader trusts. `limited`: nothing contradicts, but something is missing: `limits` says what.
 * `broken`: something contradicts.
 */
export type VerdictState = 'proven' | 'limited' | 'broken';

/** A time stamp as the verdict lists it. Times in UTC. */
export interface StampFact {
  readonly at: Date;
  readonly authority: string;
  readonly trusted: boolean;
  readonly digest: DigestName;
  /** Last moment at which all certificates above it are valid. */
  readonly validUntil: Date | undefined;
  /** Whether it renews the stamp before it, or the hash tree. */
  readonly kind: 'first' | 'stamp-renewal' | 'tree-renewal';
}

/** The result of a verification. */
export interface Verdict {
  readonly state: VerdictState;
  /** The moment before which the data existed; undefined unless a first stamp could be read. */
  readonly since: Date | undefined;
  readonly stamps: readonly StampFact[];
  readonly errors: readonly Finding[];
  readonly proven: readonly Claim[];
  /** What this record does not show although a better one would. */
  readonly limits: readonly Claim[];
  /** What no evidence record can show. */
  readonly unproven: readonly Claim[];
}

/** What was established. */
export interface Established {
  readonly record?: EvidenceRecord;
  readonly stamps: readonly CheckedStamp[];
  readonly findings: readonly Finding[];
  readonly late?: readonly Claim[];
  readonly options: { readonly data: readonly unknown[]; readonly group?: boolean; readonly at: Date };
}

/** Judges what was established. */
export function judge(facts: Established): Verdict {
  const { record, findings, stamps } = facts;
  const limits = record ? limitsOf(facts) : [];
  const sound = findings.length === 0 && record !== undefined;
  return {
    state: sound ? (limits.length === 0 ? 'proven' : 'limited') : 'broken',
    since: record?.chains[0]?.[0]?.stamp.at,
    stamps: record ? stampFacts(record, stamps) : [],
    errors: findings,
    proven: sound ? provenBy(facts, record) : [],
    limits,
    unproven: claims([
      [true, 'truth', {}],
      [sound, 'revocation', {}],
      [sound && facts.options.group !== true && facts.options.data.length > 0, 'group-open', {}],
    ]),
  };
}

function stampFacts({ chains }: EvidenceRecord, stamps: readonly CheckedStamp[]): StampFact[] {
  const places = chains.flatMap((chain, index) => chain.map(({ digest }, place) => ({ digest, index, place })));
  return stamps.map(({ at, authority, path, validUntil }, number) => {
    const { digest, index, place } = places[number]!;
    const kind = place > 0 ? 'stamp-renewal' : index > 0 ? 'tree-renewal' : 'first';
    return { at, authority, trusted: path?.trusted === true, digest, validUntil, kind };
  });
}

function provenBy({ stamps, options }: Established, { chains }: EvidenceRecord): Claim[] {
  const last = stamps.at(-1)!;
  const data = options.data.length;
  const renewed = chains.reduce((sum, chain) => sum + chain.length - 1, 0);
  return claims([
    [data > 0, 'existed', { at: stamps[0]!.at.toISOString(), data }],
    [data > 0, 'unchanged', { data }],
    [data > 0 && options.group === true, 'group-whole', { data }],
    [renewed > 0, 'stamps-renewed', { count: renewed }],
    [chains.length > 1, 'trees-renewed', { count: chains.length - 1, digest: chains.at(-1)![0]!.digest }],
    [stamps.every(({ path }) => path?.trusted), 'authority', { authority: last.authority }],
    [true, 'algorithms', { at: options.at.toISOString() }],
  ]);
}

function limitsOf({ stamps, options, late = [] }: Established): Claim[] {
  const unknown = stamps.find(({ path }) => path?.trusted !== true);
  const unchecked = stamps.filter(({ checked }) => !checked).length;
  const end = stamps.at(-1)?.validUntil;
  return [
    ...late,
    ...claims([
      [options.data.length === 0, 'no-data', {}],
      [unknown !== undefined, 'authority-unknown', { authority: unknown?.authority ?? '' }],
      [unchecked > 0, 'signature-unchecked', { count: unchecked }],
      [end !== undefined && end < options.at, 'overdue', { until: end?.toISOString() ?? '' }],
    ]),
  ];
}

function claims(list: readonly (readonly [applies: boolean, key: ClaimKey, params: Params])[]): Claim[] {
  return list.filter(([applies]) => applies).map(([, key, params]) => ({ key, params }));
}
