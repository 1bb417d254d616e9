// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** States of a case (Vorgang). */
export type CaseState = 'draft' | 'open' | 'waiting' | 'closing' | 'filed';

/** What the rules need to know of a case that shall change. */
export interface CaseForChange {
  readonly state: CaseState;
  readonly fileState: 'open' | 'closed';
  readonly lock: number;
  readonly writable: boolean;
}

/** May anything be done in this case? */
export function mayWorkOn({ state, fileState, writable }: CaseForChange): Refusal | undefined {
  if (!writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (state === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (fileState === 'closed') return new Refusal('conflict', 'records.file-is-closed');
  return undefined;
}

/** May the facts of this case be changed by somebody who had the state `lockRead` before them? */
export function mayChangeCase(it: CaseForChange, lockRead: number): Refusal | undefined {
  return mayWorkOn(it) ?? (lockRead === it.lock ? undefined : new Refusal('conflict', 'records.changed-meanwhile'));
}

/** May this draft be registered? Only then it gets its number. */
export function mayRegisterCase(it: CaseForChange): Refusal | undefined {
  return mayWorkOn(it) ?? (it.state === 'draft' ? undefined : new Refusal('conflict', 'records.register-case.has-number'));
}

/** May this case rest until something happens? */
export function mayLetWait(it: CaseForChange): Refusal | undefined {
  return mayWorkOn(it) ?? (it.state === 'open' ? undefined : new Refusal('conflict', 'records.case-waits.not-open'));
}

/** May this case go on? */
export function mayResume(it: CaseForChange): Refusal | undefined {
  return mayWorkOn(it) ?? (it.state === 'waiting' ? undefined : new Refusal('conflict', 'records.resume-case.not-waiting'));
}

/** May this case be taken back from the records? */
export function mayReopenCase({ state, fileState, writable }: CaseForChange): Refusal | undefined {
  if (!writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (state !== 'filed') return new Refusal('conflict', 'records.reopen-case.not-filed');
  if (fileState === 'closed') return new Refusal('conflict', 'records.file-is-closed');
  return undefined;
}
