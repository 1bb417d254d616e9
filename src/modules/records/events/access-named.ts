// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Für die Akte benannt, oder nicht mehr: a person, a function or a unit. */
export interface AccessNamed extends Event {
  readonly type: 'records.access-named' | 'records.access-unnamed';
  readonly file: string;
  readonly facts: { readonly kind: string; readonly grantee: string; readonly writes: boolean };
}
