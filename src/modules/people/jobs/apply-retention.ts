// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { execute } from '../../../kernel/command.ts';
import type { Job } from '../../../kernel/job.ts';
import { applyRetention } from '../commands/apply-retention.ts';
import { asSignIn } from '../store/accounts.ts';

/** Every night: removes what the declared periods no longer allow to keep. */
export const applyRetentionNightly: Job = {
  name: 'people.apply-retention',
  payload: z.strictObject({}),
  schedule: '40 2 * * *',
  async run({ runtime, key }) {
    await execute(runtime, applyRetention, {}, { ...asSignIn, permissions: new Set() }, { key: key.padEnd(16, '.') });
  },
};
