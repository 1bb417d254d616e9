// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What is known about who could release grants if a person no longer could. */
export interface Releasers {
  readonly fourEyesBegan: boolean;
  /** True when this function, or one of this person's functions, lets them release grants. */
  readonly concerned: boolean;
  /** Other persons who may release grants without an end in sight. */
  readonly others: number;
}

/** Two persons must always be able to grant and release: otherwise nobody could ever give a right again. */
export function leavesTwoReleasers({ fourEyesBegan, concerned, others }: Releasers): Refusal | undefined {
  if (!concerned || others >= (fourEyesBegan ? 2 : 1)) return undefined;
  return new Refusal('conflict', 'people.function.last-releaser');
}

/** May a function end at this moment? */
export function mayEndFunction(held: { validFrom: Date; validTo: Date | null }, ends: Date, now: Date): Refusal | undefined {
  if (held.validTo !== null && held.validTo <= now) return new Refusal('conflict', 'people.function.ended-already');
  if (ends < now) return new Refusal('invalid', 'people.function.end-in-past', {}, { on: 'people.function.end-in-past' });
  if (held.validTo !== null && ends > held.validTo)
    return new Refusal('invalid', 'people.function.end-later', {}, { on: 'people.function.end-later' });
  return undefined;
}
