// SPDX-License-Identifier: EUPL-1.2
// Money is never a binary float: 0.1 + 0.2 would reject correct invoices (BR-CO-10 and BR-CO-16 compare for equality).

/** An exact decimal: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const lexical = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
/** More digits than any amount can carry; keeps a hostile document from making BigInt arithmetic slow. */
const longestNumeral = 60;
const powers: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  let known = powers[exponent];
  if (known === undefined) {
    known = 10n ** BigInt(exponent);
    powers[exponent] = known;
  }
  return known;
}

/** The decimal that the text spells (XML Schema `xs:decimal`, white space around it allowed), or undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  const numeral = text.trim();
  if (numeral.length > longestNumeral || !lexical.test(numeral)) return undefined;
  const point = numeral.indexOf('.');
  if (point < 0) return { units: BigInt(numeral.startsWith('+') ? numeral.slice(1) : numeral), scale: 0 };
  const fraction = numeral.slice(point + 1);
  const whole = numeral.slice(0, point).replace('+', '');
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
}

/** The decimal of a whole number. */
export function decimal(whole: number): Decimal {
  return { units: BigInt(whole), scale: 0 };
}

/** Nought. */
export const zero: Decimal = decimal(0);
/** One: the tolerance that several VAT rules grant. */
export const one: Decimal = decimal(1);

function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  if (left.scale === right.scale) return [left.units, right.units, left.scale];
  if (left.scale > right.scale) return [left.units, right.units * powerOfTen(left.scale - right.scale), left.scale];
  return [left.units * powerOfTen(right.scale - left.scale), right.units, right.scale];
}

/** The exact sum. */
export function add(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { units: a + b, scale };
}

/** The exact difference. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { units: a - b, scale };
}

/** The exact product. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

/** The exact hundredth: turns a percentage into a factor. */
export function hundredth(value: Decimal): Decimal {
  return { units: value.units, scale: value.scale + 2 };
}

/** Negative, zero or positive as left is smaller than, equal to or greater than right. */
export function compare(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether both are the same number, whatever their trailing zeros. */
export function equal(left: Decimal, right: Decimal): boolean {
  return compare(left, right) === 0;
}

/** The distance from nought. */
export function absolute(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}

/** The same number with the other sign. */
export function negate(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale };
}

/** Rounded to so many places; a half goes towards plus infinity, as XPath's `round` does and the validation rules assume. */
export function round(value: Decimal, places = 2): Decimal {
  if (value.scale <= places) return value;
  const step = powerOfTen(value.scale - places);
  const shifted = value.units * 2n + step;
  const divisor = step * 2n;
  let units = shifted / divisor;
  if (shifted < 0n && shifted % divisor !== 0n) units -= 1n;
  return { units, scale: places };
}

/** The exact sum of any number of decimals. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** Counted by hand: `/0+$/` would take quadratic time for a numeral full of zeros. */
function withoutZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}

/** The decimal as a plain numeral without needless zeros, with at least `places` of them after the point. */
export function formatDecimal(value: Decimal, places = 0): string {
  const negative = value.units < 0n;
  const digits = (negative ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = (value.scale > 0 ? withoutZeros(digits.slice(-value.scale)) : '').padEnd(places, '0');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
