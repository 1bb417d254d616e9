// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { openWorld, type World } from '../../test/world.ts';
import type { Job } from './job.ts';
import { startWorker } from './queue.ts';
import { Refusal } from './refusal.ts';

describe('background work', () => {
  let world: World;
  const ran: number[] = [];
  const count: Job<{ n: number }> = {
    name: 'kernel.count',
    payload: z.strictObject({ n: z.number() }),
    async run({ payload }) {
      ran.push(payload.n);
    },
  };

  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('queued in an act runs once the act is done, and never when the act was refused', async () => {
    const { runtime } = world;
    const worker = await startWorker(runtime, [count], world.database.connections.sequencer);
    const queue = (n: number, refuse: boolean) =>
      runtime.database.transaction({ person: null }, runtime.clock.now(), async (tx) => {
        await runtime.jobs.enqueue(tx, count, { n });
        return refuse ? new Refusal('conflict', 'kernel.invalid-input') : n;
      });
    await queue(1, true);
    await queue(2, false);
    for (let wait = 0; wait < 50 && ran.length === 0; wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    assert.deepEqual(ran, [2]);
  });

  test('cannot be put in or read past the door', async () => {
    const { runtime } = world;
    const direct = runtime.database.transaction({ person: null }, runtime.clock.now(), (tx) =>
      tx.query("select graphile_worker.add_job('kernel.count')"),
    );
    await assert.rejects(direct, { code: '42501' });
  });
});
