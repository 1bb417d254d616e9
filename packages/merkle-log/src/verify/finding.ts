// SPDX-License-Identifier: EUPL-1.2
// What a check found. Findings are keys with parameters; sentences are made of them in src/texts.

/** Something that contradicts the proof: with one of these nothing is proven. */
export type ErrorKey =
  | 'archive-refused'
  | 'unknown-format'
  | 'file-malformed'
  | 'file-missing'
  | 'empty'
  | 'checkpoint-malformed'
  | 'checkpoint-signature'
  | 'foreign-key'
  | 'entry-header'
  | 'entry-not-in-tree'
  | 'entry-order'
  | 'entry-twice'
  | 'stream-foreign'
  | 'stream-gap'
  | 'stream-prev'
  | 'count-differs'
  | 'statement-invalid'
  | 'personal-differs'
  | 'personal-missing'
  | 'personal-extra'
  | 'erasure-invalid'
  | 'content-differs'
  | 'content-missing'
  | 'content-unnamed'
  | 'content-undeclared'
  | 'file-extra'
  | 'evidence-broken'
  | 'witness-signature'
  | 'witness-contradicts'
  | 'witness-other-log'
  | 'witness-unconnected'
  | 'rolled-back'
  | 'sequence-gap'
  | 'size-differs'
  | 'root-differs'
  | 'head-differs'
  | 'head-signature'
  | 'heads-order'
  | 'object-differs'
  | 'object-missing'
  | 'object-extra';

/** Something the reader must know before relying on the proof. */
export type WarningKey = 'key-unvouched' | 'no-witness' | 'unwitnessed-entries';

/** Something that is in order and worth saying. */
export type NoteKey = 'personal-erased' | 'content-absent' | 'witness-newer';

/** Everything that can be found. */
export type FindingKey = ErrorKey | WarningKey | NoteKey;

/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'note';

/** One finding; `params` fill the gaps of its sentence. */
export type Finding = {
  readonly key: FindingKey;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Per key this many findings are kept, the rest is only counted: a broken export of a million entries must not fill the memory. */
export const KEPT_PER_KEY = 20;

/** Collects findings in bounded memory. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<FindingKey, number>();

  error(key: ErrorKey, params: Finding['params'] = {}): void {
    this.#add({ key, severity: 'error', params });
  }

  note(key: NoteKey, params: Finding['params'] = {}): void {
    this.#add({ key, severity: 'note', params });
  }

  /** The findings that were kept, in the order they were made. */
  get kept(): readonly Finding[] {
    return this.#kept;
  }

  /** How often each key was found, kept or not. */
  get counts(): ReadonlyMap<FindingKey, number> {
    return this.#counts;
  }

  has(...keys: FindingKey[]): boolean {
    return keys.some((key) => this.#counts.has(key));
  }

  #add(finding: Finding): void {
    const count = (this.#counts.get(finding.key) ?? 0) + 1;
    this.#counts.set(finding.key, count);
    if (count <= KEPT_PER_KEY) this.#kept.push(finding);
  }
}
