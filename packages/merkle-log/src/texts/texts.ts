// SPDX-License-Identifier: EUPL-1.2
import type { ErrorKey, NoteKey, WarningKey } from '../verify/finding.ts';
import type { AbsenceReason } from '../verify/proof-file.ts';
import type { LinkKey, ProvenKey, UnprovenKey, VerdictState } from '../verify/verdict.ts';
import type { ArchiveFault } from '../zip/reader.ts';

/** Languages of the verifier. */
export type Language = 'de' | 'en';

/**
 * A sentence with gaps. `{name}` takes a parameter, `{name#one#many}` a number with its noun. A bar parts the lead, which is shown
 * in bold, from the rest.
 */
export type Template = string;

/** All sentences of the verifier in one language; a missing key does not compile. */
export type Texts = {
  readonly locale: string;
  readonly headline: { readonly [K in 'package' | 'export']: Record<VerdictState, Template> };
  readonly summary: { readonly [K in 'package' | 'export']: Record<VerdictState, Template> };
  readonly error: Record<ErrorKey, Template>;
  readonly warning: Record<WarningKey, Template>;
  readonly note: Record<NoteKey, Template>;
  readonly proven: Record<ProvenKey, Template>;
  readonly unproven: Record<UnprovenKey, Template>;
  readonly link: Record<LinkKey, Template>;
  readonly fault: Record<ArchiveFault, Template>;
  readonly absence: Record<AbsenceReason, Template>;
  /** What stands in a gap whose parameter is empty. */
  readonly unnamed: { readonly witness: string; readonly witnesses: string };
  readonly section: Record<
    'wrong' | 'warnings' | 'proven' | 'provenIf' | 'nothing' | 'unproven' | 'notes' | 'chain' | 'figures',
    string
  >;
  readonly figure: Record<'key' | 'root' | 'size' | 'origin' | 'stream' | 'method', string>;
  readonly more: Template;
};
