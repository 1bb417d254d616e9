// SPDX-License-Identifier: EUPL-1.2
import type { ZodError } from 'zod';
import { Refusal } from './refusal.ts';

type Issue = ZodError['issues'][number];

/** Turns zod's findings into one refusal: field → text key. A schema may name its own key as message. */
export function invalidInput(error: ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    for (const field of fieldsOf(issue)) fields[field] ??= keyOf(issue);
  }
  const unknown = error.issues.some((issue) => issue.code === 'unrecognized_keys');
  return new Refusal(
    unknown ? 'malformed' : 'invalid',
    unknown ? 'kernel.invalid.unknown-field' : 'kernel.invalid-input',
    {},
    fields,
  );
}

/**
 * What no schema looks for and no input may hold: U+0000, which PostgreSQL refuses, half a surrogate pair, which is no character,
 * and a field called `__proto__`, which zod passes over. Without this they would be faults of ours instead of answers.
 */
export function unfitInput(values: unknown): Refusal | undefined {
  const found = [...unfitParts(values, '')];
  if (found.length === 0) return undefined;
  const smuggled = found.some(([, key]) => key === unknownField);
  return new Refusal(
    smuggled ? 'malformed' : 'invalid',
    smuggled ? unknownField : 'kernel.invalid-input',
    {},
    Object.fromEntries(found),
  );
}

/** True for text that can be stored and shown. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

const unknownField = 'kernel.invalid.unknown-field';

function* unfitParts(value: unknown, path: string): Generator<[path: string, key: string]> {
  if (typeof value === 'string' && !isPlainText(value)) yield [path || 'form', 'kernel.invalid.format'];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = path ? `${path}.${name}` : name;
    if (name === '__proto__' || !isPlainText(name)) yield ['form', unknownField];
    else yield* unfitParts(inner, here);
  }
}

function fieldsOf(issue: Issue): string[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => (path ? `${path}.${key}` : key));
  return [path || 'form'];
}

const ownKey = /^[a-z-]+(\.[a-z0-9-]+)+$/;

function keyOf(issue: Issue): string {
  if (ownKey.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'kernel.invalid.unknown-field';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'kernel.invalid.missing' : 'kernel.invalid.too-small';
    case 'too_big':
      return 'kernel.invalid.too-big';
    case 'invalid_type':
      return issue.input === undefined ? 'kernel.invalid.missing' : 'kernel.invalid.format';
    default:
      return 'kernel.invalid.format';
  }
}
