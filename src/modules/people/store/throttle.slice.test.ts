// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openWorld, type World } from '../../../../test/world.ts';
import { networkOf } from '../rules/network.ts';
import { asSignIn } from './accounts.ts';
import { forgottenAfter } from '../rules/throttle.ts';
import { bucketsOf, forgiveAttempt, reserveAttempt, welcomeAttempt } from './throttle.ts';

describe('the brake on guessing', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => world.sql('delete from people.throttle; delete from people.known_network'));

  const at = () => world.clock.now();
  const as = <T>(work: Parameters<typeof world.runtime.database.transaction<T>>[2]) =>
    world.runtime.database.transaction(asSignIn, at(), work);
  /** Seconds to wait; 0 when the attempt takes effect. */
  const attempt = (account: string, address: string) =>
    as(async (tx) => reserveAttempt(tx, await bucketsOf(tx, { account, network: networkOf(address) }), at()));
  const succeed = (account: string, address: string) =>
    as(async (tx) => {
      const one = { account, network: networkOf(address) };
      const buckets = await bucketsOf(tx, one);
      if ((await reserveAttempt(tx, buckets, at())) === 0) await welcomeAttempt(tx, { attempt: one, buckets }, at());
    });

  test('lets at most twenty tries an hour on one account take effect, from however many networks', async () => {
    const end = at().getTime() + 3_600_000;
    let tries = 0;
    for (let n = 0; at().getTime() < end; n += 1) {
      const wait = await attempt('anna', `203.${n % 250}.0.7`);
      if (wait === 0) tries += 1;
      else world.clock.advance(wait * 1_000);
      assert.ok(tries <= 20);
    }
    assert.ok(tries >= 8, String(tries));
  });

  test('counts ten thousand addresses of one IPv6 /64 as one', async () => {
    let tries = 0;
    for (let n = 0; n < 60; n += 1) if ((await attempt(`account${n}`, `2001:db8:1:2::${n.toString(16)}`)) === 0) tries += 1;
    assert.equal(tries, 21);
    assert.equal(await attempt('somebody', '2001:db8:1:3::1'), 0, 'the neighbour network is free');
  });

  test('counts a hundred at once one by one', async () => {
    const waits = await Promise.all(Array.from({ length: 40 }, (_, n) => attempt('anna', `203.0.${n}.7`)));
    assert.equal(waits.filter((wait) => wait === 0).length, 4);
  });

  test('never keeps the owner out of a network they know, whatever strangers do', async () => {
    await succeed('anna', '192.0.2.10');
    for (let n = 0; n < 40; n += 1) await attempt('anna', `203.0.${n}.7`);
    assert.ok((await attempt('anna', '203.0.113.9')) > 0);
    assert.equal(await attempt('anna', '192.0.2.200'), 0);
  });

  test('does not let an attacker reset the network by signing in between', async () => {
    let tries = 0;
    for (let n = 0; n < 60; n += 1) {
      if ((await attempt(`victim${n}`, '198.51.100.7')) > 0) break;
      tries += 1;
      await succeed('attacker', '198.51.100.7');
    }
    assert.equal(tries, 21);
  });

  test('does not count what was right', async () => {
    for (let n = 0; n < 30; n += 1) {
      assert.equal(await attempt('anna', '192.0.2.10'), 0);
      await as(async (tx) =>
        forgiveAttempt(tx, await bucketsOf(tx, { account: 'anna', network: networkOf('192.0.2.10') }), at()),
      );
    }
  });

  test('forgets everything an hour after the last failure', async () => {
    for (let n = 0; n < 10; n += 1) await attempt('anna', `203.0.${n}.7`);
    world.clock.advance(forgottenAfter * 1_000);
    assert.equal(await attempt('anna', '203.0.113.7'), 0);
  });

  test('keeps neither accounts nor addresses', async () => {
    await attempt('anna', '203.0.113.7');
    await succeed('anna', '203.0.113.7');
    const rows = await world.sql('select t::text from people.throttle t union all select k::text from people.known_network k');
    assert.doesNotMatch(JSON.stringify(rows), /anna|203\.0/);
  });

  test('moves the day of a known network so seldom that nobody’s presence can be read from it', async () => {
    await succeed('anna', '192.0.2.10');
    const days: string[] = [];
    for (let day = 0; day < 30; day += 1) {
      world.clock.advance(86_400_000);
      await succeed('anna', '192.0.2.10');
      const [row] = await world.sql<{ day: string }>('select good_until as day from people.known_network');
      days.push(row?.day ?? '');
    }
    assert.ok(new Set(days).size <= 3, String(new Set(days).size));
  });
});
