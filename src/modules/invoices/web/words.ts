// SPDX-License-Identifier: EUPL-1.2
import { type Language, parseDecimal, termName } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import type { Locale } from '../../../kernel/text.ts';
import type { FieldError } from '../../../ui/index.ts';
import type { ListColumn } from '../rules/lists.ts';
import { germanDay } from '../rules/local-day.ts';
import type { Said } from '../rules/picture.ts';
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

const days = new Set(['BT-2', 'BT-7', 'BT-9', 'BT-26', 'BT-72', 'BT-73', 'BT-74', 'BT-134', 'BT-135']);

/** What an invoice says, as people read it: days in both syntaxes as „20.11.2026“. */
export function showSaid({ term, text }: Said): string {
  const [, year, month, day] = (days.has(term) && /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text)) || [];
  return day === undefined ? text : germanDay(`${year}-${month}-${day}`);
}

const units = new Set(['H87', 'C62', 'HUR', 'DAY', 'MON', 'LS', 'MTR', 'MTK', 'MTQ', 'KGM', 'LTR', 'KWH']);

/** „10 Stück“: usual units by name, others by their code (UN/ECE Recommendation 20). */
export function quantity({ say }: Visit, count: string, unit: string): string {
  return `${count.replace('.', ',')} ${units.has(unit) ? say(`invoices.unit.${unit}`) : unit}`;
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

/** A cell of a list as people read it. */
export function showCell({ say }: Visit, { form }: Pick<ListColumn, 'form'>, cell: string): string {
  if (cell === '') return '';
  if (form === 'amount') return money(cell);
  if (form === 'percent') return `${cell.replace('.', ',')} %`;
  if (form === 'day') return germanDay(cell);
  return typeof form === 'object' ? say(`invoices.list.word.${cell}`) : cell;
}
