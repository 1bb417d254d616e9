// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { leafData, leafHash, verifyInclusion } from '@fachwerk/merkle-log';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import { newId } from '../id.ts';
import { type Act, appendMany } from './append-many.ts';

const person = '0190a000-0000-7000-8000-000000000001';

interface LeafRow {
  readonly seq: number;
  readonly no: number;
  readonly header: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
}

describe('many entries at once', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const actIn = (file: string, n: number): Act => ({
    event: { type: 'kernel.tested', object: `note:${file}`, file, facts: { n } },
    caller: callerOf(person),
    at: new Date(Date.UTC(2020, 0, 1, 0, n)),
  });

  async function write(acts: readonly Act[]): Promise<number[]> {
    const { runtime } = world;
    const ids = await runtime.database.transaction({ person }, runtime.clock.now(), (tx) => appendMany(tx, runtime.vault, acts));
    runtime.journal.nudge();
    await runtime.journal.integrated(ids);
    return ids;
  }

  const leavesOf = (file: string) =>
    world.sql<LeafRow>('select seq::int, no::int, header, commitment, hash from journal.leaf where stream = $1 order by no', [
      `file:${file}`,
    ]);

  async function assertSound(file: string, numbers: readonly number[]): Promise<void> {
    const { journal } = world.runtime;
    const head = journal.head()!;
    const leaves = await leavesOf(file);
    const rows = await world.sql<{ body: Buffer; salt: Buffer; key_id: string }>(
      'select p.body, p.salt, p.key_id from journal.leaf l join journal.personal p on p.id = l.inbox_id where l.stream = $1 order by l.no',
      [`file:${file}`],
    );
    assert.deepEqual(
      leaves.map(({ no }) => no),
      numbers.map((_, index) => index + 1),
      'numbered from 1 without a gap',
    );
    for (const [index, leaf] of leaves.entries()) {
      const { prev, stream, no } = JSON.parse(leaf.header) as { prev: string; stream: string; no: number };
      assert.deepEqual({ stream, no }, { stream: `file:${file}`, no: leaf.no });
      assert.equal(prev, leaves[index - 1]?.hash.toString('hex') ?? '', 'each names the hash of the one before');
      assert.deepEqual(Buffer.from(leafHash(leafData(leaf.header, leaf.commitment))), leaf.hash);
      const [entry] = journal.open([{ ...leaf, ...rows[index]! }]);
      const { facts } = JSON.parse(entry!.body!.toString('utf8')) as { facts: { n: number } };
      assert.equal(facts.n, numbers[index], 'each keeps its own personal part');
      const path = await journal.inclusion(leaf.seq, head.size);
      assert.ok(verifyInclusion({ index: leaf.seq, size: head.size, path }, leaf.hash, head.root));
    }
  }

  test('stand in their streams like single ones: numbered without a gap, chained, bound, proven', async () => {
    const [one, other] = [newId(), newId()];
    await write([actIn(one, 1), actIn(other, 2), actIn(one, 3)]);
    await assertSound(one, [1, 3]);
    await assertSound(other, [2]);
  });

  test('go on where single entries stopped, and single ones go on after them', async () => {
    const { runtime } = world;
    const file = newId();
    const single = async (n: number) => {
      const { event, caller, at } = actIn(file, n);
      const id = await runtime.database.transaction({ person }, at, (tx) => runtime.journal.append(tx, event, caller, at));
      await runtime.journal.integrated([id]);
    };
    await single(1);
    await write(Array.from({ length: 40 }, (_, index) => actIn(file, index + 2)));
    await single(42);
    await assertSound(
      file,
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
  });

  test('written by two at the same moment wait for each other and lose no number', async () => {
    const [one, other] = [newId(), newId()];
    const there = Array.from({ length: 20 }, (_, n) => actIn(n % 2 === 0 ? one : other, n));
    const back = Array.from({ length: 20 }, (_, n) => actIn(n % 2 === 0 ? other : one, n));
    await Promise.all([write(there), write(back)]);
    for (const file of [one, other]) assert.equal((await leavesOf(file)).at(-1)?.no, 20);
    assert.equal((await leavesOf(one)).length, 20);
  });

  test('are gone together with the act that failed', async () => {
    const { runtime } = world;
    const file = newId();
    await assert.rejects(
      runtime.database.transaction({ person }, runtime.clock.now(), async (tx) => {
        await appendMany(tx, runtime.vault, [actIn(file, 1)]);
        throw new Error('the act failed');
      }),
    );
    await write([actIn(file, 2)]);
    await assertSound(file, [2]);
  });

  test('none at all is nothing', async () => {
    assert.deepEqual(await write([]), []);
  });
});
