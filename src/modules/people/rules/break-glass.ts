// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { freshProof } from './fresh-proof.ts';

/** Longest opening in hours, fewest characters of its reason, days until somebody must have looked at it. */
export const openingLimits = { hours: 4, reason: 20, reviewDays: 5 } as const;

/** What is known when somebody wants to open a file by breaking the glass. */
export interface OpeningWanted {
  readonly provenAt: Date | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly excluded: boolean;
  readonly openAlready: boolean;
}

/** May the glass be broken? In one's own name, freshly proven, and never around an exclusion for bias. */
export function mayBreakGlass({ provenAt, onBehalfOf, excluded, openAlready }: OpeningWanted, at: Date): Refusal | undefined {
  if (onBehalfOf !== undefined) return new Refusal('not-permitted', 'people.opening.not-as-deputy');
  if (excluded) return new Refusal('not-permitted', 'people.opening.excluded');
  if (openAlready) return new Refusal('conflict', 'people.opening.open-already');
  return freshProof(provenAt, at);
}

/** May somebody review an opening? Not the one who broke the glass, and not their deputy in this. */
export function mayReviewOpening(
  opening: { person: string },
  by: { person: string | null; onBehalfOf?: string | undefined },
): Refusal | undefined {
  if (opening.person === by.person || opening.person === by.onBehalfOf)
    return new Refusal('not-permitted', 'people.opening.own-review');
  return undefined;
}
