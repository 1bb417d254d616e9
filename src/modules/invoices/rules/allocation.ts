// SPDX-License-Identifier: EUPL-1.2
import {
  add,
  type Decimal,
  decimal,
  formatDecimal,
  hundredth,
  multiply,
  parseDecimal,
  round,
  subtract,
  sum,
  zero,
} from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';

/** One line of the allocation. */
export interface Allocation {
  readonly code: string;
  readonly amount: string;
  readonly measure: string;
}

/** What an allocation can point at. */
export interface Allocatable {
  /** What is to be paid; undefined when the invoice does not say it. */
  readonly amount: Decimal | undefined;
  /** Net amount and VAT rate of each of the invoice's lines, by its number there (BT-126). */
  readonly lines: ReadonlyMap<string, { readonly net: string; readonly rate: string }>;
}

const codeForm = /^[0-9A-Za-z][0-9A-Za-z./-]{2,39}$/;
const mostRows = 100;
const nothing: Allocatable = { amount: undefined, lines: new Map() };

/**
 * Reads „11.1.01.5431000; 1.250,00; Maßnahme“ line by line. In place of the amount may stand a share („30 %“), lines of the invoice
 * („Pos. 1, 3“, with their VAT), or „Rest“ for what is left, once.
 */
export function readAllocation(text: string, of: Allocatable = nothing): Allocation[] | Refusal {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return wrong('invoices.allocation.none', 0);
  if (lines.length > mostRows) return wrong('invoices.allocation.too-many', mostRows);
  const rows = lines.map((line) => {
    const [code = '', amount = '', measure = ''] = line.split(';').map((part) => part.trim());
    return { code, measure: measure.slice(0, 100), amount: isRest(amount) ? ('rest' as const) : spelled(amount, of) };
  });
  const bad = rows.findIndex(({ code, amount }) => !codeForm.test(code) || amount === undefined);
  if (bad >= 0) {
    return wrong(codeForm.test(rows[bad]?.code ?? '') ? 'invoices.allocation.amount' : 'invoices.allocation.code', bad + 1);
  }
  const rest = rows.filter(({ amount }) => amount === 'rest').length;
  if (rest > 1 || (rest === 1 && !of.amount)) return wrong('invoices.allocation.one-rest', 0);
  const named = sum(rows.flatMap(({ amount }) => (amount === 'rest' || amount === undefined ? [] : amount)));
  const left = subtract(of.amount ?? zero, named);
  return rows.map(({ code, amount, measure }) => ({
    code,
    measure,
    amount: formatDecimal(amount === 'rest' || amount === undefined ? left : amount, 2),
  }));
}

function wrong(key: string, line: number): Refusal {
  return new Refusal('invalid', key, { line }, { rows: key });
}

function isRest(text: string): boolean {
  return text.toLowerCase() === 'rest';
}

/** An amount, a share or lines of the invoice. */
function spelled(text: string, { amount, lines }: Allocatable): Decimal | undefined {
  const [, share] = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%$/.exec(text) ?? [];
  if (share !== undefined) {
    const percent = parseDecimal(share.replace(',', '.'));
    return amount && percent && round(multiply(amount, hundredth(percent)));
  }
  const [, named] = /^pos(?:\.|ition|itionen)? ?([0-9A-Za-z ,-]{1,200})$/i.exec(text) ?? [];
  return named === undefined ? readAmount(text) : ofLines(named, lines);
}

/** Gross amounts of invoice lines, each rounded to the cent; undefined when one of them is not there. */
function ofLines(named: string, lines: Allocatable['lines']): Decimal | undefined {
  const wanted = named.split(',').map((part) => part.trim());
  const gross = wanted.map((no) => {
    const line = lines.get(no);
    const net = line && parseDecimal(line.net);
    return net && round(multiply(net, add(decimal(1), hundredth(parseDecimal(line.rate) ?? zero))));
  });
  return gross.some((one) => one === undefined) ? undefined : sum(gross.flatMap((one) => one ?? []));
}

/** An amount as clerks write it (1.250,00) or as machines do (1250.00); two decimals at most. */
export function readAmount(text: string): Decimal | undefined {
  if (text.length > 20) return undefined;
  const german = /^-?\d{1,3}(\.\d{3})*,\d{1,2}$|^-?\d+,\d{1,2}$/.test(text);
  const plain = german ? text.replaceAll('.', '').replace(',', '.') : text;
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(plain) ? parseDecimal(plain) : undefined;
}

/** What is allocated altogether. */
export function allocated(rows: readonly Pick<Allocation, 'amount'>[]): Decimal {
  return sum(rows.flatMap(({ amount }) => parseDecimal(amount) ?? []));
}

/** The supplier's last allocation as a beginning: one code takes all, several keep their amounts and the last takes the rest. */
export function suggestRows(last: readonly Allocation[], amount: Decimal | undefined): string {
  const measure = (row: Allocation) => (row.measure === '' ? '' : `; ${row.measure}`);
  const [only] = last;
  if (only && last.length === 1 && amount) return `${only.code}; ${formatDecimal(amount, 2).replace('.', ',')}${measure(only)}`;
  return last
    .map((row, index) => `${row.code}; ${index === last.length - 1 ? 'Rest' : row.amount.replace('.', ',')}${measure(row)}`)
    .join('\n');
}
