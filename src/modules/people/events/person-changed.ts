// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Person geändert: name, address or end of access. */
export interface PersonChanged extends Event {
  readonly type: 'people.person-changed';
  readonly facts: {
    readonly title: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly staffNumber: string | null;
    readonly activeTo: string | null;
  };
}
