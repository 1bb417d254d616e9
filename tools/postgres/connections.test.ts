// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionsTo } from './connections.ts';

const trusted = { user: 'fachwerk_app' };
const { owner, app, sequencer } = connectionsTo({ host: '/run/x', port: 5432, ssl: false }, 'fachwerk', {
  owner: { user: 'fachwerk_owner', password: 'o' },
  app: trusted,
  sequencer: { user: 'fachwerk_sequencer' },
});

test('no connection waits for ever: in a partition every call ends within ten seconds', () => {
  for (const config of [app, sequencer]) {
    assert.ok(config.connectionTimeoutMillis! <= 5_000);
    assert.ok(config.query_timeout! <= 10_000);
    assert.ok(
      typeof config.statement_timeout === 'number' && config.statement_timeout < config.query_timeout!,
      'the server gives up first',
    );
    assert.equal(config.keepAlive, true);
  }
  assert.ok(owner.query_timeout! > 600_000, 'a migration may build an index over the stock of years');
});

test('each part signs in as its own role, and all pools together leave room under max_connections (60)', () => {
  assert.deepEqual([owner.user, app.user, sequencer.user], ['fachwerk_owner', 'fachwerk_app', 'fachwerk_sequencer']);
  assert.equal(owner.password, 'o');
  assert.equal('password' in app, false);
  assert.ok(owner.max! + app.max! + sequencer.max! <= 50);
});
