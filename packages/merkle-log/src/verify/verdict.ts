// SPDX-License-Identifier: EUPL-1.2
// The verdict: one pure function, used by the command line and by the page. It says what is proven, and just as clearly what is not.
import type { Facts, WitnessFact } from './facts.ts';
import type { ErrorKey, Finding, FindingKey, WarningKey } from './finding.ts';

/** `unvouched`: everything fits together, but nobody the reader trusts has named the key; anyone could have made such a package. */
export type VerdictState = 'proven' | 'unvouched' | 'refuted';

/** What a sound package or export proves. */
export type ProvenKey =
  | 'unchanged'
  | 'gapless'
  | 'personal'
  | 'personal-kept'
  | 'signed'
  | 'stated'
  | 'unrewritable'
  | 'time'
  | 'evidence'
  | 'whole-tree'
  | 'heads'
  | 'tables';

/** What no such proof can show, or this one does not. */
export type UnprovenKey =
  | 'truth'
  | 'person'
  | 'paper'
  | 'times'
  | 'names'
  | 'tail'
  | 'tail-stated'
  | 'after'
  | 'after-last-witness'
  | 'no-witness'
  | 'witness-identity'
  | 'evidence-authority'
  | 'evidence-unchecked'
  | 'evidence-revoked'
  | 'key'
  | 'program'
  | 'tables-missing';

type Params = Finding['params'];

/** A claim with what fills its sentence. */
export type Claim<Key> = { readonly key: Key; readonly params: Params };

/** The links of the chain from paper to witness, in order. */
export type LinkKey = 'documents' | 'entries' | 'tree' | 'heads' | 'checkpoint' | 'witnesses' | 'tables';

/** One link; `broken` when a finding concerns it. */
export type Link = { readonly key: LinkKey; readonly broken: boolean; readonly params: Params };

/** The result of a check. */
export type Verdict = {
  readonly state: VerdictState;
  readonly kind: Facts['kind'];
  readonly summary: Params;
  readonly links: readonly Link[];
  readonly proven: readonly Claim<ProvenKey>[];
  readonly unproven: readonly Claim<UnprovenKey>[];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly notes: readonly Finding[];
  /** How often each finding occurred, kept or not. */
  readonly counts: ReadonlyMap<FindingKey, number>;
};

const CONTENT_ERRORS: readonly ErrorKey[] = [
  'content-differs',
  'content-missing',
  'content-unnamed',
  'content-undeclared',
  'file-extra',
];
const EVIDENCE_ERRORS: readonly ErrorKey[] = ['evidence-broken'];
const ENTRY_ERRORS: readonly ErrorKey[] = [
  'empty',
  'entry-header',
  'entry-order',
  'entry-twice',
  'stream-foreign',
  'stream-gap',
  'stream-prev',
  'count-differs',
  'sequence-gap',
  'file-malformed',
  'file-missing',
];
const TREE_ERRORS: readonly ErrorKey[] = ['entry-not-in-tree', 'root-differs', 'size-differs'];
const PERSONAL_ERRORS: readonly ErrorKey[] = ['personal-differs', 'personal-missing', 'personal-extra', 'erasure-invalid'];
const HEAD_ERRORS: readonly ErrorKey[] = ['checkpoint-malformed', 'checkpoint-signature', 'foreign-key'];
const HEAD_LIST_ERRORS: readonly ErrorKey[] = ['head-differs', 'head-signature', 'heads-order'];
const WITNESS_ERRORS: readonly ErrorKey[] = [
  'witness-signature',
  'witness-contradicts',
  'witness-other-log',
  'witness-unconnected',
  'rolled-back',
];
const TABLE_ERRORS: readonly ErrorKey[] = ['object-differs', 'object-missing', 'object-extra'];

