// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Person angelegt: somebody gets access from a day on. */
export interface PersonAdded extends Event {
  readonly type: 'people.person-added';
  readonly facts: {
    readonly title: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly staffNumber: string | null;
    readonly locale: string;
    readonly activeFrom: string;
    readonly activeTo: string | null;
  };
}
