// SPDX-License-Identifier: EUPL-1.2
import type { Allocation } from './allocation.ts';
import type { OrderRecord } from './payment-order.ts';
import { csvCell } from './csv-cell.ts';
import type { Template, TemplateField, TemplateValue } from './read-template.ts';

/** A batch in the finance system's own form. */
export interface Written {
  readonly text: string;
  /** What does not fit: the order's number and the field. Such a batch must not go out. */
  readonly problems: readonly { readonly kind: 'too-long' | 'no-letter'; readonly number: string; readonly field: string }[];
}

/** The batch that is written. */
export interface WrittenBatch {
  readonly no: number;
  readonly orders: readonly OrderRecord[];
}

interface Line {
  readonly record: OrderRecord;
  readonly row: Allocation;
  readonly values: readonly string[];
}

/** Writes a batch by a template: one line for each budget code, so that the amounts add up to the batch's total. */
export function writeByTemplate(template: Template, batch: WrittenBatch): Written {
  const rows = batch.orders.flatMap((record) => record.order.codes.map((row) => ({ record, row })));
  const lines: Line[] = rows.map(({ record, row }, index) => ({
    record,
    row,
    values: template.fields.map((field) => textOf(template, field, { record, row, batch: batch.no, line: index + 1 })),
  }));
  const problems = lines.flatMap(({ record, values }) =>
    template.fields.flatMap((field, index) => {
      const kind = problemOf(template, field, values[index] ?? '');
      return kind ? [{ kind, number: record.reference, field: field.name }] : [];
    }),
  );
  return { text: texts[template.form](template, lines), problems };
}

const texts: Readonly<Record<Template['form'], (template: Template, lines: readonly Line[]) => string>> = {
  csv: (template, lines) => {
    const head = template.head
      ? [template.fields.map(({ name }) => csvCell(name, template.separator)).join(template.separator)]
      : [];
    return [...head, ...lines.map(({ values }) => values.map((one) => csvCell(one, template.separator)).join(template.separator))]
      .map((line) => `${line}\r\n`)
      .join('');
  },
  fest: (template, lines) =>
    lines
      .map(({ values }) => `${template.fields.map((field, index) => padded(field, values[index] ?? '')).join('')}\r\n`)
      .join(''),
  xml: (template, lines) => {
    const encoding = template.encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-8';
    const records = lines.map(({ values }) => {
      const fields = template.fields
        .map(({ name }, index) => `    <${name}>${escaped(values[index] ?? '')}</${name}>\n`)
        .join('');
      return `  <${template.record}>\n${fields}  </${template.record}>\n`;
    });
    return `<?xml version="1.0" encoding="${encoding}"?>\n<${template.root}>\n${records.join('')}</${template.root}>\n`;
  },
};

function padded({ width, right, fill }: TemplateField, value: string): string {
  const cut = [...value].slice(0, width).join('');
  const gap = fill.repeat(Math.max(0, width - [...cut].length));
  return right ? gap + cut : cut + gap;
}

/** Amounts, accounts and days are never cut; a name or a reason may be. */
const mayBeCut: readonly (TemplateValue | undefined)[] = [
  'grund',
  'empfaenger',
  'massnahme',
  'sachlich',
  'rechnerisch',
  'angeordnet-durch',
];

function problemOf(template: Template, { value, width }: TemplateField, text: string): 'too-long' | 'no-letter' | undefined {
  if (template.form === 'fest' && [...text].length > width && !mayBeCut.includes(value)) return 'too-long';
  return template.encoding === 'latin1' && [...text].some((letter) => (letter.codePointAt(0) ?? 0) > 0xff)
    ? 'no-letter'
    : undefined;
}

interface Place {
  readonly record: OrderRecord;
  readonly row: Allocation;
  readonly batch: number;
  readonly line: number;
}

function textOf(template: Template, { value, fixed }: TemplateField, place: Place): string {
  if (value === undefined) return fixed;
  const text = plainValue(value, place);
  const shown = kinds[value] === 'amount' ? amount(template, text) : kinds[value] === 'day' ? day(template, text) : text;
  return shown.replaceAll(/[\r\n\t]+/g, ' ');
}

const kinds: Partial<Record<TemplateValue, 'amount' | 'day'>> = {
  betrag: 'amount',
  'skonto-betrag': 'amount',
  faellig: 'day',
  'angeordnet-am': 'day',
  'skonto-bis': 'day',
};

function plainValue(value: TemplateValue, { record, row, batch, line }: Place): string {
  const { order, invoice, reference, currency, skonto } = record;
  const values: Readonly<Record<TemplateValue, string>> = {
    rechnung: invoice,
    nummer: reference,
    betrag: row.amount,
    waehrung: currency,
    grund: order.reason,
    empfaenger: order.payee,
    iban: order.iban,
    faellig: order.dueOn,
    jahr: String(order.budgetYear),
    buchungsstelle: row.code,
    massnahme: row.measure,
    sachlich: order.certified.factual,
    rechnerisch: order.certified.arithmetic,
    'angeordnet-am': order.orderedOn,
    'angeordnet-durch': order.orderedBy,
    'skonto-bis': skonto?.until ?? '',
    'skonto-betrag': skonto?.saving ?? '',
    uebergabe: String(batch),
    zeile: String(line),
  };
  return values[value];
}

function amount({ decimal }: Template, text: string): string {
  return decimal === 'cent' ? text.replace('.', '') : text.replace('.', decimal);
}

function day({ day: form }: Template, text: string): string {
  const [year = '', month = '', date = ''] = text.split('-');
  if (date === '') return '';
  return form === 'TT.MM.JJJJ' ? `${date}.${month}.${year}` : form === 'JJJJMMTT' ? `${year}${month}${date}` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Bytes of a text in the template's encoding; what ISO-8859-1 does not have becomes a question mark. */
export function encodeText(text: string, encoding: Template['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return Uint8Array.from(
    [...text].map((letter) => ((letter.codePointAt(0) ?? 0) > 0xff ? 0x3f : (letter.codePointAt(0) ?? 0x3f))),
  );
}
