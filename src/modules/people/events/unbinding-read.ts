// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Gelöste Verbindung zur Kenntnis genommen: the notice is gone. */
export interface UnbindingRead extends Event {
  readonly type: 'people.unbinding-read';
  readonly facts: { readonly identity: string };
}
