// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Konto verbunden: from now on this account of an identity provider means this person, whatever e-mail addresses say. */
export interface IdentityBound extends Event {
  readonly type: 'people.identity-bound';
  readonly facts: { readonly identity: string; readonly issuer: string; readonly subject: string; readonly since: string };
}
