// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { functionOf, persons } from '../town.ts';
import { openScene, personOf, type Role, type Scene } from './scene.ts';

describe('what is taken away is gone with the next request', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());
  beforeEach(async () => {
    await scene.world.sql('update people.function_held set valid_to = null');
    await scene.world.sql('update people.person set active_to = null');
  });

  const status = async (role: Role, path = `/files/${scene.ids['file']}`) => {
    const answer = await scene.ask(role, path);
    await answer.arrayBuffer();
    return answer.status;
  };
  const content = () => `/documents/${scene.ids['document']}/content`;

  test('a function that ended', async () => {
    assert.equal(await status('clerk'), 200);
    await scene.world.sql('update people.function_held set valid_to = $2 where id = $1', [
      functionOf(0),
      scene.world.clock.now(),
    ]);
    assert.equal(await status('clerk'), 403);
    assert.equal(await status('clerk', content()), 403);
    assert.equal(await status('clerk', '/'), 200, 'the person is still signed in');
  });

  test('a function that moved to another unit', async () => {
    assert.equal(await status('clerk', content()), 200);
    await scene.world.sql(
      'update people.function_held set unit = (select unit from people.function_held where id = $2) where id = $1',
      [functionOf(0), functionOf(2)],
    );
    assert.equal(await status('clerk', content()), 404);
    await scene.world.sql("update people.function_held set unit = '0190a000-0000-7000-8000-000000000321' where id = $1", [
      functionOf(0),
    ]);
    assert.equal(await status('clerk', content()), 200);
  });

  test('access to Fachwerk as a whole', async () => {
    assert.equal(await status('registry'), 200);
    await scene.world.sql("update people.person set active_to = '2026-11-20' where id = $1", [persons.registrar]);
    assert.equal(await status('registry'), 303);
  });

  test('a substitution that is over, to the second', async () => {
    assert.equal(await status('deputyInside'), 200);
    const { world, substitution } = scene;
    await world.sql('update people.substitution set valid_to = $2 where id = $1', [substitution, world.clock.now()]);
    assert.equal(await status('deputyInside'), 404);
    assert.equal(await status('deputyInside', content()), 404);
    await world.sql("update people.substitution set valid_to = '2026-12-24' where id = $1", [substitution]);
    assert.equal(await status('deputyInside'), 200);
  });

  test('access given by a permission of the role', async () => {
    assert.equal(await status('auditor'), 200);
    await scene.world.sql("delete from people.role_permission where role = 'auditor' and permission = 'records.read'");
    assert.equal(await status('auditor'), 403);
  });

  test('a session that somebody ended', async () => {
    assert.equal(await status('head'), 200);
    await scene.world.sql('delete from kernel.session where person = $1', [personOf.head]);
    assert.equal(await status('head'), 303);
    const api = await scene.ask('head', `/files/${scene.ids['file']}`, { headers: { accept: 'application/json' } });
    assert.equal(api.status, 403);
  });
});
