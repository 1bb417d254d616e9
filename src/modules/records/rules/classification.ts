// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Grades of secrecy (Verschlusssachen), the lowest first. */
export const classifications = ['open', 'nfd', 'confidential', 'secret', 'top-secret'] as const;
export type Classification = (typeof classifications)[number];

/** The higher one of two grades. */
export function higherOf(one: Classification, other: Classification): Classification {
  return classifications.indexOf(one) >= classifications.indexOf(other) ? one : other;
}

/** May a file be given this grade? It carries at least the highest grade of what lies in it. */
export function mayClassifyFile(now: Classification, wanted: Classification, highestBelow: Classification): Refusal | undefined {
  if (now === wanted) return new Refusal('conflict', 'records.nothing-changed');
  if (higherOf(wanted, highestBelow) === wanted) return undefined;
  return new Refusal(
    'conflict',
    'records.classify.lower-than-contents',
    {},
    { classification: 'records.classify.lower-than-contents' },
  );
}
