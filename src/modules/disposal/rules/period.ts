// SPDX-License-Identifier: EUPL-1.2
import type { Resolved, StartKind } from './retention-rule.ts';

/** The days that a period can begin with, as far as they are known. */
export interface Beginnings {
  readonly filedOn: string;
  readonly fileClosedOn: string | null;
  /** What was entered for this case. */
  readonly events: Readonly<Partial<Record<StartKind, string>>>;
}

/** The day a period begins with; null while that day is not known. */
export function beginningOf(kind: StartKind, { filedOn, fileClosedOn, events }: Beginnings): string | null {
  if (kind === 'filed') return filedOn;
  if (kind === 'file-closed') return fileClosedOn;
  return events[kind] ?? null;
}

/** Last day of a period: it counts from the end of the year in which it begins. Null: for ever, or not begun yet. */
export function endOf({ years, permanent }: Pick<Resolved, 'years' | 'permanent'>, startOn: string | null): string | null {
  if (permanent || years === null || startOn === null) return null;
  return `${Number(startOn.slice(0, 4)) + years}-12-31`;
}

/** First day on which something kept until then need not be kept any more. */
export function freeOn(until: string): string {
  return `${Number(until.slice(0, 4)) + 1}-01-01`;
}

/** How an end moves. `open`: it has no end any more, because it is kept for ever or its beginning is not known. */
export type Movement = 'same' | 'later' | 'earlier' | 'open';

/** From one end to another; null is no end at all. */
export function movement(before: string | null, after: string | null): Movement {
  if (before === after) return 'same';
  if (after === null) return 'open';
  return before === null || after < before ? 'earlier' : 'later';
}

/** The end after a change that may not shorten: nobody loses time without being told so. */
export function notEarlier(before: string | null, after: string | null, shortens: boolean): string | null {
  return !shortens && movement(before, after) === 'earlier' ? before : after;
}
