// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { readConfig } from '../src/kernel/config.ts';
import { prepareSetup } from '../src/modules/people/index.ts';
import { openDataFolder } from './data-folder.ts';
import { lockInstance } from './instance.ts';
import { logToFolder } from './log-file.ts';
import { openConnections } from './postgres/index.ts';
import { startServing } from './serve.ts';
import { foundDemoCity } from './demo/index.ts';
import { stopOnSignal } from './stopping.ts';

const stopLimitMs = 5_000;

/** `npm start`: database, schema, demo city on an empty folder, then the address on one line. */
async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig(process.env, path.join(import.meta.dirname, '..'));
  const folder = openDataFolder(config.dataDir);
  const lock = await lockInstance(folder);
  if (lock.taken) {
    console.log(lock.text);
    process.exit(lock.exitCode);
  }
  const writeLog = logToFolder(folder.log);
  const database = await openConnections({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    onAlarm: (alarm) => writeLog(JSON.stringify({ at: new Date().toISOString(), level: 'fault', what: 'database', alarm })),
  });
  let setup: string | undefined;
  const running = await startServing({
    config,
    connections: database.connections,
    writeLog,
    beforeServing: async (runtime) => {
      setup = await prepareSetup(runtime);
      if (setup === undefined || !config.demo) return;
      console.log('Die Vorführstadt Waldbrück wird gegründet …');
      const { files, documents } = await foundDemoCity({ runtime, connections: database.connections });
      console.log(`Waldbrück steht: ${files} Akten, ${documents} Dokumente.`);
      setup = undefined;
    },
  });
  stopOnSignal(async () => {
    await running.stop();
    await database.stop();
    lock.release();
  }, stopLimitMs);
  lock.announce(running.url);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `Fachwerk ist bereit: ${running.url} (nach ${seconds} s, PostgreSQL ${database.version}${database.embedded ? ' eingebettet' : ''})`,
  );
  if (setup !== undefined)
    console.log(
      `Noch ist niemand angelegt. Die erste Verwaltungsperson richtet sich ein unter ${running.url}/setup mit dem Wort ${setup}`,
    );
}

await start().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
