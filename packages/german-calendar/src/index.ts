// SPDX-License-Identifier: EUPL-1.2
export {
  endOfDay,
  instantAt,
  isInTime,
  type LocalTime,
  localDateAt,
  localTimeAt,
  type Pass,
  startOfDay,
} from './berlin-time.ts';
export {
  computeDeadline,
  type DatedDeadline,
  type Deadline,
  type DeadlineOptions,
  type RestingDeadline,
} from './compute-deadline.ts';
export { addDays, addMonths, addWeeks, addYears, dayNumber, daysBetween, weekday } from './date-arithmetic.ts';
export { type BackwardRule, type DeadlineRule, type DeadlineUnit, durationText, type ForwardRule } from './deadline-rule.ts';
export { easterSunday } from './easter.ts';
export type { Step, StepKey } from './explanation.ts';
export { longGermanDate, shortGermanDate, weekdayName } from './german-text.ts';
export type { HolidayId, LocalHolidayId } from './holiday-law.ts';
export {
  COVERED_YEARS,
  HOLIDAY_LAW_AS_OF,
  type Holiday,
  type HolidayChange,
  holidayOn,
  holidaysOf,
  type Place,
  possibleLocalHolidays,
} from './holidays.ts';
export { isLand, LAENDER, type Land, landName, landOfMunicipalityKey } from './land.ts';
export {
  type Dispatch,
  LZG_NRW_REGISTERED,
  type Notification,
  type NotificationLaw,
  notificationByPublicNotice,
  notificationByRetrieval,
  notificationDay,
  VWVFG_ELECTRONIC,
  VWVFG_NRW_POST,
  VWVFG_POST,
  VWZG_ELECTRONIC,
  VWZG_REGISTERED,
} from './notification.ts';
export { type CalendarUnit, type Duration, endAfterEvent, endFromStartOfDay, startBeforeEvent } from './period.ts';
export { ageOn, beginningOfMonth, daysOfScatteredPeriod, endOfMonth, type Month, middleOfMonth } from './period-words.ts';
export {
  type DateParts,
  dateOf,
  isLeapYear,
  isPlainDate,
  lastDayOfMonth,
  type PlainDate,
  partsOf,
  plainDate,
  type Weekday,
} from './plain-date.ts';
export { prolongDeadline } from './prolongation.ts';
export { ACTION, OBJECTION, OBJECTION_WITHOUT_INSTRUCTION } from './rules.ts';
export type { Suspension } from './suspension.ts';
export {
  countWorkingDays,
  dayOffReason,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkWeek,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts';
