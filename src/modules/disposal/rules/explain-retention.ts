// SPDX-License-Identifier: EUPL-1.2
import type { Hold } from './hold.ts';
import { freeOn } from './period.ts';
import type { DisposalType, StartKind } from './retention-rule.ts';

/** A sentence with its values, for a page. Days stay `YYYY-MM-DD`; whoever shows them writes them as people do (`days`). */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Names of the values that are days. */
  readonly days?: readonly string[] | undefined;
}

/** One change of the end in the past. */
export interface Move {
  readonly why: 'rule' | 'event' | 'file';
  readonly oldUntil: string | null;
  readonly newUntil: string | null;
  readonly onDay: string;
}

/** Everything that the explanation of one case is made of. */
export interface Explained {
  /** Unit of the plan in which the file lies, and the one that says how long. */
  readonly unit: { readonly code: string; readonly title: string };
  readonly from: { readonly code: string; readonly title: string };
  /** Legal basis of the rule; undefined when the filing plan itself says how long. */
  readonly rule: { readonly basis: string; readonly validFrom: string } | undefined;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  readonly startOn: string | null;
  readonly until: string | null;
  readonly disposal: DisposalType;
  readonly moves: readonly Move[];
  readonly holds: readonly Hold[];
  /** The case that keeps its file longest, when that is another one. */
  readonly longest: { readonly reference: string; readonly until: string | null } | undefined;
  readonly today: string;
}

const sentence = (key: string, values: Sentence['values'] = {}, days?: readonly string[]): Sentence => ({
  key: `disposal.why.${key}`,
  values,
  ...(days ? { days } : {}),
});

/** The answer in one sentence: until when, or why there is no day. */
export function answerOf({ until, permanent, start, holds, today }: Explained): Sentence {
  if (permanent) return sentence('for-ever');
  if (until === null) return sentence(`waits.${start}`);
  if (until >= today) return sentence('until', { until }, ['until']);
  return holds.length > 0 ? sentence('over-but-held', { until }, ['until']) : sentence('over', { until }, ['until']);
}

/** Every step of the reasoning, in the order in which one would tell it. */
export function stepsOf(it: Explained): Sentence[] {
  return [
    sentence('place', { code: it.unit.code, title: it.unit.title }),
    durationOf(it),
    ...(it.permanent ? [] : beginningSteps(it)),
    ...it.moves.map(moveStep),
    ...it.holds.map(({ reason, basis, setOn }) => sentence('held', { reason, basis, day: setOn }, ['day'])),
    ...(it.longest ? [longestStep(it.longest)] : []),
    sentence(`afterwards.${it.disposal}`),
  ];
}

function durationOf({ unit, from, rule, years, permanent }: Explained): Sentence {
  const how = unit.code === from.code ? 'own' : 'inherited';
  const values = { code: from.code, title: from.title, ...(permanent ? {} : { n: years ?? 0 }) };
  const kind = permanent ? 'for-ever' : 'years';
  if (!rule) return sentence(`plan-${kind}-${how}`, values);
  return sentence(`rule-${kind}-${how}`, { ...values, basis: rule.basis, day: rule.validFrom }, ['day']);
}

function beginningSteps({ start, startOn, until, years }: Explained): Sentence[] {
  if (startOn === null) return [sentence(`begins-not-yet.${start}`)];
  const begins = sentence(`begins.${start}`, { day: startOn }, ['day']);
  if (until === null) return [begins];
  const year = startOn.slice(0, 4);
  const counted = `${Number(year) + (years ?? 0)}-12-31`;
  const steps = [begins, sentence('counts', { year, n: years ?? 0, until: counted }, ['until'])];
  const free = sentence('free', { day: freeOn(until) }, ['day']);
  return counted === until ? [...steps, free] : [...steps, sentence('stays-later', { until }, ['until']), free];
}

function moveStep({ why, oldUntil, newUntil, onDay }: Move): Sentence {
  const values = { day: onDay, old: oldUntil ?? '', new: newUntil ?? '' };
  const from = oldUntil === null ? 'from-open' : newUntil === null ? 'to-open' : newUntil > oldUntil ? 'later' : 'earlier';
  return sentence(`moved-${why}.${from}`, values, ['day', 'old', 'new']);
}

function longestStep({ reference, until }: { readonly reference: string; readonly until: string | null }): Sentence {
  return until === null
    ? sentence('file-longest-open', { reference })
    : sentence('file-longest', { reference, until }, ['until']);
}
