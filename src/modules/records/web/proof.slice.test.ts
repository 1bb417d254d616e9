// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildVerifier } from '../../../../packages/merkle-log/build.ts';
import { callerAs, cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { openCase } from '../commands/open-case.ts';
import { openFile } from '../commands/open-file.ts';
import { receiveWhole } from '../commands/receive-upload.ts';

describe('the proof of a file', () => {
  let world: World;
  let file: string;
  let folder: string;
  let cli: string;
  const clerk = callerAs(persons.clerk);

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-proof-'));
    cli = (await buildVerifier(folder)).cli;
    const { runtime } = world;
    const run = async (command: Parameters<typeof execute>[1], input: object) =>
      (await execute(runtime, command, input, clerk, { key: newId() })) as Done;
    file = (await run(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' })).events[0]!.file!;
    const opened = await run(openCase, { file, subject: 'Erlaubnis' });
    const caseId = opened.events[0]!.object.slice('case:'.length);
    for (const name of ['Antrag.txt', 'Plan.txt'])
      await receiveWhole(
        { runtime, caller: clerk },
        { case: caseId, name, key: newId(), source: new Blob([`Text von ${name}`]).stream() },
      );
    const lastEntry = await world.sql<{ id: number }>('select max(id) as id from journal.inbox');
    if (lastEntry[0]?.id) await runtime.journal.integrated([lastEntry[0].id]);
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  async function download(): Promise<string> {
    const response = await world.app.request(`/files/${file}/proof-package`, {
      headers: { cookie: await cookieOf(world, persons.clerk) },
    });
    assert.equal(response.status, 200);
    const at = path.join(folder, 'package.zip');
    writeFileSync(at, Buffer.from(await response.arrayBuffer()));
    return at;
  }
  const verify = (at: string) =>
    spawnSync(process.execPath, [cli, at, '--key', world.runtime.journal.verifierKey()], { encoding: 'utf8' });

  test('is shown link by link to whoever may read the file, and to nobody else', async () => {
    const shown = await world.app.request(`/files/${file}/proof`, { headers: { cookie: await cookieOf(world, persons.clerk) } });
    const page = await shown.text();
    assert.match(page, /unverändert und vollständig/);
    assert.match(page, /4 Einträge/);
    const hidden = await world.app.request(`/files/${file}/proof`, {
      headers: { cookie: await cookieOf(world, persons.treasurer) },
    });
    assert.equal(hidden.status, 404);
  });

  test('is checked offline by a program that knows nothing of us', async () => {
    const { status, stdout } = verify(await download());
    assert.equal(status, 0, stdout);
  });

  test('fails when somebody with all rights changed one entry afterwards', async () => {
    await world.sql('alter table journal.leaf disable trigger all');
    const [row] = await world.sql<{ seq: number; header: string }>(
      'select seq, header from journal.leaf where stream = $1 and no = 2',
      [`file:${file}`],
    );
    await world.sql('update journal.leaf set header = $2 where seq = $1', [
      row!.seq,
      row!.header.replace('case-opened', 'case-0pened'),
    ]);
    const shown = await world.app.request(`/files/${file}/proof`, { headers: { cookie: await cookieOf(world, persons.clerk) } });
    assert.match(await shown.text(), /stimmt nicht mit dem Journal überein/);
    assert.equal(verify(await download()).status, 1);
    await world.sql('update journal.leaf set header = $2 where seq = $1', [row!.seq, row!.header]);
    assert.equal(verify(await download()).status, 0);
  });
});
