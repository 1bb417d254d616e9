// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What can stand in a field, as templates name it. */
export const templateValues = [
  'rechnung',
  'nummer',
  'betrag',
  'waehrung',
  'grund',
  'empfaenger',
  'iban',
  'faellig',
  'jahr',
  'buchungsstelle',
  'massnahme',
  'sachlich',
  'rechnerisch',
  'angeordnet-am',
  'angeordnet-durch',
  'skonto-bis',
  'skonto-betrag',
  'uebergabe',
  'zeile',
] as const;
export type TemplateValue = (typeof templateValues)[number];

/** One field of a line: a value or a fixed text. */
export interface TemplateField {
  readonly value: TemplateValue | undefined;
  readonly fixed: string;
  /** Heading of the column, or name of the element. */
  readonly name: string;
  /** Only in fixed width. */
  readonly width: number;
  readonly right: boolean;
  readonly fill: string;
}

/** How a finance system wants a batch. */
export interface Template {
  readonly form: 'csv' | 'fest' | 'xml';
  readonly encoding: 'utf-8' | 'latin1';
  /** `cent` writes 119.00 as 11900. */
  readonly decimal: ',' | '.' | 'cent';
  readonly day: 'JJJJ-MM-TT' | 'TT.MM.JJJJ' | 'JJJJMMTT';
  readonly separator: string;
  readonly head: boolean;
  readonly root: string;
  readonly record: string;
  readonly fields: readonly TemplateField[];
}

const forms = ['csv', 'fest', 'xml'] as const;
const choices: Readonly<Record<string, readonly string[]>> = {
  form: forms,
  zeichen: ['utf-8', 'latin1'],
  dezimal: [',', '.', 'cent'],
  datum: ['JJJJ-MM-TT', 'TT.MM.JJJJ', 'JJJJMMTT'],
  trenner: [';', ',', '|', 'tab'],
  kopf: ['ja', 'nein'],
};
const elementName = /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/;
const mostFields = 60;
const widest = 500;

/** Reads a template: settings as `name = value`, fields as `feld Wert; Name; Breite; rechts; Füllzeichen`. Refused with the line that is wrong. */
export function readTemplate(text: string): Template | Refusal {
  const settings = new Map<string, string>();
  const fields: TemplateField[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const field = line.startsWith('feld ') ? readField(line.slice('feld '.length)) : undefined;
    if (field) fields.push(field);
    else if (!readSetting(line, settings)) return wrong('invoices.template.line', index + 1);
  }
  const form = forms.find((one) => one === settings.get('form'));
  return (form ? lackOf(form, fields) : wrong('invoices.template.no-form', 0)) ?? assemble(form ?? 'csv', settings, fields);
}

/** What the form needs of its fields and does not get. */
function lackOf(form: Template['form'], fields: readonly TemplateField[]): Refusal | undefined {
  if (fields.length === 0 || fields.length > mostFields) return wrong('invoices.template.no-fields', mostFields);
  if (form === 'fest' && fields.some(({ width }) => width === 0)) return wrong('invoices.template.no-width', 0);
  if (form === 'xml' && fields.some(({ name }) => !elementName.test(name))) return wrong('invoices.template.no-name', 0);
  return undefined;
}

function assemble(form: Template['form'], settings: ReadonlyMap<string, string>, fields: readonly TemplateField[]): Template {
  return {
    form,
    encoding: settings.get('zeichen') === 'latin1' ? 'latin1' : 'utf-8',
    decimal: (settings.get('dezimal') ?? ',') as Template['decimal'],
    day: (settings.get('datum') ?? 'JJJJ-MM-TT') as Template['day'],
    separator: settings.get('trenner') === 'tab' ? '\t' : (settings.get('trenner') ?? ';'),
    head: settings.get('kopf') !== 'nein',
    root: settings.get('wurzel') ?? 'Anordnungen',
    record: settings.get('satz') ?? 'Anordnung',
    fields,
  };
}

function wrong(key: string, line: number): Refusal {
  return new Refusal('invalid', key, { line }, { definition: key });
}

function readSetting(line: string, settings: Map<string, string>): boolean {
  const at = line.indexOf('=');
  const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  const known = choices[name];
  const fits = known ? known.includes(value) : (name === 'wurzel' || name === 'satz') && elementName.test(value);
  if (at < 0 || !fits) return false;
  settings.set(name, value);
  return true;
}

/** `betrag; Betrag; 12; rechts; 0` or `"TEXT"; Kennung; 4`. */
function readField(text: string): TemplateField | undefined {
  const [said = '', name = '', width = '', side = '', fill = ''] = splitOutsideQuotes(text);
  const fixed = /^"([^"]{0,100})"$/.exec(said)?.[1];
  const value = templateValues.find((one) => one === said);
  if (value === undefined && fixed === undefined) return undefined;
  const columns = width === '' ? 0 : Number(width);
  const isOdd =
    !Number.isInteger(columns) || columns < 0 || columns > widest || fill.length > 1 || !['', 'links', 'rechts'].includes(side);
  return isOdd
    ? undefined
    : { value, fixed: fixed ?? '', name: name || said, width: columns, right: side === 'rechts', fill: fill || ' ' };
}

function splitOutsideQuotes(text: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === ';' && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
