// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { callerOf, openWorld, type World } from '../../test/world.ts';
import { type Command, type Done, execute } from './command.ts';
import { Refusal } from './refusal.ts';

const person = '0190a000-0000-7000-8000-000000000001';
const other = '0190a000-0000-7000-8000-000000000002';
const file = '0190a000-0000-7000-8000-00000000f11e';

const input = z.strictObject({ word: z.string().min(1) });
const note: Command<z.infer<typeof input>> = {
  name: 'kernel.write-note',
  permission: 'kernel.note',
  input,
  weighty: true,
  async decide({ input: { word } }) {
    if (word === 'no') return new Refusal('conflict', 'kernel.invalid-input');
    return [{ type: 'kernel.note-written', object: `note:${file}`, file, facts: { word } }];
  },
  async apply(tx, { facts }) {
    if (facts['word'] === 'crash') throw new Error('the table said no');
    await tx.query('select 1');
  },
};

describe('a command', () => {
  let world: World;
  const may = callerOf(person, ['kernel.note']);
  const write = (word: string, key: string, caller = may, more: object = {}) =>
    execute(world.runtime, note, { word, ...more }, caller, { key });
  const entries = () =>
    world.sql<{ header: string; no: number; seq: number }>('select header, no, seq from journal.leaf order by seq');

  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('that succeeds stands in the journal before it is acknowledged', async () => {
    const done = (await write('first', 'key-of-the-first-act')) as Done;
    assert.equal(done.replayed, false);
    const [entry] = await entries();
    const header = JSON.parse(entry!.header) as Record<string, unknown>;
    assert.equal(header['act'], 'kernel.note-written');
    assert.equal(header['stream'], `file:${file}`);
    assert.ok(!entry!.header.includes('first') && !entry!.header.includes(person), 'the header holds neither words nor persons');
  });

  test('asked twice with one key acts once and answers the same', async () => {
    const first = (await write('twice', 'key-that-is-sent-twice')) as Done;
    const again = (await write('twice', 'key-that-is-sent-twice')) as Done;
    assert.deepEqual({ ...again, replayed: false }, first);
    assert.equal(again.replayed, true);
    const [{ count } = { count: 0 }] = await world.sql<{ count: number }>(
      'select count(*)::int as count from journal.leaf where inbox_id = any($1::bigint[])',
      [first.entries],
    );
    assert.equal(count, 1);
  });

  test('asked at the same moment with one key acts once', async () => {
    const before = (await entries()).length;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => write('race', 'key-of-eight-at-once')));
    assert.equal(outcomes.filter((outcome) => !(outcome instanceof Refusal) && !outcome.replayed).length, 1);
    assert.equal((await entries()).length, before + 1);
  });

  test('with a used key and another input is refused, and another person may use the same key', async () => {
    await write('one', 'key-used-for-one-thing');
    const outcome = await write('two', 'key-used-for-one-thing');
    assert.ok(outcome instanceof Refusal && outcome.reason === 'kernel.key-reused');
    assert.ok(!((await write('one', 'key-used-for-one-thing', callerOf(other, ['kernel.note']))) instanceof Refusal));
  });

  for (const [what, raw, reason] of [
    ['an unknown field', { word: 'x', role: 'admin' }, 'kernel.invalid.unknown-field'],
    ['a missing field', {}, 'kernel.invalid-input'],
  ] as const) {
    test(`with ${what} is refused and leaves nothing`, async () => {
      const before = (await entries()).length;
      const outcome = await execute(world.runtime, note, raw, may, { key: `key for ${what}`.replaceAll(' ', '-') });
      assert.ok(outcome instanceof Refusal && outcome.reason === reason);
      assert.equal((await entries()).length, before);
    });
  }

  test('without permission or without key is refused', async () => {
    const forbidden = await write('x', 'key-without-permission', callerOf(person));
    assert.ok(forbidden instanceof Refusal && forbidden.kind === 'not-permitted');
    const keyless = await write('x', 'short');
    assert.ok(keyless instanceof Refusal && keyless.reason === 'kernel.key-missing');
  });

  test('that a rule refuses or a table rejects leaves neither entry nor key behind', async () => {
    const before = (await entries()).length;
    assert.ok((await write('no', 'key-that-may-be-reused')) instanceof Refusal);
    await assert.rejects(write('crash', 'key-of-a-crashed-act'));
    assert.ok(!((await write('yes', 'key-that-may-be-reused')) instanceof Refusal));
    assert.equal((await entries()).length, before + 1);
  });

  test('numbers the acts of a file without a gap, each naming its predecessor', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(`many ${i}`, `key-number-${i}-of-many`)));
    const rows = await world.sql<{ no: number; header: string; hash: Buffer }>(
      'select no, header, hash from journal.leaf where stream = $1 order by no',
      [`file:${file}`],
    );
    rows.forEach(({ no, header }, index) => {
      assert.equal(no, index + 1);
      assert.equal((JSON.parse(header) as { prev: string }).prev, index === 0 ? '' : rows[index - 1]!.hash.toString('hex'));
    });
  });
});
