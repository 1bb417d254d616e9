// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { execute } from '../../../kernel/command.ts';
import type { Job } from '../../../kernel/job.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { settleRule } from '../commands/settle-rule.ts';
import { localDay } from '../rules/local-day.ts';
import { unsettledRules } from '../store/rules.ts';

const system = { person: null, system: 'disposal.settle-rules' } as const;

/** Moves the ends in the stock by every rule that has come into force: after a release, and each night for rules that begin later. */
export const settleRules: Job<Record<string, never>> = {
  name: 'disposal.settle-rules',
  payload: z.strictObject({}),
  schedule: '5 0 * * *',
  queue: 'disposal.stock',
  async run({ runtime, signal }) {
    const at = runtime.clock.now();
    const waiting = await runtime.database.read(system, at, (tx) => unsettledRules(tx, localDay(at)));
    const caller = { ...system, permissions: new Set([settleRule.permission]) };
    for (const { id } of waiting) {
      for (let step = 0; !signal.aborted; step += 1) {
        const key = `disposal.settle:${id}:${localDay(at)}:${step}`;
        const outcome = await execute(runtime, settleRule, { rule: id, step }, caller, { key });
        if (outcome instanceof Refusal) break; // settled, or not in force any more
      }
    }
  },
};
