// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { PlanUnit } from './retention-rule.ts';

/** What is asked before a rule is proposed. */
export interface RuleWish {
  readonly unit: PlanUnit | undefined;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly today: string;
  /** A proposal for the same unit waits already. */
  readonly waiting: boolean;
}

/** May this rule be proposed? It may take effect at once or later, never in the past: what was explained yesterday was right. */
export function mayPropose({ unit, years, permanent, validFrom, validTo, today, waiting }: RuleWish): Refusal | undefined {
  if (!unit) return new Refusal('not-found', 'disposal.rule.no-unit');
  const field = (name: string, reason: string) => new Refusal('invalid', reason, {}, { [name]: reason });
  if (!permanent && years === null) return field('years', 'disposal.rule.how-long');
  if (permanent && years !== null) return field('years', 'disposal.rule.either-or');
  if (validFrom < today) return field('validFrom', 'disposal.rule.in-the-past');
  if (validTo !== null && validTo < validFrom) return field('validTo', 'disposal.rule.ends-before');
  return waiting ? new Refusal('conflict', 'disposal.rule.waits-already') : undefined;
}

/** A proposal with who made it. */
export interface Proposal {
  readonly state: 'proposed' | 'released' | 'withdrawn';
  readonly validFrom: string;
}

/** May this proposal be decided now? Who may decide is asked elsewhere. */
export function mayDecide(it: Proposal | undefined): Refusal | undefined {
  if (!it) return new Refusal('not-found', 'disposal.rule.not-found');
  if (it.state !== 'proposed') return new Refusal('conflict', 'disposal.rule.decided-already');
  return undefined;
}

/** May it be released, by somebody who saw how much it moves? */
export function mayReleaseRule(it: Proposal | undefined, seen: string, now: string): Refusal | undefined {
  const no = mayDecide(it);
  if (no) return no;
  return seen === now ? undefined : new Refusal('conflict', 'disposal.rule.simulation-changed');
}

/** The day on which the rule takes effect: not before its release. */
export function effectiveFrom(validFrom: string, releasedOn: string): string {
  return validFrom > releasedOn ? validFrom : releasedOn;
}
