// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openCheckpoint, verifyConsistency, verifyInclusion } from '@fachwerk/merkle-log';
import pg from 'pg';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import { openJournal } from './index.ts';

const file = '0190a000-0000-7000-8000-00000000f11f';
const person = '0190a000-0000-7000-8000-000000000001';

describe('the journal', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  async function act(n: number): Promise<number> {
    const { runtime } = world;
    const at = runtime.clock.now();
    const id = await runtime.database.transaction({ person }, at, (tx) =>
      runtime.journal.append(tx, { type: 'kernel.tested', object: `note:${file}`, file, facts: { n } }, callerOf(person), at),
    );
    await runtime.journal.integrated([id]);
    return id;
  }

  test('signs every head, proves every entry and that it only grows', async () => {
    const { journal } = world.runtime;
    await act(1);
    const first = journal.head()!;
    const later = [];
    for (let n = 2; n <= 12; n += 1) later.push(await act(n));
    const head = journal.head()!;
    assert.deepEqual(openCheckpoint(head.note, [journal.verifierKey()])?.size, head.size);
    for (const id of later) {
      const seq = (await journal.position(id))!;
      const [row] = await world.sql<{ hash: Buffer }>('select hash from journal.leaf where seq = $1', [seq]);
      assert.ok(
        verifyInclusion({ index: seq, size: head.size, path: await journal.inclusion(seq, head.size) }, row!.hash, head.root),
      );
    }
    const path = await journal.consistency(first.size, head.size);
    assert.ok(verifyConsistency({ oldSize: first.size, newSize: head.size, oldRoot: first.root, newRoot: head.root, path }));
  });

  test('gives reactions what was said, until it is erased; the proof stays', async () => {
    const id = await act(77);
    const seq = (await world.runtime.journal.position(id))!;
    const { entries } = await world.runtime.journal.entriesFrom(seq, 1, ['kernel.tested']);
    assert.deepEqual(entries[0]?.personal?.facts, { n: 77 });
    await world.sql('alter table journal.personal disable trigger all');
    await world.sql('delete from journal.personal where id = $1', [id]);
    const again = await world.runtime.journal.entriesFrom(seq, 1, ['kernel.tested']);
    assert.equal(again.entries[0]?.personal, undefined);
  });

  for (const [role, statement] of [
    ['app', 'update journal.leaf set header = header'],
    ['app', 'delete from journal.leaf'],
    ['app', 'truncate journal.leaf'],
    ['app', 'select header from journal.leaf'],
    ['app', 'select body from journal.personal'],
    ['app', 'delete from journal.personal'],
    ['app', "insert into journal.head values (99, '', '', now())"],
    ['sequencer', 'update journal.leaf set hash = hash'],
    ['sequencer', 'truncate journal.leaf'],
    ['owner', 'update journal.leaf set hash = hash'],
    ['owner', 'truncate journal.head'],
    ['owner', 'delete from journal.node'],
  ] as const) {
    test(`refuses the ${role}: ${statement}`, async () => {
      const client = new pg.Client(world.database.connections[role]);
      await client.connect();
      try {
        await assert.rejects(client.query(statement), { code: '42501' });
      } finally {
        await client.end();
      }
    });
  }

  test('does not start on a tree that lost entries which a witness has seen', async () => {
    const { journal, vault, log, config } = world.runtime;
    const head = journal.head()!;
    const forgetful = await openJournal({
      connection: world.database.connections.sequencer,
      vault,
      log,
      origin: config.origin,
      witnessed: [{ size: head.size + 1, root: head.root }],
    });
    assert.equal(forgetful.state(), 'tree-mismatch');
    assert.equal(forgetful.writable(), false);
    await forgetful.close();
    const other = await openJournal({
      connection: world.database.connections.sequencer,
      vault,
      log,
      origin: config.origin,
      witnessed: [{ size: head.size, root: Buffer.alloc(32, 1) }],
    });
    assert.equal(other.state(), 'tree-mismatch');
    await other.close();
  });

  test('lets a second node follow, and lead when the first is gone', async () => {
    const { log, config, vault: first } = world.runtime;
    const vault = { ...first, isNew: false }; // the second node finds the key where the first made it
    const second = await openJournal({ connection: world.database.connections.sequencer, vault, log, origin: config.origin });
    assert.equal(second.state(), 'following');
    assert.equal(second.writable(), true);
    await second.close();
  });
});
