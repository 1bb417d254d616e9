// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import { persons, settleTown } from '../../../../test/town.ts';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { hashPassword, savePassword } from '../store/password.ts';
import { newTotpSecret, saveTotp } from '../store/totp.ts';

const password = 'buche ahorn linde eiche';
const account = 'clerk@waldbrueck.example';

describe('signing in with password and one-time code', () => {
  let world: World;
  let secret: string;
  let visitor: Visitor;
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
    visitor = visitorOf(world);
  });
  const code = () => new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() });
  const first = (who: Visitor, typed: { account?: string; password?: string } = {}) =>
    who.post('/sign-in', { account, password, to: '/me', ...typed });
  const signIn = async (who = visitor) => {
    await first(who);
    return who.post('/sign-in/code', { code: code(), to: '/me' });
  };
  const status = async (answer: Promise<Response>) => (await answer).status;

  test('leads through both steps to where one wanted to go', async () => {
    const turned = await visitor.get('/me');
    assert.equal(turned.headers.get('location'), '/sign-in?to=%2Fme');
    const half = await first(visitor);
    assert.deepEqual([half.status, half.headers.get('location')], [303, '/sign-in/code?to=%2Fme']);
    assert.equal(await status(visitor.get('/me')), 303, 'half a sign-in is none');
    const done = await visitor.post('/sign-in/code', { code: code(), to: '/me' });
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/me']);
    const me = await visitor.get('/me');
    assert.equal(me.status, 200);
    assert.match(await me.text(), /Test clerk/);
  });

  test('says the same to a wrong password and to somebody who does not exist', async () => {
    const texts = await Promise.all(
      [{ password: 'falsch' }, { account: 'niemand@waldbrueck.example' }].map(async (typed) => {
        const answer = await first(visitorOf(world, '198.51.100.1'), typed);
        assert.equal(answer.status, 403);
        return (await answer.text()).match(/stimmen nicht/g)?.length;
      }),
    );
    assert.ok(texts[0] && texts[0] === texts[1]);
  });

  test('asks nobody for longer than it takes to ask for somebody', async () => {
    const median = async (typed: { account: string }) => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        await world.sql('delete from people.throttle');
        const start = performance.now();
        await first(visitor, { ...typed, password: 'falsch' });
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other)[1] ?? 0;
    };
    const [known, unknown] = [await median({ account }), await median({ account: 'niemand@waldbrueck.example' })];
    assert.ok(unknown > known / 3 && unknown < known * 3, `${known} ms, ${unknown} ms`);
  });

  test('begins a new session each time: a cookie planted before is worth nothing', async () => {
    await signIn();
    const before = visitor.cookies.get('fachwerk');
    world.clock.advance(60_000);
    const thief = visitorOf(world);
    thief.cookies.set('fachwerk', before ?? '');
    assert.equal(await status(thief.get('/me')), 200);
    await visitor.post('/sign-in/again', { password, code: code(), to: '/me' });
    assert.notEqual(visitor.cookies.get('fachwerk'), before);
    assert.equal(await status(visitor.get('/me')), 200);
    assert.equal(await status(thief.get('/me')), 303, 'the old cookie is dead');
  });

  test('ends with signing out, after an hour without use, and after a working day', async () => {
    await signIn();
    const copy = visitorOf(world);
    copy.cookies.set('fachwerk', visitor.cookies.get('fachwerk') ?? '');
    await visitor.post('/sign-out');
    assert.equal(await status(copy.get('/me')), 303);
    world.clock.advance(60_000);
    await signIn();
    world.clock.advance(59 * 60_000);
    assert.equal(await status(visitor.get('/me')), 200);
    world.clock.advance(61 * 60_000);
    assert.equal(await status(visitor.get('/me')), 303);
  });

  test('accepts each one-time code once', async () => {
    await signIn();
    const second = visitorOf(world);
    await first(second);
    assert.equal(await status(second.post('/sign-in/code', { code: code(), to: '/' })), 403);
    world.clock.advance(30_000);
    assert.equal(await status(second.post('/sign-in/code', { code: code(), to: '/' })), 303);
  });

  test('a changed password ends all other sessions at once', async () => {
    await signIn();
    const stolen = visitorOf(world);
    stolen.cookies.set('fachwerk', visitor.cookies.get('fachwerk') ?? '');
    world.clock.advance(60_000);
    await signIn(visitor);
    const other = visitorOf(world);
    world.clock.advance(60_000);
    await signIn(other);
    const changed = await visitor.post('/me/set-password', { password: `${password} neu` });
    assert.equal(changed.headers.get('location'), '/me?done=password-set');
    assert.equal(await status(other.get('/me')), 303);
    assert.equal(await status(stolen.get('/me')), 303);
    assert.equal(await status(visitor.get('/me')), 200);
    await visitor.post('/me/set-password', { password });
  });

  test('changing the password needs a proof not older than five minutes', async () => {
    await signIn();
    world.clock.advance(6 * 60_000);
    const refused = await visitor.post('/me/set-password', { password: `${password} neu` });
    assert.equal(refused.status, 403);
    assert.match(await refused.text(), /\/sign-in\/again\?to=%2Fme/);
  });

  test('who guesses has to wait, says for how long, and names the way that stays open', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => first(visitorOf(world, `203.0.${n}.7`), { password: 'falsch' })));
    const answer = await first(visitorOf(world, '203.0.113.7'));
    assert.equal(answer.status, 429);
    assert.match(await answer.text(), /in 30 Sekunden.*Passkey/);
  });

  test('somebody whose access ended is out with the next click', async () => {
    await signIn();
    await world.sql("update people.person set active_to = '2026-11-24' where id = $1", [persons.clerk]);
    assert.equal(await status(visitor.get('/me')), 303);
    assert.equal(await status(first(visitorOf(world))), 403);
    await world.sql('update people.person set active_to = null where id = $1', [persons.clerk]);
  });

  test('nothing of signing in stands in the journal or the log', async () => {
    const before = world.logged.length;
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>('select count(*)::int as n from journal.leaf');
    await signIn();
    await visitor.post('/sign-out');
    const [row] = await world.sql<{ n: number }>('select count(*)::int as n from journal.leaf');
    assert.equal(row?.n, n);
    assert.deepEqual(world.logged.slice(before), []);
  });

  test('a demonstration’s one click exists only in a demonstration', async () => {
    assert.equal(await status(visitor.post('/sign-in/demo', { person: persons.clerk })), 404);
    assert.doesNotMatch(await (await visitor.get('/sign-in')).text(), /Vorführung/);
    await world.sql('update people.installation set demo = true');
    assert.match(await (await visitor.get('/sign-in')).text(), /Vorführung/);
    assert.equal(await status(visitor.post('/sign-in/demo', { person: persons.clerk })), 303);
    assert.equal(await status(visitor.get('/me')), 200);
    assert.equal(await status(visitor.post('/sign-in/demo', { person: '0190a000-0000-7000-8000-00000000dead' })), 404);
    await world.sql('update people.installation set demo = false');
  });
});
