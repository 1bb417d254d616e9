// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { z, type ZodType } from 'zod';

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Values = Record<string, unknown>;

/** What a schema says an input looks like, as JSON Schema. */
export function jsonSchemaOf(schema: ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

const words = ['Uferstraße 4', 'Erlaubnis', 'Begründung nach Aktenlage'];
const byFormat: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid({ version: 7 }),
  date: fc.constantFrom('2026-12-01', '2027-02-28'),
  email: fc.constant('jemand@stadt.example'),
};

function textOf({ format = '', pattern, minLength = 0, maxLength = 2_000 }: JsonSchema): fc.Arbitrary<string> {
  if (byFormat[format] === undefined && pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return (
    byFormat[format] ??
    fc.oneof(
      fc.constantFrom(...words).map((word) => word.padEnd(minLength, '.').slice(0, maxLength)),
      fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) }),
    )
  );
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one)]));
  return fc.record(model, { requiredKeys: required.filter((name) => name in model), noNullPrototype: true });
}

const byType: Readonly<Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>>> = {
  object: objectOf,
  string: textOf,
  integer: ({ minimum = 0, maximum = 1_000 }) => fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }),
  number: ({ minimum = 0, maximum = 1_000 }) => fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0 }) => fc.array(arbitraryOf(items), { minLength: minItems, maxLength: minItems + 2 }),
};

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return fc.oneof(...ways.map(arbitraryOf));
  // A field whose way in is not written down (a preprocess) takes an empty form field, an id, a number, a day.
  return (
    byType[schema.type ?? '']?.(schema) ?? fc.oneof(fc.constantFrom('', 'Uferstraße', '3', '2026-12-01'), fc.uuid({ version: 7 }))
  );
}

/** Inputs that mostly fit a schema. */
export function fitting(schema: ZodType): fc.Arbitrary<Values> {
  return arbitraryOf(jsonSchemaOf(schema)) as fc.Arbitrary<Values>;
}

/** Names of the fields that a schema knows. */
export function fieldsOf(schema: ZodType): string[] {
  return Object.keys(jsonSchemaOf(schema).properties ?? {});
}

/** One input that a schema takes, `given` fields as they are; undefined when chance finds none. */
export function accepted(schema: ZodType, given: Values = {}): Values | undefined {
  const known = new Set(fieldsOf(schema));
  const fixed = Object.fromEntries(Object.entries(given).filter(([name]) => known.has(name)));
  return fc
    .sample(fitting(schema), { numRuns: 400, seed: 8_4 })
    .map((one) => ({ ...one, ...fixed }))
    .find((one) => schema.safeParse(one).success);
}

const evilTexts = [
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202e\u2066umgekehrt',
  `${'9'.repeat(400)}`,
  '%00%0a',
  "';drop table records.files;--",
  '../../etc/passwd',
  '2026-02-30',
  '0000-00-00',
  '99999-12-31',
  'NaN',
  '\r\nSet-Cookie: a=b',
  'ß'.repeat(5_000),
];

/** What nobody means well with. */
export const evil: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...evilTexts) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(1e308, -1, 2 ** 53, 2 ** 31, 0.1, null, true, [], {}, [['']], { toString: 'x' }),
  },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
);

/** Inputs that fit but for one or two fields. */
export function hostile(schema: ZodType): fc.Arbitrary<Values> {
  const names = fieldsOf(schema);
  if (names.length === 0) return fc.dictionary(fc.constantFrom('a', 'b'), evil);
  const spoilt = fc.dictionary(fc.constantFrom(...names), evil, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
  return fc.tuple(fitting(schema), spoilt).map(([good, bad]) => ({ ...good, ...bad }));
}
