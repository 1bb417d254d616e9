// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorlage für Kennzeichen gesetzt; references written before stay as they are. */
export interface TemplateSet extends Event {
  readonly type: 'records.template-set';
  readonly facts: { readonly kind: 'file' | 'case' | 'document'; readonly template: string; readonly before: string };
}
