// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorlage der Übergabe gespeichert oder, mit leerer Beschreibung, entfernt. */
export interface TemplateKept extends Event {
  readonly type: 'invoices.template-kept';
  readonly facts: { readonly name: string; readonly definition: string };
}
