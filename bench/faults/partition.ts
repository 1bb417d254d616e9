// SPDX-License-Identifier: EUPL-1.2
// N1: the network between application and database goes silent: nothing passes, nothing is refused, no connection ends. Every request ends
// all the same within ten seconds, with 503; when the network is back, so is the application, although the database still holds the
// sessions of before, and with them the lock of the one sequencer.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { planUnits, units } from '../../test/town.ts';
import type { App } from './app-control.ts';
import { audit, auditConsequences } from './audit.ts';
import { type Call, send } from './client.ts';
import { withApp, withStage } from './house.ts';
import { openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { type Check, type FaultResult, type Mutant, resultOf, spread } from './result.ts';
import type { Foundation, Stage } from './stage.ts';
import { layDatabaseWire, type Wire } from './wire.ts';

const silenceMs = 12_000;
const endLimit = 10_000;
const returnLimit = 5_000;
/** Longer than anything may take, so that the application must end it and not the client. */
const patience = 20_000;

interface Ended {
  readonly what: string;
  readonly status: number;
  readonly ms: number;
}

/** Parts application and database 5 times (once in quick mode), for twelve seconds each. */
export async function partition(foundation: Foundation, { quick }: { quick: boolean }): Promise<FaultResult> {
  const times = quick ? 1 : 5;
  return withStage(foundation, {}, async (stage) => {
    const wire = await layDatabaseWire(stage.dataDir, stage.server.socketDir);
    try {
      const { app: asApp, sequencer, owner } = stage.connections;
      const connections = { owner, app: { ...asApp, host: wire.host }, sequencer: { ...sequencer, host: wire.host } };
      return await withApp({ ...stage, connections }, {}, ({ app }) => play(stage, { wire, app, times }));
    } finally {
      await wire.close();
    }
  });
}

async function play(
  stage: Stage,
  { wire, app, times }: { wire: Wire & { host: string }; app: App; times: number },
): Promise<FaultResult> {
  const ledger = openLedger();
  const plan = ['file', 'case', 'booking', 'document'] as const;
  const load = startLoad({ target: () => app, cookie: stage.cookie, ledger, writers: 4, plan, patience });
  const ended: Ended[] = [];
  const recoveries: number[] = [];
  let mutant: Mutant | undefined;
  for (let time = 0; time < times; time += 1) {
    await load.more(30);
    const unlimited = await connectUnlimited(stage, wire);
    wire.part();
    mutant = await during(stage, app, { unlimited, ended });
    wire.heal();
    recoveries.push(await ledger.recovery(performance.now()));
    wire.bury(); // or the next silence would find every place at the database taken
  }
  await load.more(10);
  await load.stop();
  const consequences = await auditConsequences(stage);
  const { lost, doubled, checks } = await audit(stage, ledger, []);
  return resultOf('N1 Netz zur Datenbank verstummt', [...judge(ended, recoveries), ...checks, ...consequences.checks], {
    figures: {
      rounds: times,
      acknowledged: ledger.acknowledged.length,
      lost,
      doubled: doubled + consequences.doubled,
      recoveries,
    },
    mutant: mutant!,
  });
}

function judge(ended: readonly Ended[], recoveries: readonly number[]): Check[] {
  const longest = [...ended].sort((a, b) => b.ms - a.ms)[0]!;
  const wrong = ended.filter(({ what, status }) => status !== (what === 'GET /health' ? 200 : 503));
  const kinds = new Set(ended.map(({ what }) => what)).size;
  const worst = spread(recoveries)?.max ?? Number.POSITIVE_INFINITY;
  return [
    [`${ended.length} Anfragen von ${kinds} Arten, längste ${seconds(longest.ms)} s (${longest.what})`, longest.ms <= endLimit],
    [`alle mit 503${wrong.length > 0 ? `, aber ${wrong[0]!.what} mit ${wrong[0]!.status}` : ''}`, wrong.length === 0],
    [`spätestens ${seconds(worst)} s danach wieder bestätigt`, worst <= returnLimit],
  ];
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

/** Every kind of request, again and again, while nothing passes. */
async function during(stage: Stage, app: App, { unlimited, ended }: { unlimited: pg.Client; ended: Ended[] }): Promise<Mutant> {
  const until = performance.now() + silenceMs;
  let hangs = true;
  unlimited.query('select 1').then(
    () => (hangs = false),
    () => (hangs = false),
  );
  const lanes = kindsOf(stage).map(async ({ what, probe, call }) => {
    while (performance.now() < until) {
      const began = performance.now();
      const { status } = await send(probe ? app.probeUrl : app.url, call, { cookie: stage.cookie, patience }).catch(() => ({
        status: 0,
      }));
      ended.push({ what, status, ms: performance.now() - began });
      await sleep(200);
    }
  });
  await Promise.all(lanes);
  const mutant = { name: 'Verbindung ohne Frist', caught: hangs, detail: `hing nach ${silenceMs / 1000} s noch` };
  unlimited.end().catch(() => {});
  return mutant;
}

interface KindOfRequest {
  readonly what: string;
  readonly probe?: boolean;
  readonly call: Call;
}

const nowhere = '0190a000-0000-7000-8000-00000000dead';

function kindsOf(stage: Stage): KindOfRequest[] {
  const file = { planUnit: planUnits.trade, leadUnit: units.trade, subject: 'In die Stille' };
  const headers = { 'idempotency-key': `into-the-silence-${stage.server.pid()}` };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const piece = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  return [
    { what: 'GET /files', call: { method: 'GET', path: '/files', headers: { accept: 'text/html' } } },
    { what: 'GET /search', call: { method: 'GET', path: '/search?q=Antrag', headers: { accept: 'text/html' } } },
    { what: 'GET /ready', call: { method: 'GET', path: '/ready' } },
    { what: 'GET /health', call: { method: 'GET', path: '/health' } },
    { what: 'POST Akte anlegen (JSON)', call: { path: '/files/new/open', body: file, headers } },
    {
      what: 'POST Akte anlegen (Formular)',
      call: { path: '/files/new/open', body: Buffer.from(new URLSearchParams(file).toString()), headers: form },
    },
    { what: 'POST gewichtige Handlung', probe: true, call: { path: '/faults/book', body: { word: 'In die Stille' }, headers } },
    { what: 'POST Hochladen beginnen', call: { path: `/cases/${nowhere}/uploads`, body: { name: 'a.txt', size: 1 }, headers } },
    {
      what: 'PATCH Hochladen fortsetzen',
      call: { method: 'PATCH', path: `/cases/${nowhere}/uploads/${nowhere}`, body: Buffer.from('x'), headers: piece },
    },
  ];
}

/** A connection as one opens it without thinking: no limit for a query. */
async function connectUnlimited(stage: Stage, { host }: { host: string }): Promise<pg.Client> {
  const { user, database } = stage.connections.app;
  const client = new pg.Client({ host, port: 5432, ...(user ? { user } : {}), ...(database ? { database } : {}) });
  client.on('error', () => {});
  await client.connect();
  return client;
}
