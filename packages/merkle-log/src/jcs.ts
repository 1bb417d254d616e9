// SPDX-License-Identifier: EUPL-1.2
// JSON Canonicalization Scheme (RFC 8785): one value, one spelling, so that a hash over JSON means something.

/** A JSON value; numbers must be finite, strings well-formed UTF-16. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The canonical JSON text of a value (RFC 8785). Throws `TypeError` for what JSON cannot say: NaN, infinity, lone surrogates, undefined. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${Array.from(value as readonly JsonValue[], canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as { readonly [key: string]: JsonValue });
  throw new TypeError(`no JSON value: ${typeof value}`);
}

/** ECMAScript's own number format is the canonical one (RFC 8785 §3.2.2.3); -0 becomes 0. */
function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('JSON knows no NaN and no infinity');
  return JSON.stringify(value);
}

/** JSON.stringify escapes exactly as RFC 8785 §3.2.2.2 demands, except that it would hide a lone surrogate behind an escape. */
function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('lone surrogate in a JSON string');
  return JSON.stringify(value);
}

/** Members sorted by UTF-16 code units (RFC 8785 §3.2.3), which is how ECMAScript compares strings. */
function canonicalObject(value: { readonly [key: string]: JsonValue }): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key]!)}`);
  return `{${members.join(',')}}`;
}
