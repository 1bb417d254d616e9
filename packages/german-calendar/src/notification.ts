// SPDX-License-Identifier: EUPL-1.2
import { addDays, addWeeks } from './date-arithmetic.ts';
import type { Step } from './explanation.ts';
import { longGermanDate } from './german-text.ts';
import type { Place } from './holidays.ts';
import { type PlainDate, plainDate } from './plain-date.ts';
import { dayOffReason, workingDayOnOrAfter } from './working-days.ts';

/** A law that deems a document notified some days after it was sent. */
export interface NotificationLaw {
  readonly id: string;
  readonly legalSource: string;
  /** What starts the days: `Aufgabe zur Post`, `Absendung`. */
  readonly startLabel: string;
  /** Days after dispatch, newest last; the entry valid on the day of dispatch applies. */
  readonly days: readonly { readonly from: PlainDate; readonly days: number }[];
}

/** Until 2024 the third day, since 1 January 2025 the fourth (PostModG of 15 July 2024, BGBl. 2024 I Nr. 236). */
const thirdThenFourth = [
  { from: plainDate('0001-01-01'), days: 3 },
  { from: plainDate('2025-01-01'), days: 4 },
] as const;

const law = (id: string, legalSource: string, startLabel: string): NotificationLaw => ({
  id,
  legalSource,
  startLabel,
  days: thirdThenFourth,
});

/** Letter within Germany. */
export const VWVFG_POST = law('vwvfg-41-2-1', '§ 41 Abs. 2 Satz 1 VwVfG', 'Aufgabe zur Post');
/** Sent electronically, within Germany or abroad. */
export const VWVFG_ELECTRONIC = law('vwvfg-41-2-2', '§ 41 Abs. 2 Satz 2 VwVfG', 'Absendung');
/** Registered letter handed over (Übergabe-Einschreiben); with a return receipt its date counts instead. */
export const VWZG_REGISTERED = law('vwzg-4-2', '§ 4 Abs. 2 Satz 2 VwZG', 'Aufgabe zur Post');
/** Electronic service without a confirmation of receipt. */
export const VWZG_ELECTRONIC = law('vwzg-5-7', '§ 5 Abs. 7 Satz 2 VwZG', 'Absendung');
/** Letter of an authority of North Rhine-Westphalia. */
export const VWVFG_NRW_POST = law('vwvfg-nrw-41-2-1', '§ 41 Abs. 2 Satz 1 VwVfG NRW', 'Aufgabe zur Post');
/** Registered letter of an authority of North Rhine-Westphalia. */
export const LZG_NRW_REGISTERED = law('lzg-nrw-4-2', '§ 4 Abs. 2 Satz 2 LZG NRW', 'Aufgabe zur Post');

/** One document on its way. */
export interface Dispatch {
  readonly law: NotificationLaw;
  /** Day it was handed to the post or sent; to be noted in the file. */
  readonly dispatchedOn: PlainDate;
  /** What is known of its arrival: the day, or that it never came. Without a word the fiction stands. */
  readonly receipt?: PlainDate | 'never';
  /**
   * Moves a deemed day that is a day off to the next working day. Not done without it: the fiction is no period, so
   * § 31 Abs. 3 VwVfG is not applied (prevailing view; different for taxes, § 108 Abs. 3 AO).
   */
  readonly shiftAt?: Place;
}

/** When a document counts as notified, or that it was not. */
export type Notification =
  | { readonly kind: 'notified'; readonly on: PlainDate; readonly by: 'fiction' | 'receipt'; readonly steps: readonly Step[] }
  | { readonly kind: 'not-notified'; readonly steps: readonly Step[] };

/**
 * The day a document counts as notified. Earlier arrival does not matter, later arrival replaces the fiction, no arrival
 * means no notification (§ 41 Abs. 2 Satz 3 VwVfG, § 4 Abs. 2 VwZG); in doubt the authority has to prove it.
 */
export function notificationDay({ law, dispatchedOn, receipt, shiftAt }: Dispatch): Notification {
  if (receipt === 'never') return { kind: 'not-notified', steps: [notReceived(law)] };
  const deemed = addDays(dispatchedOn, daysOf(law, dispatchedOn));
  const steps = [deemedNotified(law, dispatchedOn, deemed)];
  if (receipt !== undefined && receipt > deemed) {
    return { kind: 'notified', on: receipt, by: 'receipt', steps: [...steps, receivedLater(law, receipt)] };
  }
  const on = shiftAt ? workingDayOnOrAfter(deemed, shiftAt) : deemed;
  if (shiftAt && on !== deemed) steps.push(shifted(deemed, on, dayOffReason(deemed, shiftAt) ?? ''));
  return { kind: 'notified', on, by: 'fiction', steps };
}

/** Retrieved from a portal by the party: notified on the day after (§ 41 Abs. 2a Satz 3 VwVfG). Not retrieved means not notified. */
export function notificationByRetrieval(retrievedOn: PlainDate): PlainDate {
  return addDays(retrievedOn, 1);
}

/** Public notice: notified two weeks after the customary announcement (§ 41 Abs. 4 Satz 3 VwVfG). */
export function notificationByPublicNotice(announcedOn: PlainDate): PlainDate {
  return addWeeks(announcedOn, 2);
}

function daysOf(law: NotificationLaw, dispatchedOn: PlainDate): number {
  const valid = law.days.findLast(({ from }) => from <= dispatchedOn);
  if (!valid) throw new RangeError(`${law.legalSource}: für den ${dispatchedOn} ist keine Frist bekannt.`);
  return valid.days;
}

function deemedNotified(law: NotificationLaw, dispatchedOn: PlainDate, on: PlainDate): Step {
  const days = daysOf(law, dispatchedOn);
  return {
    key: 'deemed-notified',
    values: { dispatchedOn, days, on, source: law.legalSource },
    text: `${law.startLabel} am ${longGermanDate(dispatchedOn)}, gilt als bekannt gegeben am ${days}. Tag danach, ${longGermanDate(on)} (${law.legalSource}).`,
  };
}

function receivedLater(law: NotificationLaw, on: PlainDate): Step {
  return {
    key: 'received-later',
    values: { on, source: law.legalSource },
    text: `Tatsächlich erst am ${longGermanDate(on)} zugegangen: Dieser Tag gilt.`,
  };
}

function notReceived(law: NotificationLaw): Step {
  return {
    key: 'not-received',
    values: { source: law.legalSource },
    text: 'Nicht zugegangen, also nicht bekannt gegeben: Die Frist hat nicht begonnen.',
  };
}

function shifted(from: PlainDate, to: PlainDate, reason: string): Step {
  return {
    key: 'shifted-notification',
    values: { from, to, reason },
    text: `${longGermanDate(from)} ist ein freier Tag (${reason}): Als Tag der Bekanntgabe gilt ${longGermanDate(to)}.`,
  };
}
