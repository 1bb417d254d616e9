// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { needs } from '../../../test/needs.ts';
import { handleDav, type Mount } from '../src/handle.ts';
import { memoryStore } from '../src/specimen/memory.ts';
import { readReport, runLitmus } from './litmus.ts';

describe('litmus', needs('litmus'), () => {
  let server: Server;
  let url = '';
  before(async () => {
    const now = () => new Date();
    const store = memoryStore({ now });
    const mount = (): Mount => ({
      base: '/dav',
      store,
      now: now(),
      longestLock: 3600,
      newToken: () => `urn:uuid:${randomUUID()}`,
    });
    server = serve({ fetch: (request) => handleDav(request, mount()), port: 0, hostname: '127.0.0.1' }) as Server;
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav/`;
  });
  after(() => server.close());

  test('passes whole: basic, copymove, props, locks, http', async (context) => {
    const { suites, failed, warned } = await runLitmus(url);
    assert.deepEqual(failed, []);
    assert.deepEqual(warned, []);
    assert.deepEqual(
      suites.map(({ name }) => name),
      ['basic', 'copymove', 'props', 'locks', 'http'],
    );
    assert.ok(suites.every(({ run, passed }) => run === passed));
    context.diagnostic(suites.map(({ name, passed, run }) => `${name} ${passed}/${run}`).join(', '));
  });
});

test('a failure in what litmus prints is seen', () => {
  const report = readReport(
    "-> running `basic':\n 3. put_get............... FAIL (PUT failed)\r\n<- summary for `basic': of 16 tests run: 15 passed, 1 failed. 93.8%\n",
  );
  assert.equal(report.failed.length, 1);
  assert.deepEqual(report.suites, [{ name: 'basic', run: 16, passed: 15 }]);
});
