// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { saveBackup } from './backup/save.ts';
import { showProgress } from './backup/progress.ts';
import { dataPath, openDataFolder } from './data-folder.ts';
import { adminOf } from './backup/admin.ts';

/** `npm run backup DIR`: saves a running or stopped Fachwerk as of one moment. */
async function main(): Promise<void> {
  const [target] = process.argv.slice(2);
  if (!target) throw new Error('Wohin? Aufruf: npm run backup ORDNER');
  const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), target);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new Error(`Der Ordner ${folder} ist nicht leer. Jede Sicherung bekommt einen eigenen.`);
  const began = performance.now();
  const data = openDataFolder(dataPath());
  const { admin, close } = await adminOf(data.path, process.env['DATABASE_URL']);
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
  const progress = showProgress();
  try {
    const manifest = await saveBackup({ admin, dataDir: data.path, target: folder, version, progress: progress.show });
    progress.end();
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Gesichert nach ${folder}: ${rows} Zeilen, ${manifest.contents} Inhalte, Prüfpunkt über ${manifest.head?.size ?? 0} Einträge, in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
    );
    console.log('Die Sicherung enthält die Schlüssel. Bewahren Sie sie so auf wie die Akten selbst.');
  } finally {
    await close();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
