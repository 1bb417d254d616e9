// SPDX-License-Identifier: EUPL-1.2
import { type NoteVerifier, parseVerifierKey } from '../note.ts';

/** Filled in by `buildVerifier` when a city ships the verifier with its own key. */
declare const __PINNED_KEYS__: readonly string[] | undefined;

/** Keys that came with this program. Whoever trusts the program trusts them. */
export const PINNED_KEYS: readonly NoteVerifier[] = (typeof __PINNED_KEYS__ === 'undefined' ? [] : __PINNED_KEYS__)
  .map(parseVerifierKey)
  .filter((verifier) => verifier !== undefined);
