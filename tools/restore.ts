// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { adminOf } from './backup/admin.ts';
import { checkBackup, loadFiles, loadTables } from './backup/load.ts';
import { showProgress } from './backup/progress.ts';
import { verifyRestored } from './backup/verify.ts';
import { dataPath, openDataFolder } from './data-folder.ts';
import { lockInstance } from './instance.ts';

/** `npm run restore DIR`: into an empty data folder; says it is done only after the journal has confirmed it. */
async function main(): Promise<void> {
  const [from] = process.argv.slice(2);
  if (!from) throw new Error('Woher? Aufruf: npm run restore ORDNER (in einen leeren Datenordner, siehe FACHWERK_DATA)');
  const source = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), from);
  const began = performance.now();
  const progress = showProgress();
  const manifest = await checkBackup(source, progress.show);
  const data = openDataFolder(dataPath());
  const lock = await lockInstance(data, 'eine Wiederherstellung');
  if (lock.taken) throw new Error(lock.text);
  await loadFiles({ source, dataDir: data.path, progress: progress.show }, manifest);
  const { admin, connections, close } = await adminOf(data.path, process.env['DATABASE_URL']);
  try {
    await loadTables({ source, dataDir: data.path, connections, admin, progress: progress.show }, manifest);
    const { entries, contents } = await verifyRestored({ dataDir: data.path, connections, manifest, progress: progress.show });
    progress.end();
    console.log(
      `Zurückgespielt und geprüft: ${entries} Einträge ergeben die unterschriebene Wurzel, ${contents} Inhalte stimmen, in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
    );
  } finally {
    await close();
    lock.release();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
