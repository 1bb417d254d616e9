// SPDX-License-Identifier: EUPL-1.2
import { thousands } from './thousands.ts';

/** One value of the XML, and whether the picture of the PDF shows it. */
export interface Compared {
  readonly term: string;
  readonly value: string;
  readonly found: boolean;
}

/** What is looked for. */
export interface Sought {
  readonly number: string;
  readonly issuedOn: string | null;
  readonly amount: string | null;
  readonly iban: string;
}

/** Compares the PDF's text with the XML. People pay what they see, machines what they read: both must be the same. */
export function comparePdf(text: string, { number, issuedOn, amount, iban }: Sought): Compared[] {
  const flat = text.replaceAll(/\s/g, '').toLowerCase();
  const has = (forms: readonly string[]) =>
    forms.some((form) => form !== '' && standsAlone(flat, form.replaceAll(/\s/g, '').toLowerCase()));
  const rows: [string, string, readonly string[]][] = [
    ['BT-1', number, [number]],
    ['BT-2', issuedOn ?? '', dateForms(issuedOn)],
    ['BT-115', amount ?? '', amountForms(amount)],
    ['BT-84', iban, [iban]],
  ];
  return rows.filter(([, value]) => value !== '').map(([term, value, forms]) => ({ term, value, found: has(forms) }));
}

/** 119,00 does not stand in 1.119,00 nor in 119,005. */
function standsAlone(text: string, form: string): boolean {
  const digits = /^\d/.test(form);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const behind = text[at + form.length] ?? '';
    if (!digits || (!/\d[.,]?$/.test(before) && !/\d/.test(behind))) return true;
  }
  return false;
}

function dateForms(day: string | null): string[] {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  if (date === '') return [];
  const names = [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ];
  const [m, d] = [Number(month), Number(date)];
  return [
    day ?? '',
    `${date}.${month}.${year}`,
    `${d}.${m}.${year}`,
    `${date}.${month}.${year.slice(2)}`,
    `${d}.${names[m - 1]}${year}`,
    `${date}.${names[m - 1]}${year}`,
  ];
}

function amountForms(amount: string | null): string[] {
  if (amount === null) return [];
  const [whole = '', cents = ''] = amount.split('.');
  const two = cents.padEnd(2, '0');
  const grouped = (mark: string) => thousands(whole, mark);
  return [`${grouped('.')},${two}`, `${whole},${two}`, `${grouped(',')}.${two}`, `${whole}.${two}`];
}
