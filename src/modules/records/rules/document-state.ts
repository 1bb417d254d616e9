// SPDX-License-Identifier: EUPL-1.2

/** States of a document (Dokument). */
export const documentStates = [
  'received',
  'registered',
  'assigned',
  'draft',
  'in-circulation',
  'cosigned',
  'signed',
  'dispatched',
  'final',
  'withdrawn',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** Unfinished business: a case with such a document cannot be filed. */
export function isUnfinished(state: DocumentState): boolean {
  return state === 'draft' || state === 'in-circulation' || state === 'cosigned';
}

/** A version after the final signature begins a new round; before, it only continues the draft. */
export function stateAfterNewVersion(state: DocumentState): DocumentState {
  return state === 'signed' || state === 'cosigned' || state === 'in-circulation' ? 'draft' : state;
}
