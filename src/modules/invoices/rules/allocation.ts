// SPDX-License-Identifier: EUPL-1.2
import { type Decimal, formatDecimal, parseDecimal, sum } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';

/** One line of the allocation. */
export interface Allocation {
  readonly code: string;
  readonly amount: string;
  readonly measure: string;
}

const codeForm = /^[0-9A-Za-z][0-9A-Za-z./-]{2,39}$/;
const mostRows = 100;

/** Reads „11.1.01.5431000; 1.250,00; Maßnahme“ line by line. */
export function readAllocation(text: string): Allocation[] | Refusal {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return wrong('invoices.allocation.none', 0);
  if (lines.length > mostRows) return wrong('invoices.allocation.too-many', mostRows);
  const rows: Allocation[] = [];
  for (const [index, line] of lines.entries()) {
    const [code = '', amount = '', measure = ''] = line.split(';').map((part) => part.trim());
    const value = readAmount(amount);
    if (!codeForm.test(code)) return wrong('invoices.allocation.code', index + 1);
    if (!value) return wrong('invoices.allocation.amount', index + 1);
    rows.push({ code, amount: formatDecimal(value, 2), measure: measure.slice(0, 100) });
  }
  return rows;
}

function wrong(key: string, line: number): Refusal {
  return new Refusal('invalid', key, { line }, { rows: key });
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
