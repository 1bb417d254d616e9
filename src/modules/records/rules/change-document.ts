// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentState } from './document-state.ts';

/** What the rules need to know of a case that shall receive a document. */
export interface CaseForDocument {
  readonly state: string;
  readonly fileState: string;
  readonly writable: boolean;
}

/** May a document be added to this case? */
export function mayAddDocument(into: CaseForDocument): Refusal | undefined {
  if (!into.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (into.state === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (into.fileState === 'closed') return new Refusal('conflict', 'records.file-is-closed');
  return undefined;
}

/** What the rule needs to know of a document that shall change. */
export interface DocumentForChange {
  readonly state: DocumentState;
  readonly versions: number;
  readonly caseState: string;
  readonly writable: boolean;
}

/** May this document get a new version from somebody who has read `versionRead`? */
export function mayAddVersion(document: DocumentForChange, versionRead: number): Refusal | undefined {
  if (!document.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (document.caseState === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (document.state === 'withdrawn') return new Refusal('conflict', 'records.document-is-withdrawn');
  if (document.state === 'dispatched' || document.state === 'final') return new Refusal('conflict', 'records.document-is-final');
  if (versionRead !== document.versions)
    return new Refusal('conflict', 'records.changed-since-read', { read: versionRead, now: document.versions });
  return undefined;
}

/** May this document be withdrawn? What left the house or was signed stays as it is. */
export function mayWithdraw(document: DocumentForChange): Refusal | undefined {
  if (!document.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (document.caseState === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (document.state === 'withdrawn') return new Refusal('conflict', 'records.document-is-withdrawn');
  if (['signed', 'dispatched', 'final'].includes(document.state)) return new Refusal('conflict', 'records.document-is-final');
  return undefined;
}
