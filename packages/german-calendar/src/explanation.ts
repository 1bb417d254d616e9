// SPDX-License-Identifier: EUPL-1.2
import { type DeadlineRule, durationText } from './deadline-rule.ts';
import { longGermanDate, shortGermanDate } from './german-text.ts';
import type { PlainDate } from './plain-date.ts';
import type { Span } from './suspension.ts';

/** Keys of the steps, for texts in another language. */
export type StepKey =
  | 'starts-after-event'
  | 'starts-with-day'
  | 'runs'
  | 'suspended'
  | 'rests'
  | 'moved'
  | 'kept'
  | 'ends'
  | 'counts-back'
  | 'act-by'
  | 'deemed-notified'
  | 'received-later'
  | 'not-received'
  | 'shifted-notification';

/** One step of a computation: a key with its values, and the sentence a clerk reads. Dates among the values are ISO texts. */
export interface Step {
  readonly key: StepKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
}

/** What happened that starts a period: "Bekanntgabe am …". */
export function startsAfterEvent(label: string, event: PlainDate, first: PlainDate): Step {
  return {
    key: 'starts-after-event',
    values: { label, event, first },
    text: `${label} am ${longGermanDate(event)}. Dieser Tag zählt nicht mit (§ 187 Abs. 1 BGB), Beginn der Frist ist ${longGermanDate(first)}.`,
  };
}

/** A period that begins with the beginning of a day. */
export function startsWithDay(label: string, first: PlainDate): Step {
  return {
    key: 'starts-with-day',
    values: { label, first },
    text: `${label}: Die Frist beginnt mit dem Anfang von ${longGermanDate(first)}, dieser Tag zählt mit (§ 187 Abs. 2 BGB).`,
  };
}

/** How long it runs, and where it ends by mere counting. */
export function runs(rule: DeadlineRule, last: PlainDate): Step {
  const norm =
    rule.unit === 'working-days' ? rule.legalSource : rule.unit === 'days' ? '§ 188 Abs. 1 BGB' : '§ 188 Abs. 2, 3 BGB';
  return {
    key: 'runs',
    values: { amount: rule.amount, unit: rule.unit, source: rule.legalSource, last },
    text: `${rule.name}: ${durationText(rule)} (${rule.legalSource}), rechnerisches Ende ${longGermanDate(last)} (${norm}).`,
  };
}

/** Days that are not counted in. */
export function suspended({ from, to = from }: Span, days: number): Step {
  return {
    key: 'suspended',
    values: { from, to, days },
    text: `Gehemmt vom ${shortGermanDate(from)} bis ${shortGermanDate(to)}: ${days} ${days === 1 ? 'Tag wird' : 'Tage werden'} nicht eingerechnet (§ 209 BGB entsprechend).`,
  };
}

/** A suspension that still lasts. */
export function rests({ from }: Span): Step {
  return {
    key: 'rests',
    values: { from },
    text: `Die Frist ruht seit ${longGermanDate(from)}. Ein Ende steht erst fest, wenn sie weiterläuft.`,
  };
}

/** The end moved away from a day off. */
export function moved(from: PlainDate, to: PlainDate, because: { reasons: readonly string[]; norm: string }): Step {
  const reasons = because.reasons.join(', ');
  return {
    key: 'moved',
    values: { from, to, reasons, norm: because.norm },
    text: `Verschoben von ${longGermanDate(from)} auf ${longGermanDate(to)} wegen ${because.norm} (${reasons}).`,
  };
}

/** The end falls on a day off and stays there. */
export function kept(end: PlainDate, reason: string): Step {
  return {
    key: 'kept',
    values: { end, reason },
    text: `Das Ende fällt auf einen freien Tag (${reason}) und bleibt dort: Diese Frist verschiebt sich nicht.`,
  };
}

/** The last day. */
export function ends(end: PlainDate): Step {
  return { key: 'ends', values: { end }, text: `Die Frist endet mit Ablauf von ${longGermanDate(end)}, 24 Uhr.` };
}

/** A period counted back from an event ahead. */
export function countsBack(rule: DeadlineRule, label: string, { event, first }: { event: PlainDate; first: PlainDate }): Step {
  return {
    key: 'counts-back',
    values: { label, event, first, amount: rule.amount, unit: rule.unit, source: rule.legalSource },
    text: `${rule.name}: ${durationText(rule)} vor dem Ereignis „${label}“ am ${longGermanDate(event)} (${rule.legalSource}), zurückgerechnet bis ${longGermanDate(first)}; der Tag des Ereignisses zählt nicht mit.`,
  };
}

/** The last day to act before an event. */
export function actBy(end: PlainDate): Step {
  return { key: 'act-by', values: { end }, text: `Spätester Tag ist ${longGermanDate(end)}, 24 Uhr.` };
}
