// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { FieldChanges } from './file-changed.ts';

/** What is known of somebody who takes part in a case. */
export type ContactFacts = {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
};

/** Beteiligte aufgenommen. */
export interface ContactAdded extends Event {
  readonly type: 'records.contact-added';
  readonly file: string;
  readonly facts: ContactFacts & { readonly case: string };
}

/** Angaben zu Beteiligten geändert. */
export interface ContactChanged extends Event {
  readonly type: 'records.contact-changed';
  readonly file: string;
  readonly facts: FieldChanges;
}

/** Beteiligte entfernt. */
export interface ContactRemoved extends Event {
  readonly type: 'records.contact-removed';
  readonly file: string;
  readonly facts: { readonly case: string; readonly role: string; readonly name: string };
}
