// SPDX-License-Identifier: EUPL-1.2
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createApp, islands, modules, scripts } from '../src/app.ts';
import type { Clock } from '../src/kernel/clock.ts';
import type { Config } from '../src/kernel/config.ts';
import { createLog } from '../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../src/kernel/open.ts';
import { prepareSchema } from '../src/kernel/prepare.ts';
import { startWorker } from '../src/kernel/queue.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { readWitnesses, startWitnessing, witnessedHeads } from '../src/kernel/witness/index.ts';
import { loadAssets } from '../src/ui/assets.ts';
import type { Connections } from './postgres/index.ts';

/** A running Fachwerk. */
export interface Running {
  readonly url: string;
  readonly runtime: OpenRuntime;
  /** Ends requests, jobs and the journal in order: what was acknowledged is durable long before. */
  stop(): Promise<void>;
}

/** What it is started from. */
export interface Serving {
  readonly config: Config;
  readonly connections: Connections;
  readonly writeLog: (line: string) => void;
  /** For journeys through days and windows; the system's unless given. */
  readonly clock?: Clock | undefined;
  /** Runs before the first request is taken, e.g. the founding of the demo city. */
  readonly beforeServing?: ((runtime: OpenRuntime) => Promise<void>) | undefined;
}

const graceMs = 1_500;

/** Schema, runtime, background work, HTTP: the whole application on a prepared database. */
export async function startServing({ config, connections, writeLog, clock, beforeServing }: Serving): Promise<Running> {
  const [assets] = await Promise.all([
    loadAssets({ dataFolder: config.dataDir, islands, scripts }),
    prepareSchema(connections, modules),
  ]);
  const witnesses = await readWitnesses(config.dataDir);
  const log = createLog(writeLog, () => randomBytes(5).toString('hex').toUpperCase());
  const runtime = await openRuntime({ config, connections, modules, clock, log, witnessed: await witnessedHeads(witnesses) });
  await beforeServing?.(runtime);
  const witnessing = startWitnessing(runtime, witnesses);
  const reactions = startReactions(
    runtime,
    modules.flatMap((module) => module.reactions),
  );
  const worker = await startWorker(
    runtime,
    modules.flatMap((module) => module.jobs),
    connections.sequencer,
  );
  const server = await listen(createApp(runtime, assets).fetch, config);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    runtime,
    async stop() {
      await endRequests(server);
      await worker.stop();
      await reactions.stop();
      await witnessing.stop();
      await runtime.close();
    },
  };
}

function listen(fetch: (request: Request) => Response | Promise<Response>, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server)) as Server;
    server.requestTimeout = 15 * 60_000; // an upload's piece on a slow line
    server.headersTimeout = 15_000;
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(`Der Anschluss ${host}:${port} ist schon belegt. Mit PORT=… einen anderen wählen.`, { cause: error })
          : error,
      );
    });
  });
}

/** Running requests get a moment to end; idle connections none. */
async function endRequests(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
