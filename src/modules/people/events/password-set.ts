// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Kennwort gesetzt; the entry says that, never which. */
export interface PasswordSet extends Event {
  readonly type: 'people.password-set';
  readonly facts: Readonly<Record<string, never>>;
}
