// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Geänderte E-Mail-Adresse wartet auf Bestätigung: until then no account of an identity provider is bound by it. */
export interface AddressChangeWaits extends Event {
  readonly type: 'people.address-change-waits';
  readonly facts: { readonly before: string; readonly changedBy: string; readonly represented: string | null };
}
