// SPDX-License-Identifier: EUPL-1.2
import { type Language, parseDecimal, termName } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import type { Locale } from '../../../kernel/text.ts';
import type { FieldError } from '../../../ui/index.ts';
import { showAmount } from '../rules/workflow.ts';

/** Languages that the standard's terms are named in. */
export function termLanguage(locale: Locale): Language {
  return locale === 'plain' ? 'de' : locale;
}

/** „Zahlbetrag (BT-115)“: each value tells which business term it is. */
export function termText(term: string, locale: Locale): string {
  return `${termName(term, termLanguage(locale))} (${term})`;
}

/** An amount as people read it; what is no amount stays as it was written. */
export function money(text: string | null, currency = ''): string {
  const value = text === null ? undefined : parseDecimal(text);
  return value ? `${showAmount(value)}\u00a0${currency === 'EUR' ? '€' : currency}`.trim() : (text ?? '–');
}

/** The refusal as a list for the error summary: by field where fields are to blame, else as one sentence. */
export function fieldErrors({ refusal, say }: Visit): FieldError[] {
  if (!refusal) return [];
  const fields = Object.entries(refusal.fields).map(([field, key]) => ({ field, text: say(key, refusal.details) }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}

/** What the person had typed into the refused form. */
export function typed({ entered }: Visit, field: string): string {
  const value = entered?.[field];
  return typeof value === 'string' ? value : '';
}
