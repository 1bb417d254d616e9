// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { Classification } from './classification.ts';
import type { DocumentState } from './document-state.ts';

/** What the rules need to know of a document whose facts or state shall change. */
export interface DocumentForEdit {
  readonly state: DocumentState;
  readonly direction: 'in' | 'out' | 'internal';
  readonly caseState: string;
  readonly writable: boolean;
}

/** May anything but the content of this document be changed? */
export function mayEdit({ state, caseState, writable }: DocumentForEdit): Refusal | undefined {
  if (!writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (caseState === 'filed') return new Refusal('conflict', 'records.case-is-filed');
  if (state === 'withdrawn') return new Refusal('conflict', 'records.document-is-withdrawn');
  if (state === 'final') return new Refusal('conflict', 'records.document-is-final');
  return undefined;
}

/** May its facts be changed by somebody who had the state `lockRead` before them? */
export function mayChangeDocument(document: DocumentForEdit & { readonly lock: number }, lockRead: number): Refusal | undefined {
  return mayEdit(document) ?? (lockRead === document.lock ? undefined : new Refusal('conflict', 'records.changed-meanwhile'));
}

/** May it be assigned for work? What came in, once it is registered. */
export function mayAssign(document: DocumentForEdit): Refusal | undefined {
  const no = mayEdit(document);
  if (no) return no;
  return document.state === 'received' || document.state === 'registered'
    ? undefined
    : new Refusal('conflict', 'records.assign-document.not-new');
}

const finishable: Record<DocumentForEdit['direction'], readonly DocumentState[]> = {
  in: ['received', 'registered', 'assigned'],
  out: ['signed', 'dispatched'],
  // A note needs no signature to be finished.
  internal: ['draft', 'signed', 'dispatched'],
};

/** May it be finished? From then on nothing changes; what goes out is signed off first. */
export function mayFinish(document: DocumentForEdit): Refusal | undefined {
  const no = mayEdit(document);
  if (no) return no;
  return finishable[document.direction].includes(document.state)
    ? undefined
    : new Refusal('conflict', 'records.finish-document.unsigned');
}

/** May a function be named that signs it off? */
export function mayNameSignatory(document: DocumentForEdit): Refusal | undefined {
  const no = mayEdit(document);
  if (no) return no;
  if (document.direction === 'in') return new Refusal('conflict', 'records.sign-off.incoming');
  if (document.state === 'signed' || document.state === 'dispatched')
    return new Refusal('conflict', 'records.sign-off.already-signed');
  return undefined;
}

/** May it become an attachment of another one, or stand by itself again? */
export function mayAttach(
  document: DocumentForEdit & {
    readonly id: string;
    readonly case: string;
    readonly parent: string | null;
    readonly attachments: number;
  },
  main: { readonly id: string; readonly case: string; readonly parent: string | null } | undefined,
): Refusal | undefined {
  const no = mayEdit(document);
  if (no) return no;
  if (document.parent === (main?.id ?? null)) return new Refusal('conflict', 'records.nothing-changed');
  if (!main) return undefined;
  const wrong = (reason: string) => new Refusal('invalid', reason, {}, { to: reason });
  if (main.id === document.id || main.case !== document.case) return wrong('records.attach-document.elsewhere');
  if (main.parent !== null || document.attachments > 0) return wrong('records.attach-document.chain');
  return undefined;
}

/** May its grade of secrecy be set? The file's grade follows upwards, never down by itself. */
export function mayClassifyDocument(
  document: Omit<DocumentForEdit, 'direction'> & { readonly classification: Classification },
  wanted: Classification,
): Refusal | undefined {
  // Secrecy does not end when a paper is final: only the right to write is asked, not the state.
  if (!document.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  return document.classification === wanted ? new Refusal('conflict', 'records.nothing-changed') : undefined;
}
