// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from '../../../kernel/job.ts';
import { sweepEditing } from '../store/editing.ts';

/** Removes addresses, work folders and locks whose time is over; as short-lived as the manifest says. */
export const sweepEditSessions: Job = {
  name: 'records.sweep-editing',
  payload: z.strictObject({}),
  schedule: '*/20 * * * *',
  run: ({ runtime }) =>
    runtime.database.transaction({ person: null, system: 'records.sweep-editing' }, runtime.clock.now(), sweepEditing),
};
