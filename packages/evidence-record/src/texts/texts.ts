// SPDX-License-Identifier: EUPL-1.2
import type { DerFault } from '../der/reader.ts';
import type { StampFault } from '../stamp/answer.ts';
import type { ClaimKey, ErrorKey } from '../verify/finding.ts';
import type { VerdictState } from '../verify/verdict.ts';

/** Languages that are complete. */
export type Language = 'de' | 'en';

/** All sentences; `{name}` is filled from the parameters, `{name:one|many}` chooses by number. */
export interface Texts {
  readonly locale: string;
  readonly state: Readonly<Record<VerdictState, string>>;
  readonly error: Readonly<Record<ErrorKey, string>>;
  readonly claim: Readonly<Record<ClaimKey, string>>;
  readonly fault: Readonly<Record<DerFault, string>>;
  readonly stamp: Readonly<Record<StampFault, string>>;
}
