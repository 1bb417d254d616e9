// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Passkey hinzugefügt. */
export interface PasskeyRegistered extends Event {
  readonly type: 'people.passkey-registered';
  readonly facts: {
    readonly label: string;
  };
}
