// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** For so long a proof of identity counts for sensitive acts. */
export const proofMinutes = 5;

/** Refuses a sensitive act when the person did not just prove who they are: an unattended screen must not do it. */
export function freshProof(provenAt: Date | undefined, at: Date): Refusal | undefined {
  const age = provenAt === undefined ? Number.POSITIVE_INFINITY : at.getTime() - provenAt.getTime();
  // A proof from the future means that the clock was put back: it does not count.
  if (age >= 0 && age <= proofMinutes * 60_000) return undefined;
  return new Refusal('not-permitted', 'people.prove-again', { minutes: proofMinutes });
}
