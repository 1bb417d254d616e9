// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../../kernel/command.ts';
import { changeOrder } from './change-order.ts';
import { extendStep } from './extend-step.ts';
import { followDocument } from './follow-document.ts';
import { dropTemplate, keepTemplate } from './keep-template.ts';
import { markStep } from './mark-step.ts';
import { finishFollowUp, moveFollowUp } from './move-follow-up.ts';
import { recallOrder } from './recall-order.ts';
import { reserveSignature } from './reserve-signature.ts';
import { resumeOrder } from './resume-order.ts';
import { setFollowUp } from './set-follow-up.ts';
import { startOrder } from './start-order.ts';
import { closeCalendar, openCalendar } from './switch-calendar.ts';
import { wakeCase } from './wake-case.ts';

/** Every command of the circulation. */
export const commands: readonly Command[] = [
  changeOrder,
  closeCalendar,
  dropTemplate,
  extendStep,
  finishFollowUp,
  followDocument,
  keepTemplate,
  markStep,
  moveFollowUp,
  openCalendar,
  recallOrder,
  reserveSignature,
  resumeOrder,
  setFollowUp,
  startOrder,
  wakeCase,
];
