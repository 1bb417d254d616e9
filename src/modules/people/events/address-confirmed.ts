// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Geänderte E-Mail-Adresse bestätigt, by a second person. */
export interface AddressConfirmed extends Event {
  readonly type: 'people.address-confirmed';
  readonly facts: { readonly email: string };
}
