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
  /** Further sums by term: net, tax, gross. */
  readonly sums?: readonly { readonly term: string; readonly text: string }[];
}

const comparedSums = new Set(['BT-109', 'BT-110', 'BT-112']);

/** Compares the PDF's text with the XML. People pay what they see, machines what they read: both must be the same. */
export function comparePdf(text: string, { number, issuedOn, amount, iban, sums = [] }: Sought): Compared[] {
  const page = flatten(text);
  const has = (forms: readonly string[]) =>
    forms.some((form) => form !== '' && standsAlone(page, form.replaceAll(/\s/g, '').toLowerCase()));
  const rows: [string, string, readonly string[]][] = [
    ['BT-1', number, [number]],
    ['BT-2', issuedOn ?? '', dateForms(issuedOn)],
    ...sums
      .filter(({ term }) => comparedSums.has(term))
      .map(({ term, text: value }): [string, string, string[]] => [term, value, amountForms(value)]),
    ['BT-115', amount ?? '', amountForms(amount)],
    ['BT-84', iban, [iban]],
  ];
  return rows.filter(([, value]) => value !== '').map(([term, value, forms]) => ({ term, value, found: has(forms) }));
}

/** A text without its white space, and before which letters there was some: account numbers are written with and without. */
interface Flat {
  readonly letters: string;
  readonly gaps: ReadonlySet<number>;
}

function flatten(text: string): Flat {
  const gaps = new Set<number>();
  let letters = '';
  for (const letter of text.toLowerCase()) {
    if (letter.trim() === '') gaps.add(letters.length);
    else letters += letter;
  }
  return { letters, gaps };
}

/** 119,00 does not stand in 1.119,00, in 1 119,00 nor in 119,005; but it does in „119,00 4 Stühle“. */
function standsAlone({ letters, gaps }: Flat, form: string): boolean {
  const digits = /^\d/.test(form);
  for (let at = letters.indexOf(form); at >= 0; at = letters.indexOf(form, at + 1)) {
    const end = at + form.length;
    const before = letters.slice(Math.max(0, at - 2), at);
    const isTail = /^\d{3}\D/.test(form) && /\d$/.test(before);
    const grows = /\d[.,]?$/.test(before) && !gaps.has(at);
    if (!digits || !(isTail || grows || (/\d/.test(letters[end] ?? '') && !gaps.has(end)))) return true;
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
