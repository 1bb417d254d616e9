// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import type { Tx } from '../database.ts';
import { newId } from '../id.ts';
import { applyPersonalPartsErased, erasureEvent } from './erasure.ts';

const person = '0190a000-0000-7000-8000-000000000001';

describe('personal parts of the journal', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const act = <T>(work: (tx: Tx) => Promise<T>) => world.runtime.database.transaction({ person }, world.clock.now(), work);
  const write = async (file: string) => {
    const event = { type: 'demo.noted', object: `note:${newId()}`, file, facts: { text: 'Frau Muster' } } as const;
    const entry = await act((tx) => world.runtime.journal.append(tx, event, callerOf(person), world.clock.now()));
    await world.runtime.journal.integrated([entry]);
    return (await world.runtime.journal.position(entry))!;
  };
  const left = async (seqs: number[]) =>
    (
      await world.sql('select p.id from journal.personal p join journal.leaf l on l.inbox_id = p.id where l.seq = any ($1)', [
        seqs,
      ])
    ).length;
  const wanted = (file: string, seqs: number[]) =>
    erasureEvent({ file, unit: newId(), seqs, basis: 'Art. 17 DSGVO', reason: 'x' });

  test('go with the act that names them, and only they', async () => {
    const file = newId();
    const [first, second] = [await write(file), await write(file)];
    const event = wanted(file, [first]);
    await act(async (tx) => {
      await applyPersonalPartsErased(tx, event);
      await world.runtime.journal.append(tx, event, callerOf(person), world.clock.now());
    });
    assert.deepEqual([await left([first]), await left([second])], [0, 1]);
  });

  test('stay when no entry of the same transaction says that they go', async () => {
    const [file, other] = [newId(), newId()];
    const seq = await write(file);
    const event = wanted(file, [seq]);
    const refusedBecause = { code: '42501' };
    await assert.rejects(
      act((tx) => applyPersonalPartsErased(tx, event)),
      refusedBecause,
    );
    await act((tx) => world.runtime.journal.append(tx, event, callerOf(person), world.clock.now()));
    await assert.rejects(
      act((tx) => applyPersonalPartsErased(tx, event)),
      refusedBecause,
      'an entry of an earlier transaction does not count',
    );
    await assert.rejects(
      act(async (tx) => {
        const foreign = wanted(other, [seq]);
        await applyPersonalPartsErased(tx, foreign);
        await world.runtime.journal.append(tx, foreign, callerOf(person), world.clock.now());
      }),
      refusedBecause,
      'an entry of another file cannot be named',
    );
    await assert.rejects(
      act((tx) => tx.query('delete from journal.personal')),
      refusedBecause,
      'the application may not erase by itself',
    );
    assert.equal(await left([seq]), 1);
  });
});
