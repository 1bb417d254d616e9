// SPDX-License-Identifier: EUPL-1.2
// The application in a process of its own, so that its memory and its answers are measured alone: `node bench/app-process.ts CONNECTIONS.json DATADIR`.
import { readFileSync } from 'node:fs';
import { readConfig } from '../src/kernel/config.ts';
import type { Connections } from '../tools/postgres/index.ts';
import { startServing } from '../tools/serve.ts';

const [connectionsFile = '', dataDir = ''] = process.argv.slice(2);
const connections = JSON.parse(readFileSync(connectionsFile, 'utf8')) as Connections;
const config = { ...readConfig({ FACHWERK_DATA: dataDir, PORT: '0', FACHWERK_DEMO: 'off' }, dataDir) };
const running = await startServing({ config, connections, writeLog: () => {} });
process.send?.({ url: running.url });
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage.rss() });
});
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
