// SPDX-License-Identifier: EUPL-1.2
import { idPattern } from '../../../kernel/id.ts';
import type { Visit } from '../../../kernel/page.ts';

const zone = { timeZone: 'Europe/Berlin' } as const;

/** A day as people write it: 3.12.2026. */
export function showDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}.${Number(month)}.${year}`;
}

/** The day of an instant: 3.12.2026. */
export function showDate(at: Date): string {
  return at.toLocaleDateString('de-DE', zone);
}

/** The last day of a span whose end is exclusive: one moment earlier. */
export function showLast(end: Date): string {
  return showDate(new Date(end.getTime() - 1));
}

/** Day and time of an instant: 3.12.2026, 14:05. */
export function showMoment(at: Date): string {
  return at.toLocaleString('de-DE', { ...zone, dateStyle: 'medium', timeStyle: 'short' });
}

/** "seit 1.1.2020", "ab 1.12.2026", "bis 31.12.2026": what of a span is worth saying now. */
export function showSpan({ say, runtime }: Visit, { from, to }: { from: Date; to: Date | null }): string {
  const start = say(from > runtime.clock.now() ? 'people.span.from' : 'people.span.since', { date: showDate(from) });
  return to === null ? start : `${start}, ${say('people.span.until', { date: showLast(to) })}`;
}

/** True for what can be an id at all: anything else is simply not there. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
