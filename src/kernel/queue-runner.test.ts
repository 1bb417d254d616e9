// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';
import { keepRunning } from './queue-runner.ts';

const pauses = { pauseMs: 1, endMs: 20 };
const never = new Promise<void>(() => {});

function runnerOf(promise: Promise<void>, stop: () => Promise<void> = () => Promise.resolve()) {
  const events = new EventEmitter();
  return { runner: { promise, stop, events } as unknown as Runner, events };
}

/** Counts the runners that begin after the first one; each of them ends when it is stopped. */
function beginnings() {
  const begun = new EventEmitter();
  let count = 0;
  const begin = () => {
    count += 1;
    begun.emit('one');
    const { promise, resolve } = Promise.withResolvers<void>();
    return Promise.resolve(runnerOf(promise, () => Promise.resolve(resolve())).runner);
  };
  return { begin, begun, count: () => count };
}

describe('the runner of the queue', () => {
  it('begins anew after it gave up', async () => {
    const { begin, begun } = beginnings();
    const keeper = keepRunning(runnerOf(Promise.reject(new Error('connection lost'))).runner, begin, () => undefined, pauses);
    await once(begun, 'one', { signal: AbortSignal.timeout(2_000) });
    await keeper.stop();
  });

  it('is left alone when it has begun to end and does not, and the next one begins', async () => {
    const { begin, begun, count } = beginnings();
    const { runner, events } = runnerOf(never);
    const keeper = keepRunning(runner, begin, () => undefined, pauses);
    await sleep(60);
    assert.equal(count(), 0, 'a runner that works is not replaced');
    events.emit('pool:gracefulShutdown');
    await once(begun, 'one', { signal: AbortSignal.timeout(2_000) });
    await keeper.stop();
  });

  it('does not hold up the end of the house', async () => {
    const { begin, count } = beginnings();
    const { runner, events } = runnerOf(never, () => {
      events.emit('pool:gracefulShutdown');
      return never;
    });
    const keeper = keepRunning(runner, begin, () => undefined, pauses);
    await Promise.race([keeper.stop(), sleep(2_000).then(() => assert.fail('still waiting'))]);
    assert.equal(count(), 0);
  });
});
