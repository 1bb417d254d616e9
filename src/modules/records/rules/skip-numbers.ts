// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

const mostSkipped = 10_000;

/** May the numbers up to this one be left out, e.g. because they were given on paper? */
export function maySkipNumbers(next: number, upTo: number): Refusal | undefined {
  const wrong = (reason: string, details: Record<string, number>) => new Refusal('invalid', reason, details, { upTo: reason });
  if (upTo < next) return wrong('records.skip-numbers.drawn-already', { next });
  if (upTo - next >= mostSkipped) return wrong('records.skip-numbers.too-many', { n: mostSkipped });
  return undefined;
}
