// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Muster einer Verfügung gespeichert oder gestrichen. */
export interface TemplateKept extends Event {
  readonly type: 'circulation.template-kept' | 'circulation.template-dropped';
  readonly facts: { readonly name: string; readonly text: string };
}
