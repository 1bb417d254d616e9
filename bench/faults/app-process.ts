// SPDX-License-Identifier: EUPL-1.2
// The process that is killed: the whole application as `npm start` runs it, and beside it the fault tests' own module.
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp, modules } from '../../src/app.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../../src/kernel/open.ts';
import { startWorker } from '../../src/kernel/queue.ts';
import { startReactions } from '../../src/kernel/reactions.ts';
import { createRouter } from '../../src/kernel/router.ts';
import { readWitnesses, startWitnessing } from '../../src/kernel/witness/index.ts';
import { identify } from '../../src/modules/people/index.ts';
import { loadAssets } from '../../src/ui/assets.ts';
import { errorPage } from '../../src/ui/error-page.tsx';
import { startServing } from '../../tools/serve.ts';
import type { AppOrder, FromApp } from './app-control.ts';
import { carelessReaction, probe } from './probe-module.ts';

const order = JSON.parse(process.env['FAULTS_APP'] ?? '') as AppOrder;
const { dataDir, connections } = order;
const config = readConfig({ FACHWERK_DATA: dataDir, PORT: '0', FACHWERK_DEMO: 'off' }, dataDir);
const writeLog = (line: string) => void process.stderr.write(`${line}\n`);
const say = (message: FromApp) => process.send?.(message);

/** Mutant: nobody looks how full the disk is. */
async function serveUnguarded(): Promise<{ url: string; runtime: OpenRuntime }> {
  const runtime = await openRuntime({
    config,
    connections,
    modules,
    disk: { readOnly: () => false },
    log: createLog(writeLog, () => 'TEST'),
  });
  return { runtime, url: await listen(createApp(runtime, await loadAssets({})).fetch) };
}

function listen(fetch: Parameters<typeof serve>[0]['fetch']): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

async function run(): Promise<void> {
  const { url, runtime } = order.unguarded ? await serveUnguarded() : await startServing({ config, connections, writeLog });
  if (order.witnessEveryMs) startWitnessing(runtime, await readWitnesses(dataDir), order.witnessEveryMs);
  startReactions(runtime, order.careless ? [carelessReaction] : probe.reactions);
  await startWorker(runtime, probe.jobs, connections.sequencer);
  const router = createRouter(runtime, [probe], { errorPage, identify: identify(runtime) });
  say({ type: 'ready', url, probeUrl: await listen(router.fetch) });
  flushCompileCache(); // at its end it will be killed
}

process.on('disconnect', () => process.exit()); // the test is gone
await run();
