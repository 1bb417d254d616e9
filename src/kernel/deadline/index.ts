// SPDX-License-Identifier: EUPL-1.2
export { changeHoliday, changeHolidaysPermission, type HolidayChanged, type HolidayInput } from './change-holiday.ts';
export {
  type ChangedLaw,
  type DeadlineMove,
  type DeadlineMoved,
  moveDeadline,
  movedDeadlines,
  whenHolidayIsChangedMoveDeadlines,
} from './move-deadlines.ts';
export { deadlineRule } from './rule-schema.ts';
export {
  begin,
  close,
  computeAgain,
  type DeadlineBeginning,
  explainDeadline,
  type Holidays,
  isOver,
  resume,
  suspend,
} from './rules.ts';
export {
  type DueQuery,
  deadlinesOf,
  dueDeadlines,
  findDeadline,
  holidayChanges,
  lockDeadline,
  subjectsWithDeadline,
} from './store.ts';
export { deadlineTexts } from './texts.ts';
export type {
  DeadlineExplanation,
  DeadlineOutcome,
  DeadlinePlace,
  DeadlineState,
  DeadlineSubject,
  StoredHolidayChange,
  TrackedDeadline,
} from './tracked-deadline.ts';
export { closeDeadline, deadlineExplained, resumeDeadline, startDeadline, suspendDeadline } from './watch.ts';
