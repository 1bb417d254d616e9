// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';

/** Without its batches the queue leaves a connection lost at the end of a job unhandled, and that would end our process. */
export const endsInOrder = { completeJobBatchDelay: 0, failJobBatchDelay: 0 } as const;

/** How long is waited; tests wait shorter. */
export interface RunnerPauses {
  /** Between the end of one runner and the beginning of the next. */
  readonly pauseMs: number;
  /** For a runner that has begun to end. Afterwards it is left alone. */
  readonly endMs: number;
}

const usual: RunnerPauses = { pauseMs: 1_000, endMs: 8_000 };

/**
 * When the database goes away at the end of a job, a runner gives up. Then a new one begins, as soon as the database is back.
 * Two jobs lost in the same moment make the queue (0.18) count its open ends below nothing, and its runner then waits for ever for them:
 * one that has begun to end and does not is left alone. It takes no more jobs, and what it had in hand is freed (`queue-locks.ts`).
 */
export function keepRunning(
  first: Runner,
  begin: () => Promise<Runner>,
  ended: () => Promise<void> | undefined,
  { pauseMs, endMs }: RunnerPauses = usual,
): { stop(): Promise<void> } {
  let runner: Runner | undefined = first;
  let stopped = false;
  const life = async () => {
    while (!stopped) {
      if (runner) await atItsEnd(runner, endMs);
      await ended();
      if (!stopped) await sleep(pauseMs);
      runner = stopped ? undefined : await begin().catch(() => undefined);
    }
    if (runner) await stopInTime(runner, endMs); // began in the moment of stopping
    await ended();
  };
  const living = life();
  return {
    async stop() {
      stopped = true;
      if (runner) await stopInTime(runner, endMs);
      await living;
    },
  };
}

/** Settles when the runner has ended, or `endMs` after it began to and could not. Its own logger has said why. */
function atItsEnd(runner: Runner, endMs: number): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    runner.events.once('pool:gracefulShutdown', () => {
      timer = setTimeout(resolve, endMs);
    });
    void runner.promise
      .catch(() => {})
      .then(() => {
        clearTimeout(timer);
        resolve();
      });
  });
}

async function stopInTime(runner: Runner, endMs: number): Promise<void> {
  const patience = new AbortController();
  const stopping = runner.stop().catch(() => {});
  await Promise.race([stopping, sleep(endMs, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
}
