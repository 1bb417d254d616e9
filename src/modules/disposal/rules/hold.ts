// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What a hold can be about. */
export const holdScopes = ['case', 'file', 'plan-unit'] as const;
export type HoldScope = (typeof holdScopes)[number];

/** Aussetzung: as long as it stands, nothing of what it is about is destroyed. */
export interface Hold {
  readonly id: string;
  readonly scope: HoldScope;
  readonly subject: string;
  readonly reason: string;
  readonly basis: string;
  /** Unit whose registry may lift it. */
  readonly keeperUnit: string;
  readonly setOn: string;
  readonly liftedOn: string | null;
}

/** Where something lies, for asking whether a hold is about it. */
export interface Place {
  readonly case: string;
  readonly file: string;
  /** Units of the filing plan from its own up. */
  readonly planWay: readonly string[];
}

/** The holds that stand over a case: over itself, its file, or a unit of the plan on its way. */
export function holdsOver(holds: readonly Hold[], { case: id, file, planWay }: Place): Hold[] {
  const about = { case: [id], file: [file], 'plan-unit': planWay };
  return holds.filter(({ scope, subject, liftedOn }) => liftedOn === null && about[scope].includes(subject));
}

/** May this hold be lifted? */
export function mayLift(hold: Pick<Hold, 'liftedOn'> | undefined): Refusal | undefined {
  if (!hold) return new Refusal('not-found', 'disposal.hold.not-found');
  return hold.liftedOn === null ? undefined : new Refusal('conflict', 'disposal.hold.lifted-already');
}
