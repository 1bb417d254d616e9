// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FiledCase } from '../../records/index.ts';
import type { RetentionSet } from '../events/retention-set.ts';
import { fixRetention } from '../rules/fix-retention.ts';
import { localDay } from '../rules/local-day.ts';
import { type PlanUnit, planWay, type RetentionRule, resolveRule, type StartKind } from '../rules/retention-rule.ts';
import type { RetainedCase } from '../store/objects.ts';
import { planUnits, releasedRules } from '../store/rules.ts';

/** What is known when the period of a case is computed. */
export interface Known {
  readonly plan: ReadonlyMap<string, PlanUnit>;
  readonly rules: readonly RetentionRule[];
  readonly today: string;
}

/** Reads plan and rules. */
export async function findKnown(tx: Tx, at: Date): Promise<Known> {
  return { plan: await planUnits(tx), rules: await releasedRules(tx), today: localDay(at) };
}

/** Why a period is computed again. */
export interface Occasion {
  readonly before: RetainedCase | undefined;
  readonly events: Partial<Record<StartKind, string>>;
  readonly why: 'event' | 'file';
}

/** The event that says what holds for a filed case now. */
export function retentionEvent(it: FiledCase, { plan, rules, today }: Known, { before, events, why }: Occasion): RetentionSet {
  const running = before?.state === 'reopened' ? undefined : before;
  const fixed = fixRetention(it, running, resolveRule(planWay(plan, it.planUnit), rules, today), events);
  const { planUnit, reference, sortKey, fileReference, startedOn, filedOn, fileClosedOn } = it;
  const { rule, fromUnit, years, permanent, start, startOn, until, disposal } = fixed;
  return {
    type: 'disposal.retention-set',
    object: `case:${it.id}`,
    file: it.file,
    unit: it.leadUnit,
    facts: {
      ...{ planUnit, reference, sortKey, fileReference, startedOn, filedOn, fileClosedOn },
      ...{ rule, fromUnit, years, permanent, start, startOn, until, disposal },
      why: running ? why : null,
      day: today,
    },
  };
}

/** Does the event say what stands there already? */
export function saysTheSame(before: RetainedCase | undefined, { unit, facts }: RetentionSet): boolean {
  if (!before || before.state === 'reopened') return false;
  const [was, is] = [
    { ...before, unit: before.leadUnit },
    { ...facts, unit },
  ];
  return (['unit', 'planUnit', 'fileClosedOn', 'until', 'rule', 'permanent', 'startOn'] as const).every(
    (name) => was[name] === is[name],
  );
}
