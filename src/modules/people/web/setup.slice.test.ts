// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { prepareSetup } from '../commands/found-administration.ts';

const password = 'buche ahorn linde eiche';

describe('an empty Fachwerk', () => {
  let world: World;
  let token: string;
  let admin: Visitor;
  before(async () => {
    world = await openWorld();
    token = (await prepareSetup(world.runtime)) ?? assert.fail('no one-time word on an empty system');
    admin = visitorOf(world);
  });
  after(() => world.close());

  const secretOn = async (visitor: Visitor, path: string) =>
    /name="secret" value="([A-Z2-7]{32})"/.exec(await (await visitor.get(path)).text())?.[1] ?? assert.fail('no secret offered');
  const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() });
  const name = { unitName: 'Stadt Waldbrück', givenName: 'Erika', familyName: 'Erste', email: 'erste@waldbrueck.example' };

  test('leads to the setup and asks for the word that the start printed', async () => {
    assert.equal((await admin.get('/sign-in')).headers.get('location'), '/setup');
    const secret = await secretOn(admin, '/setup');
    const wrong = await admin.post('/setup', { ...name, password, secret, code: codeOf(secret), token: 'geraten' });
    assert.equal(wrong.status, 403);
    assert.match(await wrong.text(), new RegExp(secret), 'the secret in the app stays valid for the second try');
    assert.deepEqual(await world.sql('select id from people.person'), []);
  });

  test('a newer start makes the older word worthless', async () => {
    const older = token;
    token = (await prepareSetup(world.runtime)) ?? '';
    const secret = await secretOn(admin, '/setup');
    assert.equal((await admin.post('/setup', { ...name, password, secret, code: codeOf(secret), token: older })).status, 403);
  });

  test('gets its first administrator once, signed in at once', async () => {
    const secret = await secretOn(admin, '/setup');
    const done = await admin.post('/setup', { ...name, password, secret, code: codeOf(secret), token });
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/administration']);
    assert.equal((await admin.get('/administration')).status, 200);
    assert.equal((await visitorOf(world).get('/setup')).headers.get('location'), '/sign-in');
    assert.equal(await prepareSetup(world.runtime), undefined);
    const { entries } = await world.runtime.journal.entriesFrom(0, 100, ['people.function-granted']);
    assert.equal(entries[0]?.personal?.facts['alone'], true);
    assert.equal(entries[0]?.personal?.actor, entries[0]?.personal?.facts['person']);
  });

  test('no password and no secret ever stands in the journal', async () => {
    const { entries } = await world.runtime.journal.entriesFrom(0, 100, [
      'people.person-added',
      'people.unit-created',
      'people.function-granted',
    ]);
    assert.equal(entries.length, 3);
    assert.doesNotMatch(JSON.stringify(entries), /buche|[A-Z2-7]{32}/);
  });

  test('brings in the second person: added, granted, invited, signed in with a start code', async () => {
    const added = await admin.post('/administration/persons/new/add', {
      givenName: 'Zoë',
      familyName: 'Zweite',
      email: 'zweite@waldbrueck.example',
      title: '',
      staffNumber: '',
      activeFrom: '',
    });
    const person =
      /\/persons\/([0-9a-f-]{36})/.exec(added.headers.get('location') ?? '')?.[1] ?? assert.fail(String(added.status));
    const unit = (await world.sql<{ unit: string }>('select unit from people.unit_state'))[0]?.unit ?? '';
    const granted = await admin.post(`/persons/${person}/request-function`, { unit, role: 'administrator', from: '', to: '' });
    assert.equal(granted.status, 303);
    const page = await (await admin.get(`/persons/${person}`)).text();
    const code = /name="code" value="([A-Z2-7-]{23})"/.exec(page)?.[1] ?? assert.fail('no start code offered');
    assert.equal((await admin.post(`/persons/${person}/invite`, { code })).status, 303);
    const second = visitorOf(world, '198.51.100.20');
    const secret = await secretOn(second, '/welcome');
    const welcome = { invitation: code.toLowerCase().replaceAll('-', ' '), password, secret, code: codeOf(secret) };
    // The second person can release from now on: four eyes have begun, and a code for somebody with rights waits for a second person.
    assert.equal((await second.post('/welcome', welcome)).status, 422);
    await world.sql('update people.invitation set released = true');
    assert.equal((await second.post('/welcome', welcome)).status, 303);
    assert.equal((await second.get('/administration/grants')).status, 200);
    assert.equal((await visitorOf(world).post('/welcome', welcome)).status, 422, 'a start code works once');
  });
});
