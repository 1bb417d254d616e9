// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { execute } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Job } from '../../../kernel/job.ts';
import { destroyCase, finishRun } from '../commands/carry-out-run.ts';
import { localDay } from '../rules/local-day.ts';
import { casesOfRun, releasedRuns } from '../store/runs.ts';
import { pendingShreds, shredUnused } from '../store/shredding.ts';

const system = { person: null, system: 'disposal.carry-out-runs' } as const;

/** Carries out what two people have released, one act for each case; a restart goes on where it stopped. */
export const carryOutRuns: Job<Record<string, never>> = {
  name: 'disposal.carry-out-runs',
  payload: z.strictObject({}),
  schedule: '20 0 * * *',
  queue: 'disposal.stock',
  async run({ runtime, signal }) {
    const caller = { ...system, permissions: new Set(['disposal.release']) };
    const read = <T>(query: (tx: Tx) => Promise<T>) => runtime.database.read(system, runtime.clock.now(), query);
    for (const { id: run } of await read(releasedRuns)) {
      for (const { case: id } of await read((tx) => casesOfRun(tx, run))) {
        if (signal.aborted) return;
        await execute(runtime, destroyCase, { run, case: id }, caller, { key: `disposal.destroy:${run}:${id}` });
      }
      await execute(runtime, finishRun, { run }, caller, { key: `disposal.finish:${run}` });
    }
  },
};

/** Asks again for contents that were still needed when their document was destroyed, and removes sealed bytes that have no key any more. */
export const shredRest: Job<Record<string, never>> = {
  name: 'disposal.shred-rest',
  payload: z.strictObject({}),
  schedule: '40 2 * * *',
  queue: 'disposal.stock',
  async run({ runtime }) {
    const at = runtime.clock.now();
    await runtime.database.transaction(system, at, async (tx) => shredUnused(tx, await pendingShreds(tx), localDay(at)));
    const everything = (hashes: readonly string[]) => Promise.resolve(new Set(hashes)); // contents with a key stay, whoever refers to them
    await runtime.blobs.sweepOrphans(everything, new Date(Date.now() - 24 * 60 * 60 * 1000));
  },
};
