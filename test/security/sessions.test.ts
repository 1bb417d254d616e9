// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import { hashPassword, savePassword } from '../../src/modules/people/store/password.ts';
import { newTotpSecret, saveTotp } from '../../src/modules/people/store/totp.ts';
import { persons, settleTown } from '../town.ts';
import { type Visitor, visitorOf } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

const password = 'buche ahorn linde eiche';
const account = 'clerk@waldbrueck.example';
const cookieName = 'fachwerk';

describe('sessions and guessing', () => {
  let world: World;
  let secret: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    secret = newTotpSecret();
    const { database, vault, clock } = world.runtime;
    await database.transaction({ person: persons.clerk }, clock.now(), async (tx) => {
      await savePassword(tx, persons.clerk, await hashPassword(password));
      await saveTotp(tx, vault, { person: persons.clerk, secret });
    });
  });
  after(() => world.close());
  beforeEach(async () => {
    world.clock.advance(2 * 3_600_000);
    await world.sql('delete from people.throttle');
    await world.sql('delete from people.known_network');
  });

  async function signIn(visitor: Visitor): Promise<string> {
    const code = new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() });
    await visitor.post('/sign-in', { account, password, to: '/me' });
    const done = await visitor.post('/sign-in/code', { code, to: '/me' });
    assert.equal(done.headers.get('location'), '/me');
    return visitor.cookies.get(cookieName) ?? assert.fail('no session');
  }
  const withToken = async (token: string) =>
    (await world.app.request('/me', { headers: { cookie: `${cookieName}=${token}` } })).status;

  test('a session that an attacker planted in the browser is not the one that gets signed in', async () => {
    const planted = 'A'.repeat(43);
    const victim = visitorOf(world);
    victim.cookies.set(cookieName, planted);
    const token = await signIn(victim);
    assert.notEqual(token, planted);
    assert.equal(await withToken(planted), 303);
    assert.equal(await withToken(token), 200);
  });

  test('signing in again changes the token, and the old one is worth nothing', async () => {
    const visitor = visitorOf(world);
    const first = await signIn(visitor);
    world.clock.advance(60_000);
    const code = new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() });
    const again = await visitor.post('/sign-in/again', { password, code, to: '/me' });
    assert.equal(again.headers.get('location'), '/me');
    const second = visitor.cookies.get(cookieName) ?? '';
    assert.notEqual(second, first);
    assert.deepEqual([await withToken(first), await withToken(second)], [303, 200]);
  });

  test('after signing out the token is worth nothing, also where it was copied to', async () => {
    const visitor = visitorOf(world);
    const token = await signIn(visitor);
    assert.equal(await withToken(token), 200);
    await visitor.post('/sign-out');
    assert.equal(visitor.cookies.has(cookieName), false);
    assert.equal(await withToken(token), 303);
  });

  test('ends after an hour without use and after twelve hours at the latest', async () => {
    const idle = await signIn(visitorOf(world));
    world.clock.advance(59 * 60_000);
    assert.equal(await withToken(idle), 200);
    world.clock.advance(61 * 60_000);
    assert.equal(await withToken(idle), 303);
    const busy = await signIn(visitorOf(world));
    for (let minutes = 0; minutes < 12 * 60 - 50; minutes += 50) {
      assert.equal(await withToken(busy), 200, String(minutes));
      world.clock.advance(50 * 60_000);
    }
    world.clock.advance(50 * 60_000);
    assert.equal(await withToken(busy), 303);
  });

  test('tokens are random, stored only as hash, and sent in a cookie that scripts and other sites never get', async () => {
    const visitor = visitorOf(world);
    const token = await signIn(visitor);
    assert.ok(Buffer.from(token, 'base64url').length >= 16);
    const rows = await world.sql('select to_jsonb(s)::text as row from kernel.session s');
    assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(token));
    world.clock.advance(60_000);
    await visitor.post('/sign-in', { account, password });
    const code = new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() });
    const lines = (await visitor.post('/sign-in/code', { code })).headers
      .getSetCookie()
      .filter((line) => line.startsWith(`${cookieName}=`));
    for (const line of lines) assert.match(line, /HttpOnly/i);
    for (const line of lines) assert.match(line, /SameSite=Lax/i);
    assert.ok(lines.length > 0);
  });

  test('somebody unknown gets the same answer as a wrong password: status, headers, page', async () => {
    const seen = await Promise.all(
      [
        { account, password: 'falsch falsch' },
        { account: 'niemand@waldbrueck.example', password: 'falsch falsch' },
      ].map(async (typed, n) => {
        const answer = await visitorOf(world, `198.51.${100 + n}.1`).post('/sign-in', typed);
        const body = (await answer.text()).replaceAll(typed.account, 'KONTO').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'key');
        return { status: answer.status, headers: [...answer.headers], body };
      }),
    );
    assert.deepEqual(seen[0], seen[1]);
  });

  test('guessing from outside does not lock the owner out of the network they know', async () => {
    await signIn(visitorOf(world, '192.0.2.10'));
    const statuses = new Set<number>();
    for (let n = 0; n < 12; n += 1) {
      const answer = await visitorOf(world, `203.0.${n}.7`).post('/sign-in', { account, password: 'geraten geraten' });
      statuses.add(answer.status);
    }
    assert.ok(statuses.has(429), `braked: ${[...statuses]}`);
    world.clock.advance(60_000);
    assert.equal(await withToken(await signIn(visitorOf(world, '192.0.2.20'))), 200);
  });
});
