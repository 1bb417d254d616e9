// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from '../../../kernel/job.ts';
import { asSignIn } from '../store/accounts.ts';
import { sweepSignIn } from '../store/sessions.ts';

/** Removes the technical state of signing in that has served its time, as the manifest declares. */
export const sweepSignInState: Job = {
  name: 'people.sweep-sign-in',
  payload: z.strictObject({}),
  schedule: '7 * * * *',
  async run({ runtime }) {
    const at = runtime.clock.now();
    await runtime.database.transaction(asSignIn, at, (tx) => sweepSignIn(tx, at));
  },
};
