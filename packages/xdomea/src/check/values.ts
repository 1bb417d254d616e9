// SPDX-License-Identifier: EUPL-1.2
import type { Table } from '../table/table.ts';

const zone = '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const date = '(-?\\d{4,9})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const time = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,20})?|24:00:00(?:\\.0{1,20})?)';
const forms = {
  date: new RegExp(`^${date}${zone}$`),
  dateTime: new RegExp(`^${date}T${time}${zone}$`),
  time: new RegExp(`^${time}${zone}$`),
  gYear: new RegExp(`^-?\\d{4,9}${zone}$`),
  boolean: /^(?:true|false|0|1)$/,
  whole: /^[+-]?\d{1,40}$/,
  token: /^[\p{L}\p{N}.:_-]+$/u,
  base64: /^[A-Za-z0-9+/]*={0,2}$/,
};

function dayExists(value: string, form: RegExp): boolean {
  const [, year = '', month = '', day = ''] = form.exec(value) ?? [];
  if (year === '') return false;
  const y = Number(year);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return y !== 0 && Number(day) <= (lengths[Number(month) - 1] ?? 0);
}

function between(value: string, min: number, max: number): boolean {
  return forms.whole.test(value) && Number(value) >= min && Number(value) <= max;
}

const builtIn: Readonly<Record<string, (value: string) => boolean>> = {
  'xs:date': (value) => dayExists(value, forms.date),
  'xs:dateTime': (value) => dayExists(value, forms.dateTime),
  'xs:time': (value) => forms.time.test(value),
  'xs:gYear': (value) => forms.gYear.test(value),
  'xs:boolean': (value) => forms.boolean.test(value),
  'xs:integer': (value) => forms.whole.test(value),
  'xs:int': (value) => between(value, -2_147_483_648, 2_147_483_647),
  'xs:positiveInteger': (value) => between(value, 1, Number.POSITIVE_INFINITY),
  'xs:nonNegativeInteger': (value) => between(value, 0, Number.POSITIVE_INFINITY),
  'xs:unsignedInt': (value) => between(value, 0, 4_294_967_295),
  'xs:unsignedShort': (value) => between(value, 0, 65_535),
  'xs:NMTOKEN': (value) => forms.token.test(value),
  'xs:base64Binary': (value) => forms.base64.test(value.replaceAll(' ', '')),
};
/** Longer values are compared with no pattern: file names and UUIDs are short. */
const longest = 1_000;

/** Text as a schema sees it: white space counts only in plain strings. */
export function normalized(value: string, type: string): string {
  return type === 'xs:string' ? value : value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** The built-in type at the bottom of a type. */
export function baseOf(table: Table, type: string): string {
  let found = type;
  for (let next = table.simple.get(found); next !== undefined; next = table.simple.get(found)) found = next.base;
  return found;
}

/** Why a value does not fit its type, or undefined: the name of the built-in type, `pattern` or the allowed values. */
export function misfit(table: Table, type: string, raw: string): string | undefined {
  const base = baseOf(table, type);
  const value = normalized(raw, base);
  const fits = builtIn[base];
  if (fits !== undefined && !fits(value)) return base.replace('xs:', '');
  for (let own = table.simple.get(type); own !== undefined; own = table.simple.get(own.base)) {
    if (own.values !== undefined && !own.values.has(value)) return [...own.values].slice(0, 12).join(', ');
    if (own.pattern !== undefined && (value.length > longest || !own.pattern.test(value))) return 'pattern';
  }
  return undefined;
}
