// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Zur Vorführstadt erklärt: signing in takes one click here, and real data must not come in. */
export interface DemonstrationDeclared extends Event {
  readonly type: 'people.demonstration-declared';
  readonly facts: Readonly<Record<string, never>>;
}