/** Judges what was established. Pure: the same facts give the same verdict everywhere. */
export function judge(facts: Facts): Verdict {
  const errors = facts.findings.filter(({ severity }) => severity === 'error');
  const vouched = facts.key?.vouched ?? false;
  const sound = isSound(facts) && facts.head !== undefined;
  return {
    state: sound ? (vouched ? 'proven' : 'unvouched') : 'refuted',
    kind: facts.kind,
    summary: {
      entries: facts.entries,
      documents: facts.documents.count,
      bytes: facts.documents.bytes,
      title: facts.title,
      origin: facts.origin,
    },
    links: linksOf(facts),
    proven: provenBy(facts),
    unproven: unprovenBy(facts),
    errors,
    warnings: warningsOf(facts),
    notes: facts.findings.filter(({ severity }) => severity === 'note'),
    counts: facts.counts,
  };
}

/** The city has signed exactly what is shown only when nothing shown is wrong. */
function isSigned(facts: Facts): boolean {
  return facts.key?.vouched === true && isSound(facts);
}

function isSound(facts: Facts): boolean {
  return facts.findings.every(({ severity }) => severity !== 'error');
}

function free(facts: Facts, ...groups: (readonly FindingKey[])[]): boolean {
  return groups.flat().every((key) => !facts.counts.has(key));
}

function provenBy(facts: Facts): Claim<ProvenKey>[] {
  // Without a head signed by the right key there is nothing that anything could be measured against.
  if (!facts.head || !free(facts, HEAD_ERRORS)) return [];
  const tree = free(facts, TREE_ERRORS);
  const entries = tree && facts.entries > 0 && free(facts, ENTRY_ERRORS);
  const signed = isSigned(facts);
  const size = facts.head.size;
  const { witnessedSize, documents } = facts;
  const claims: [boolean, ProvenKey, Params][] = [
    [facts.kind === 'export' && entries, 'whole-tree', { entries: facts.entries }],
    [documents.count > 0 && tree && free(facts, CONTENT_ERRORS), 'unchanged', { documents: documents.count }],
    [facts.kind === 'package' && entries, 'gapless', { entries: facts.entries }],
    [
      entries && free(facts, PERSONAL_ERRORS),
      facts.erased > 0 ? 'personal-kept' : 'personal',
      { kept: facts.entries - facts.erased, erased: facts.erased },
    ],
    [facts.kind === 'export' && facts.heads > 1 && free(facts, HEAD_LIST_ERRORS), 'heads', { heads: facts.heads }],
    [facts.objects !== undefined && free(facts, TABLE_ERRORS), 'tables', { objects: facts.objects ?? 0 }],
    [signed, 'signed', { origin: facts.origin, size }],
    [signed && facts.stated, 'stated', { entries: facts.entries, size }],
    [entries && witnessedSize > 0 && free(facts, WITNESS_ERRORS), 'unrewritable', unrewritable(facts)],
    [entries && provenTime(facts) !== undefined, 'time', { at: provenTime(facts) ?? 0 }],
    [isStamped(facts), 'evidence', evidenceParams(facts)],
  ];
  return claims.filter(([holds]) => holds).map(([, key, params]) => ({ key, params }));
}

function isStamped(facts: Facts): boolean {
  return facts.evidence?.trusted === true && free(facts, CONTENT_ERRORS, EVIDENCE_ERRORS);
}

function evidenceParams({ evidence }: Facts): Params {
  return { documents: evidence?.documents ?? 0, at: evidence?.since ?? 0, authority: evidence?.authority ?? '' };
}

function unrewritable(facts: Facts): Params {
  const vouched = facts.witnesses.filter(({ vouched: isVouched }) => isVouched);
  return { witnesses: namesOf(vouched), size: facts.witnessedSize };
}

/** Each witness once; a head kept without cosignature has no name. */
function namesOf(witnesses: readonly WitnessFact[]): string {
  return [...new Set(witnesses.map(({ name }) => name).filter((name) => name !== ''))].join(', ');
}

