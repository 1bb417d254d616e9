// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Passkey entfernt. */
export interface PasskeyRemoved extends Event {
  readonly type: 'people.passkey-removed';
  readonly facts: {
    readonly passkey: string;
    readonly label: string;
  };
}
