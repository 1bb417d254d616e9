// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { execute } from '../../src/kernel/command.ts';
import { newId } from '../../src/kernel/id.ts';
import { openFile } from '../../src/modules/records/index.ts';
import { testDatabase } from '../../test/database.ts';
import { callerAs, persons, planUnits, settleTown, units } from '../../test/town.ts';
import { openWorld, type World } from '../../test/world.ts';
import { checkBackup, loadFiles, loadTables } from './load.ts';
import type { BackupManifest } from './manifest.ts';
import { saveBackup } from './save.ts';
import { verifyRestored } from './verify.ts';

const quiet = () => {};

describe('a backup', () => {
  let world: World;
  let folder: string;
  let manifest: BackupManifest;
  const act = () =>
    execute(
      world.runtime,
      openFile,
      { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße' },
      callerAs(persons.clerk),
      { key: newId() },
    );

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-backup-'));
    for (let n = 0; n < 5; n += 1) await act();
    for (const text of ['Antrag', 'Bescheid']) await world.runtime.blobs.put(new Blob([text]).stream());
    await world.runtime.journal.integrated([
      (await world.sql<{ id: number }>('select max(id) as id from journal.personal'))[0]!.id,
    ]);
    let writing = true;
    const writer = (async () => {
      while (writing) await act();
    })();
    manifest = await saveBackup({
      admin: world.database.admin,
      dataDir: world.runtime.config.dataDir,
      target: folder,
      version: 'test',
      progress: quiet,
    });
    writing = false;
    await writer;
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  async function restore(): Promise<{ entries: number; contents: number; files: number }> {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-restored-'));
    const database = await testDatabase();
    try {
      const checked = await checkBackup(folder, quiet);
      await loadFiles({ source: folder, dataDir, progress: quiet }, checked);
      await loadTables(
        { source: folder, dataDir, connections: database.connections, admin: database.admin, progress: quiet },
        checked,
      );
      const verified = await verifyRestored({ dataDir, connections: database.connections, manifest: checked, progress: quiet });
      return { ...verified, files: checked.tables.find(({ name }) => name === 'records.files')?.rows ?? 0 };
    } finally {
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  test('taken while people work is of one moment, and the journal confirms it after restoring', async () => {
    const { entries, contents, files } = await restore();
    assert.ok(files >= 5);
    assert.equal(entries, manifest.head?.size);
    assert.equal(contents, 2);
    const inbox = manifest.tables.find(({ name }) => name === 'journal.inbox')?.rows ?? 0;
    assert.equal(entries + inbox, files, 'every file has its entry, in the tree or on the way into it');
  });

  test('that was damaged is refused before anything is written', async () => {
    const file = path.join(folder, manifest.files[0]!.path);
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]));
    await assert.rejects(restore(), /beschädigt/);
    writeFileSync(file, bytes);
  });

  test('in which somebody changed an entry, manifest included, is refused by the journal', async () => {
    const leaf = manifest.tables.find(({ name }) => name === 'journal.leaf')!;
    const file = path.join(folder, leaf.file.path);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, original.replace('records.file-opened', 'records.file-0pened'));
    const { checkPart: _, saveFile } = await import('./copy-file.ts');
    const part = await saveFile(folder, 'forged', file);
    const forged = {
      ...manifest,
      tables: manifest.tables.map((table) => (table === leaf ? { ...table, file: { ...part, path: leaf.file.path } } : table)),
    };
    writeFileSync(path.join(folder, 'backup.json'), JSON.stringify(forged));
    await assert.rejects(restore(), /unterschriebene Wurzel|Prüfpunkten/);
    writeFileSync(file, original);
    writeFileSync(path.join(folder, 'backup.json'), JSON.stringify(manifest));
  });
});
