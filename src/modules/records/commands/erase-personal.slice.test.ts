// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openCheckpoint, leafData, leafHash, verifyInclusion } from '@fachwerk/merkle-log';
import { buildVerifier } from '../../../../packages/merkle-log/build.ts';
import { callerAs, cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Command, type Done, execute } from '../../../kernel/command.ts';
import { raiseGate } from '../../../kernel/gate/index.ts';
import { newId } from '../../../kernel/id.ts';
import type { StreamRow } from '../../../kernel/journal/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { addContact } from './add-contact.ts';
import { erasePersonal } from './erase-personal.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';

describe('erasing the personal parts of a file', () => {
  let world: World;
  let file: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    file = (await made(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' })).file!;
    const { object } = await made(openCase, { file, subject: 'Erlaubnis' });
    const contact = { case: object.slice('case:'.length), role: 'Antragstellerin', name: 'Erika Muster' };
    for (let n = 0; n < 3; n += 1) await made(addContact, contact);
  });
  after(() => world.close());

  const attempt = <I>(command: Command<I>, input: object, person: string = persons.clerk) =>
    execute(world.runtime, command, input, callerAs(person), { key: newId() });
  const made = async <I>(command: Command<I>, input: object) => {
    const done = (await attempt(command, input)) as Done;
    await world.runtime.journal.integrated(done.entries);
    return done.events[0]!;
  };
  const erase = async (entries: unknown, person: string = persons.registrar) => {
    const outcome = await attempt(erasePersonal, { file, entries, basis: 'unlawful', reason: 'Antrag der Betroffenen' }, person);
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const history = () =>
    world.runtime.database.read({ person: persons.clerk }, world.clock.now(), (tx) =>
      tx.query<StreamRow>('select * from records.file_history($1)', [file]),
    );

  test('is for the registry alone, and for entries that are there', async () => {
    assert.equal(await erase([3], persons.clerk), 'records.open-case.read-only');
    assert.equal(await erase([3], persons.treasurer), 'records.file.not-found');
    assert.equal(await erase([3, 99]), 'records.erase-personal.no-entry');
    assert.equal(await erase([]), 'kernel.invalid-input');
  });

  test('waits while another module holds it up', async () => {
    const gate = {
      subject: `file:${file}`,
      action: 'records.erase-personal',
      reason: 'demo.legal-hold',
      owner: 'demo',
      source: `hold:${newId()}`,
      overridable: false,
    };
    await world.runtime.database.transaction({ person: null }, world.clock.now(), (tx) => raiseGate(tx, gate));
    assert.equal(await erase([3]), 'demo.legal-hold');
    await world.sql("update kernel.gate set state = 'lifted'");
  });

  test('takes names and words away and leaves every entry where it was', async () => {
    assert.equal(await erase([3, 5]), 'done');
    assert.equal(await erase('4'), 'done');
    const rows = await history();
    assert.deepEqual(rows.map(({ no, body }) => [no, body !== null]).reverse(), [
      [1, true],
      [2, true],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
      [7, true],
    ]);
    assert.equal(await erase([3]), 'records.erase-personal.erased-already');
    assert.equal(await erase([6]), 'records.erase-personal.accounts-for');
    const statements = await world.runtime.database.read({ person: persons.clerk }, world.clock.now(), (tx) =>
      tx.query<{ no: number; statement: string }>('select no, statement from records.file_erasures($1)', [file]),
    );
    const seqs = rows
      .filter(({ no }) => no === 3 || no === 5)
      .map(({ seq }) => seq)
      .sort((a, b) => a - b);
    assert.deepEqual(JSON.parse(statements[0]!.statement), { v: 1, basis: 'Art. 17 Abs. 1 Buchst. d DSGVO', seqs });
    assert.deepEqual(
      statements.map(({ no }) => no),
      [6, 7],
    );
  });

  test('leaves every proof of inclusion true', async () => {
    const { journal } = world.runtime;
    const head = journal.head()!;
    const { root } = openCheckpoint(head.note, [journal.verifierKey()])!;
    for (const { seq, header, commitment } of await history()) {
      const proof = { index: seq, size: head.size, path: await journal.inclusion(seq, head.size) };
      assert.ok(verifyInclusion(proof, leafHash(leafData(header, commitment)), root), String(seq));
    }
  });

  test('leaves the proof package sound for a stranger, who is told what was erased and why', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-erased-'));
    const { cli } = await buildVerifier(folder);
    const response = await world.app.request(`/files/${file}/proof-package`, {
      headers: { cookie: await cookieOf(world, persons.clerk) },
    });
    const at = path.join(folder, 'package.zip');
    writeFileSync(at, Buffer.from(await response.arrayBuffer()));
    const { status, stdout } = spawnSync(process.execPath, [cli, at, '--key', world.runtime.journal.verifierKey()], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /Art\. 17 Abs\. 1 Buchst\. d DSGVO/);
  });
});
