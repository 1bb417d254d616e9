// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Grounds for exclusion: § 20 Abs. 1 Satz 1 Nr. 1 to 6 VwVfG in their order, advantage by Satz 2, fear of bias by § 21 VwVfG. */
export const grounds = {
  party: '§ 20 Abs. 1 Satz 1 Nr. 1 VwVfG',
  relative: '§ 20 Abs. 1 Satz 1 Nr. 2, 4 VwVfG',
  representative: '§ 20 Abs. 1 Satz 1 Nr. 3 VwVfG',
  employed: '§ 20 Abs. 1 Satz 1 Nr. 5 VwVfG',
  involved: '§ 20 Abs. 1 Satz 1 Nr. 6 VwVfG',
  advantage: '§ 20 Abs. 1 Satz 2 VwVfG',
  distrust: '§ 21 VwVfG',
} as const;

export type Ground = keyof typeof grounds;

/** Fewest characters of a reason. */
export const shortestGround = 10;

/** May somebody be excluded from a file? Everybody themselves; others by those who decide in one of the person's units. */
export function mayExclude(
  wanted: { person: string; already: boolean },
  by: { person: string | null; mayDecide: boolean },
): Refusal | undefined {
  if (by.person !== wanted.person && !by.mayDecide) return new Refusal('not-permitted', 'people.exclusion.not-yours');
  if (wanted.already) return new Refusal('conflict', 'people.exclusion.already');
  return undefined;
}

/** May an exclusion be lifted? Never by the person concerned: § 20 VwVfG does not ask for consent. */
export function mayLiftExclusion(
  excluded: { person: string },
  by: { person: string | null; onBehalfOf?: string | undefined; mayDecide: boolean },
): Refusal | undefined {
  if (excluded.person === by.person || excluded.person === by.onBehalfOf)
    return new Refusal('not-permitted', 'people.exclusion.own');
  if (!by.mayDecide) return new Refusal('not-permitted', 'people.exclusion.not-yours');
  return undefined;
}
