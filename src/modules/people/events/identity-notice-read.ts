// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Gelöste Verbindung zur Kenntnis genommen: the notice is gone. */
export interface IdentityNoticeRead extends Event {
  readonly type: 'people.identity-notice-read';
  readonly facts: { readonly identity: string };
}
