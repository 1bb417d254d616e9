// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';

/** Without its batches the queue leaves a connection lost at the end of a job unhandled, and that would end our process. */
export const endsInOrder = { completeJobBatchDelay: 0, failJobBatchDelay: 0 } as const;

const pauseMs = 1_000;

/** When the database goes away at the end of a job, a runner gives up. Then a new one begins, as soon as the database is back. */
export function keepRunning(
  first: Runner,
  begin: () => Promise<Runner>,
  ended: () => Promise<void> | undefined,
): { stop(): Promise<void> } {
  let runner: Runner | undefined = first;
  let stopped = false;
  const life = async () => {
    while (!stopped) {
      await runner?.promise.catch(() => {}); // its own logger has said why
      await ended();
      if (!stopped) await sleep(pauseMs);
      runner = stopped ? undefined : await begin().catch(() => undefined);
    }
    await runner?.stop().catch(() => {}); // began in the moment of stopping
    await ended();
  };
  const living = life();
  return {
    async stop() {
      stopped = true;
      await runner?.stop().catch(() => {});
      await living;
    },
  };
}
