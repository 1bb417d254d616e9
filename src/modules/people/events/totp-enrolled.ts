// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Einmalcode eingerichtet. */
export interface TotpEnrolled extends Event {
  readonly type: 'people.totp-enrolled';
  readonly facts: Readonly<Record<string, never>>;
}
