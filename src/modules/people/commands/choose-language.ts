// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { locales } from '../../../kernel/text.ts';
import type { LanguageChosen } from '../events/language-chosen.ts';
import { applyLanguageChosen } from '../store/persons.ts';

const input = z.strictObject({ locale: z.enum(locales) });

/** Sprache der Oberfläche wählen, für sich selbst. */
export const chooseLanguage: Command<z.infer<typeof input>, LanguageChosen> = {
  name: 'people.choose-language',
  permission: 'anyone',
  input,
  async decide({ input: { locale }, caller: { person } }) {
    if (person === null) return new Refusal('not-permitted', 'kernel.sign-in-first');
    return [{ type: 'people.language-chosen', object: `person:${person}`, facts: { locale } }];
  },
  apply: applyLanguageChosen,
};