/** The earliest time at which a vouched witness had already seen everything shown here; seconds since 1970. */
function provenTime({ witnesses, lastSeq }: Facts): number | undefined {
  const times = witnesses.filter(({ vouched, size }) => vouched && size > lastSeq).map(({ at }) => at);
  const known = times.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function unprovenBy(facts: Facts): Claim<UnprovenKey>[] {
  const isPackage = facts.kind === 'package';
  const size = facts.head?.size ?? 0;
  const claims: [boolean, UnprovenKey, Params][] = [
    [facts.key?.vouched !== true, 'key', { origin: facts.origin }],
    [facts.witnessedSize === 0, 'no-witness', { entries: facts.entries }],
    [
      facts.witnessedSize > 0 && facts.unwitnessed > 0,
      'after-last-witness',
      { size: facts.witnessedSize, entries: facts.unwitnessed },
    ],
    [
      facts.witnesses.some(({ vouched }) => !vouched),
      'witness-identity',
      { witnesses: namesOf(facts.witnesses.filter(({ vouched }) => !vouched)) },
    ],
    [facts.evidence?.checked === true && !facts.evidence.trusted, 'evidence-authority', evidenceParams(facts)],
    [facts.evidence?.checked === false, 'evidence-unchecked', {}],
    [facts.evidence?.trusted === true, 'evidence-revoked', evidenceParams(facts)],
    [true, 'truth', {}],
    [true, 'person', {}],
    [isPackage, 'paper', {}],
    [true, 'times', {}],
    [isPackage && facts.documents.count > 0, 'names', {}],
    [!isPackage && facts.objects === undefined, 'tables-missing', {}],
    [isPackage, facts.stated ? 'tail-stated' : 'tail', { entries: facts.entries }],
    [true, 'after', { size }],
    [true, 'program', {}],
  ];
  return claims.filter(([applies]) => applies).map(([, key, params]) => ({ key, params }));
}

function warningsOf(facts: Facts): Finding[] {
  const warnings: [boolean, WarningKey, Params][] = [
    [facts.key?.vouched === false, 'key-unvouched', { key: facts.key?.text ?? '' }],
    [facts.head !== undefined && facts.witnessedSize === 0, 'no-witness', { entries: facts.entries }],
    [
      facts.witnessedSize > 0 && facts.unwitnessed > 0,
      'unwitnessed-entries',
      { size: facts.witnessedSize, entries: facts.unwitnessed },
    ],
  ];
  return warnings.filter(([applies]) => applies).map(([, key, params]) => ({ key, severity: 'warning', params }));
}

function linksOf(facts: Facts): Link[] {
  const isPackage = facts.kind === 'package';
  const size = facts.head?.size ?? 0;
  const links: [boolean, LinkKey, (readonly FindingKey[])[], Params][] = [
    [facts.documents.count > 0, 'documents', [CONTENT_ERRORS], { documents: facts.documents.count }],
    [true, 'entries', [ENTRY_ERRORS, PERSONAL_ERRORS], { entries: facts.entries }],
    [isPackage, 'tree', [TREE_ERRORS], { steps: facts.steps, size }],
    [!isPackage, 'heads', [TREE_ERRORS, HEAD_LIST_ERRORS], { heads: facts.heads, size }],
    [true, 'checkpoint', [HEAD_ERRORS], { size, origin: facts.origin }],
    [facts.objects !== undefined, 'tables', [TABLE_ERRORS], { objects: facts.objects ?? 0 }],
    [true, 'witnesses', [WITNESS_ERRORS], { count: countNames(facts), witnesses: namesOf(facts.witnesses) }],
  ];
  return links
    .filter(([applies]) => applies)
    .map(([, key, groups, params]) => ({ key, broken: !free(facts, ...groups), params }));
}

function countNames(facts: Facts): number {
  return new Set(facts.witnesses.map(({ name }) => name)).size;
}
