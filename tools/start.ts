// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { createApp, modules } from '../src/app.ts';
import { readConfig } from '../src/kernel/config.ts';
import { openRuntime } from '../src/kernel/open.ts';
import { prepareSchema } from '../src/kernel/prepare.ts';
import { startWorker } from '../src/kernel/queue.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { readWitnesses, startWitnessing, witnessedHeads } from '../src/kernel/witness/index.ts';
import { loadAssets } from '../src/ui/assets.ts';
import { openDataFolder } from './data-folder.ts';
import { openConnections } from './postgres/index.ts';

const stopLimitMs = 5_000;

/** `npm start`: database, schema, demo city on an empty folder, then the address on one line. */
async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig(process.env, path.join(import.meta.dirname, '..'));
  const folder = openDataFolder(config.dataDir);
  mkdirSync(folder.log, { recursive: true });
  const [database, assets] = await Promise.all([
    openConnections({ dataDir: config.dataDir, databaseUrl: config.databaseUrl }),
    loadAssets({}),
  ]);
  await prepareSchema(database.connections, modules);
  const witnesses = await readWitnesses(config.dataDir);
  const runtime = await openRuntime({ config, connections: database.connections, modules, witnessed: await witnessedHeads(witnesses) });
  const witnessing = startWitnessing(runtime, witnesses);
  const reactions = startReactions(
    runtime,
    modules.flatMap((module) => module.reactions),
  );
  const worker = await startWorker(
    runtime,
    modules.flatMap((module) => module.jobs),
    database.connections.sequencer,
  );
  const app = createApp(runtime, assets);
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    console.log(
      `Fachwerk ist bereit: http://${config.host}:${port} (nach ${((performance.now() - began) / 1000).toFixed(1)} s, PostgreSQL ${database.version})`,
    );
  });

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    await new Promise((resolve) => server.close(resolve));
    await worker.stop();
    await reactions.stop();
    await witnessing.stop();
    await runtime.close();
    await database.stop();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

await start();
