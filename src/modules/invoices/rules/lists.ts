// SPDX-License-Identifier: EUPL-1.2
import { isPlainDate } from '@fachwerk/german-calendar';
import { formatDecimal } from '@fachwerk/en16931';
import { readAmount } from './allocation.ts';
import { numberKey, supplierKey } from './number-key.ts';

/** Lists that another system keeps and Fachwerk takes in: always a whole list. */
export const listNames = ['commitments', 'routing', 'budget-codes', 'limits'] as const;
export type ListName = (typeof listNames)[number];

/** Cells by field, in the form that rules compare: `1250.00`, `2026-12-31`, `order`. */
export type Cells = Readonly<Record<string, string>>;

/** One column of a list. */
export interface ListColumn {
  readonly field: string;
  /** The heading, as the table writes it. */
  readonly heading: string;
  readonly form: 'text' | 'amount' | 'percent' | 'day' | 'unit' | 'year' | 'code' | Readonly<Record<string, string>>;
  readonly required?: boolean;
}

/** A list: its columns, and what makes two lines the same one. */
export interface ListForm {
  readonly columns: readonly ListColumn[];
  keyOf(cells: Cells): string;
}

const text = (field: string, heading: string, required = false): ListColumn => ({ field, heading, form: 'text', required });
const unit: ListColumn = { field: 'unit', heading: 'Stelle', form: 'unit', required: true };

/** What stands in each list. */
export const listForms: Readonly<Record<ListName, ListForm>> = {
  commitments: {
    columns: [
      { field: 'kind', heading: 'Art', form: { auftrag: 'order', bestellung: 'order', vertrag: 'contract' }, required: true },
      text('number', 'Nummer', true),
      text('supplier', 'Lieferant', true),
      text('supplierId', 'Kennung'),
      { field: 'amount', heading: 'Betrag', form: 'amount' },
      { field: 'tolerance', heading: 'Toleranz', form: 'percent' },
      { field: 'until', heading: 'Bis', form: 'day' },
      unit,
      { field: 'code', heading: 'Buchungsstelle', form: 'code' },
    ],
    keyOf: ({ kind = '', number = '' }) => `${kind}:${numberKey(number)}`,
  },
  routing: {
    columns: [
      { field: 'by', heading: 'Merkmal', form: { leitweg: 'fine-part', lieferant: 'supplier' }, required: true },
      text('value', 'Wert', true),
      unit,
    ],
    keyOf: ({ by = '', value = '' }) => `${by}:${by === 'supplier' ? supplierKey(value) : value.toLowerCase()}`,
  },
  'budget-codes': {
    columns: [
      { field: 'year', heading: 'Jahr', form: 'year', required: true },
      { field: 'code', heading: 'Buchungsstelle', form: 'code', required: true },
      text('title', 'Bezeichnung', true),
      { field: 'available', heading: 'Verfügbar', form: 'amount' },
    ],
    keyOf: ({ year = '', code = '' }) => `${year}:${code}`,
  },
  limits: {
    columns: [unit, text('role', 'Rolle', true), { field: 'amount', heading: 'Betrag', form: 'amount', required: true }],
    keyOf: ({ unit: at = '', role = '' }) => `${at}:${role.toLowerCase()}`,
  },
};

/** A cell in the form that rules compare; undefined when it cannot be read as what its column is. */
export function readCell({ form }: ListColumn, cell: string, units: ReadonlySet<string>): string | undefined {
  if (cell === '') return '';
  if (typeof form === 'object') return form[cell.toLowerCase()];
  switch (form) {
    case 'amount': {
      const value = readAmount(cell);
      return value && formatDecimal(value, 2);
    }
    case 'percent':
      return /^\d{1,2}(?:[.,]\d)? ?%?$/.test(cell) ? cell.replace(/ ?%$/, '').replace(',', '.') : undefined;
    case 'day':
      return readDay(cell);
    case 'unit':
      return units.has(cell) ? cell : undefined;
    case 'year':
      return /^20\d\d$/.test(cell) ? cell : undefined;
    case 'code':
      return /^[0-9A-Za-z][0-9A-Za-z./-]{2,39}$/.test(cell) ? cell : undefined;
    default:
      return cell;
  }
}

/** `31.12.2026` or `2026-12-31`. */
function readDay(cell: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? [];
  const iso = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : undefined;
}
