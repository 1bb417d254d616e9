// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWorld, type World } from '../../../test/world.ts';
import type { Tx } from '../database.ts';
import { newId } from '../id.ts';
import { addLink, linksOf, removeLink } from './index.ts';

const [here, there] = [newId(), newId()];
const [both, near, far] = [newId(), newId(), newId()];

describe('a link between two subjects', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    await world.sql('create schema demo');
    await world.sql('create table demo.may (person uuid, file uuid, writes boolean)');
    await world.sql('grant usage on schema demo to fachwerk_app; grant select on demo.may to fachwerk_app');
    for (const [person, file, writes] of [
      [both, here, true],
      [both, there, false],
      [near, here, true],
      [far, there, true],
    ]) {
      await world.sql('insert into demo.may values ($1, $2, $3)', [person, file, writes]);
    }
    const may = (more: string) => `file_id in (select file from demo.may where person = kernel.person()${more})`;
    await world.sql(`call kernel.open_links('thing', '${may('')}', '${may(' and writes')}')`);
  });
  after(() => world.close());

  const act = <T>(person: string, work: (tx: Tx) => Promise<T>) =>
    world.runtime.database.transaction({ person }, world.clock.now(), work);
  const linkAs = async (person: string) => {
    const wanted = {
      id: newId(),
      type: 'demo.based-on',
      from: { subject: `thing:${newId()}`, file: here },
      to: { subject: `thing:${newId()}`, file: there },
    };
    await act(person, (tx) => addLink(tx, wanted));
    return wanted;
  };

  test('is seen from either end, and its far end only by who may see that', async () => {
    const { id, type, from, to } = await linkAs(both);
    const seen = (person: string, subject: string) => act(person, (tx) => linksOf(tx, subject));
    assert.deepEqual(await seen(both, from.subject), [{ id, type, side: 'from', other: to.subject }]);
    assert.deepEqual(await seen(both, to.subject), [{ id, type, side: 'to', other: from.subject }]);
    assert.deepEqual(await seen(near, from.subject), [{ id, type, side: 'from', other: null }]);
    assert.deepEqual(await seen(near, to.subject), []);
    assert.deepEqual(await seen(far, to.subject), [{ id, type, side: 'to', other: null }]);
  });

  test('is made only by who may write its beginning and read its end', async () => {
    for (const person of [near, far, newId()]) await assert.rejects(linkAs(person), { code: '42501' });
  });

  test('is taken away by who may write its beginning, even without seeing its end, and by nobody else', async () => {
    const { id } = await linkAs(both);
    assert.equal(await act(far, (tx) => removeLink(tx, id)), false);
    assert.equal(await act(near, (tx) => removeLink(tx, id)), true);
    assert.deepEqual(await world.sql('select * from kernel.link_end where link = $1', [id]), []);
  });

  test('of a kind that no module has opened is closed to everyone', async () => {
    const wanted = { id: newId(), type: 'demo.x', from: { subject: `secret:${newId()}` }, to: { subject: `secret:${newId()}` } };
    await assert.rejects(
      act(both, (tx) => addLink(tx, wanted)),
      { code: '42501' },
    );
  });
});
