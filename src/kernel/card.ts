// SPDX-License-Identifier: EUPL-1.2
import { scrubContent, sweepTechnicalState } from './jobs.ts';
import { changeHoliday, moveDeadline, whenHolidayIsChangedMoveDeadlines } from './deadline/index.ts';
import type { Module } from './module.ts';
import { kernelTexts } from './texts/index.ts';

/** What the kernel itself brings along, listed like a module: texts, deadlines, holidays. */
export const kernel: Module = {
  name: 'kernel',
  dependsOn: [],
  permissions: {
    'kernel.change-holidays': 'kernel.permission.change-holidays',
    'kernel.move-deadline': 'kernel.permission.move-deadline',
  },
  pages: [],
  endpoints: [],
  commands: [changeHoliday, moveDeadline],
  reactions: [whenHolidayIsChangedMoveDeadlines],
  jobs: [sweepTechnicalState, scrubContent],
  texts: kernelTexts,
};
