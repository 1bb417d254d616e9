// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Authenticator, openAuthenticator } from '../../../../test/authenticator.ts';
import { persons, settleTown } from '../../../../test/town.ts';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { beginSignedIn } from '../commands/sign-in.ts';
import { asSignIn } from '../store/accounts.ts';
import { bucketsOf, reserveAttempt } from '../store/throttle.ts';

const site = { origin: 'http://localhost', rpId: 'localhost' };

describe('passkeys', () => {
  let world: World;
  let clerk: Visitor;
  let device: Authenticator;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    clerk = await signedIn(persons.clerk);
    device = openAuthenticator();
  });
  after(() => world.close());

  const signedIn = async (person: string) => {
    const visitor = visitorOf(world);
    visitor.cookies.set('fachwerk', await beginSignedIn(world.runtime, person, undefined));
    return visitor;
  };
  const options = async (visitor: Visitor, path: string) =>
    (await (await visitor.json(path, {})).json()) as { options: { challenge: string }; ticket: string };
  const register = async (visitor: Visitor, which = device, where = site) => {
    const asked = await options(visitor, '/me/passkey/options');
    return visitor.json('/me/passkey', {
      ticket: asked.ticket,
      response: which.create(asked.options, where),
      label: 'Diensttelefon',
    });
  };
  const signIn = async (visitor: Visitor, { which = device, where = site, over = {} } = {}) => {
    const asked = await options(visitor, '/sign-in/passkey/options');
    return visitor.json('/sign-in/passkey', { ticket: asked.ticket, response: which.get(asked.options, where, over), to: '/me' });
  };

  test('are added to one’s own account and shown there', async () => {
    const answer = await register(clerk);
    assert.deepEqual([answer.status, await answer.json()], [200, { location: '/me?done=passkey-added' }]);
    assert.match(await (await clerk.get('/me')).text(), /Diensttelefon/);
  });

  test('sign in without a name and without a password', async () => {
    const visitor = visitorOf(world);
    const answer = await signIn(visitor);
    assert.deepEqual([answer.status, await answer.json()], [200, { location: '/me' }]);
    assert.match(await (await visitor.get('/me')).text(), /Test clerk/);
  });

  test('work while passwords of the account are under attack', async () => {
    const attempt = { account: 'clerk@waldbrueck.example', network: '192.0.2.0/24' };
    const at = world.clock.now();
    const guess = () =>
      world.runtime.database.transaction(asSignIn, at, async (tx) => reserveAttempt(tx, await bucketsOf(tx, attempt), at));
    for (let n = 0; n < 6; n += 1) await guess();
    assert.ok((await guess()) > 0);
    assert.equal((await signIn(visitorOf(world))).status, 200);
  });

  for (const [what, how] of [
    ['from another site', { where: { origin: 'https://evil.example', rpId: 'localhost' } }],
    ['for another site', { where: { origin: 'http://localhost', rpId: 'evil.example' } }],
    ['without the person having been verified', { over: { flags: 0x01 } }],
    ['of a copied device, whose counter stands still', { over: { counter: 1 } }],
    ['of an unknown device', { which: openAuthenticator() }],
  ] as const)
    test(`are refused ${what}`, async () => assert.equal((await signIn(visitorOf(world), how)).status, 403));

  test('answer each question once, and only questions of ours', async () => {
    const visitor = visitorOf(world);
    const asked = await options(visitor, '/sign-in/passkey/options');
    const body = { ticket: asked.ticket, response: device.get(asked.options, site) };
    assert.equal((await visitor.json('/sign-in/passkey', body)).status, 200);
    assert.equal((await visitorOf(world).json('/sign-in/passkey', body)).status, 422);
    const other = await options(visitor, '/sign-in/passkey/options');
    const mixed = { ticket: other.ticket, response: device.get({ challenge: asked.options.challenge }, site) };
    assert.equal((await visitorOf(world).json('/sign-in/passkey', mixed)).status, 403);
  });

  test('garbage is refused, not a fault', async () => {
    for (const response of [
      {},
      { id: 'x' },
      { id: 'x', response: 7 },
      { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: '!!!' } },
    ]) {
      const { ticket } = await options(visitorOf(world), '/sign-in/passkey/options');
      assert.equal((await visitorOf(world).json('/sign-in/passkey', { ticket, response })).status, 403);
    }
  });

  test('cannot be added from another person’s question, nor twice, nor without a fresh proof', async () => {
    const asked = await options(clerk, '/me/passkey/options');
    const head = await signedIn(persons.head);
    const second = openAuthenticator();
    const stolen = { ticket: asked.ticket, response: second.create(asked.options, site), label: 'fremd' };
    assert.equal((await head.json('/me/passkey', stolen)).status, 422);
    assert.equal((await register(clerk)).status, 409);
    world.clock.advance(6 * 60_000);
    assert.equal((await register(clerk, second)).status, 403);
  });

  test('prove again who one is, but never turn into somebody else', async () => {
    const head = await signedIn(persons.head);
    assert.equal((await signIn(head)).status, 403);
    assert.match(await (await head.get('/me')).text(), /Test head/);
    world.clock.advance(6 * 60_000);
    const before = clerk.cookies.get('fachwerk');
    assert.equal((await signIn(clerk)).status, 200);
    assert.notEqual(clerk.cookies.get('fachwerk'), before);
  });

  test('are removed by their owner alone', async () => {
    const [row] = await world.sql<{ id: string }>('select id from people.passkey');
    const head = await signedIn(persons.head);
    assert.equal((await head.post('/me/remove-passkey', { passkey: row?.id ?? '' })).status, 404);
    assert.equal((await clerk.post('/me/remove-passkey', { passkey: row?.id ?? '' })).status, 303);
    assert.equal((await signIn(visitorOf(world))).status, 403);
  });
});
