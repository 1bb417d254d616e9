// SPDX-License-Identifier: EUPL-1.2
import { beginningOf, endOf, movement } from './period.ts';
import type { DisposalType, Resolved, RetentionRule, StartKind } from './retention-rule.ts';

/** A filed case as its period is computed from. */
export interface FiledFacts {
  readonly planUnit: string;
  readonly filedOn: string;
  readonly fileClosedOn: string | null;
  /** What z.d.A. fixed by the filing plan. */
  readonly retainUntil: string | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType;
}

/** What holds for a case. */
export interface Fixed {
  readonly rule: string | null;
  readonly fromUnit: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  readonly startOn: string | null;
  readonly until: string | null;
  readonly disposal: DisposalType;
}

/**
 * What holds for a filed case now. Where no rule was released, what z.d.A. fixed stays. A period that runs is never shortened by the way:
 * only a rule that says so does it, and it says so before it is released.
 */
export function fixRetention(
  it: FiledFacts,
  before: Fixed | undefined,
  resolved: Resolved | undefined,
  events: Partial<Record<StartKind, string>>,
): Fixed {
  if (!resolved?.rule) return before ?? asFiled(it, resolved);
  const wanted = byRule(it, resolved, resolved.rule, events);
  const shortened =
    before !== undefined &&
    before.rule !== wanted.rule &&
    !resolved.rule.shortens &&
    movement(before.until, wanted.until) === 'earlier';
  return shortened ? before : wanted;
}

function byRule(
  it: FiledFacts,
  { years, permanent, start, fromUnit }: Resolved,
  rule: RetentionRule,
  events: Partial<Record<StartKind, string>>,
): Fixed {
  const startOn = beginningOf(start, { ...it, events });
  const until = endOf({ years, permanent }, startOn);
  return { rule: rule.id, fromUnit, years, permanent, start, startOn, until, disposal: rule.disposal ?? it.disposal };
}

/** As the filing plan said on the day of z.d.A.; what it says today does not touch it. */
function asFiled({ planUnit, filedOn, retainUntil, permanent, disposal }: FiledFacts, resolved: Resolved | undefined): Fixed {
  const years = retainUntil === null ? null : Number(retainUntil.slice(0, 4)) - Number(filedOn.slice(0, 4));
  return {
    rule: null,
    fromUnit: resolved?.fromUnit ?? planUnit,
    years,
    permanent: permanent || retainUntil === null,
    start: 'filed',
    startOn: filedOn,
    until: retainUntil,
    disposal,
  };
}
