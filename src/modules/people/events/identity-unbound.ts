// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Verbindung gelöst, by the administration and with a reason that the person reads. */
export interface IdentityUnbound extends Event {
  readonly type: 'people.identity-unbound';
  readonly facts: { readonly identity: string; readonly issuer: string; readonly reason: string; readonly on: string };
}
