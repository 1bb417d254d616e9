// SPDX-License-Identifier: EUPL-1.2
// XRechnung writes a cash discount as a line of the payment terms: #SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#
import { type Decimal, parseDecimal } from '../../decimal.ts';
import { collapse } from '../../xml/element.ts';

const wholeLine = /^#SKONTO#TAGE=([0-9]+)#PROZENT=([0-9]+\.[0-9]{2})(?:#BASISBETRAG=(-?[0-9]+\.[0-9]{2}))?#$/;

/** One cash discount of the payment terms (BT-20). */
export interface Skonto {
  readonly days: number;
  readonly percent: Decimal;
  /** The amount that the percentage is of, if it is not the invoice's. */
  readonly base: Decimal | undefined;
}

function marked(terms: string): string[] {
  return terms
    .split(/\r?\n/)
    .map(collapse)
    .filter((line) => line.startsWith('#'));
}

/** What follows the last piece between number signs; it has to begin with a line break. */
function afterLastMark(terms: string): string {
  const lines = terms.split('\n');
  for (let position = lines.length - 1; position >= 0; position--) {
    const line = lines[position] ?? '';
    const first = line.indexOf('#');
    const last = line.lastIndexOf('#');
    if (first >= 0 && last > first + 1) return [line.slice(last + 1), ...lines.slice(position + 1)].join('\n');
  }
  return terms;
}

/** Whether a line of the payment terms begins with a number sign and is not written as BR-DE-18 demands. */
export function skontoWrong(terms: string): boolean {
  const lines = marked(terms);
  if (lines.length === 0) return false;
  return lines.some((line) => !wholeLine.test(line)) || !/^\s*\n/.test(afterLastMark(terms));
}

/** The cash discounts of well-formed payment terms. */
export function skontoOf(terms: string): Skonto[] {
  return marked(terms).flatMap((line) => {
    const found = wholeLine.exec(line);
    const percent = found === null ? undefined : parseDecimal(found[2] ?? '');
    return found === null || percent === undefined
      ? []
      : [{ days: Number(found[1]), percent, base: found[3] === undefined ? undefined : parseDecimal(found[3]) }];
  });
}
