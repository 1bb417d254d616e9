// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Startcode ausgegeben: with it the person sets up how they sign in. */
export interface PersonInvited extends Event {
  readonly type: 'people.person-invited';
  readonly facts: Readonly<Record<string, never>>;
}
