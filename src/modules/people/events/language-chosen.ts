// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Sprache gewählt. */
export interface LanguageChosen extends Event {
  readonly type: 'people.language-chosen';
  readonly facts: {
    readonly locale: string;
  };
}
