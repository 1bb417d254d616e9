// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentState } from './document-state.ts';

/** What the rule needs to know of the document. */
export interface DocumentForSigning {
  readonly state: DocumentState;
  readonly direction: 'in' | 'out' | 'internal';
  readonly versions: number;
  readonly caseState: string;
  readonly writable: boolean;
  /** Whether the caller holds the function named for signing; undefined when none is named. */
  readonly holdsSignatory?: boolean | undefined;
}

/** May the caller sign this document off, having read this version? `maySign`: the permission in the lead unit. */
export function maySignOff(document: DocumentForSigning, versionRead: number, maySign: boolean): Refusal | undefined {
  if (!maySign || !document.writable) return new Refusal('not-permitted', 'records.sign-off.not-yours');
  if (document.caseState === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (document.state === 'signed' || document.state === 'dispatched' || document.state === 'final')
    return new Refusal('conflict', 'records.sign-off.already-signed');
  if (document.state === 'withdrawn') return new Refusal('conflict', 'records.document-is-withdrawn');
  if (document.direction === 'in') return new Refusal('conflict', 'records.sign-off.incoming');
  if (versionRead !== document.versions) {
    return new Refusal('conflict', 'records.sign-off.changed-since-read', { read: versionRead, now: document.versions });
  }
  if (document.holdsSignatory === false) return new Refusal('not-permitted', 'records.sign-off.other-signatory');
  return undefined;
}
