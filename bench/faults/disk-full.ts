// SPDX-License-Identifier: EUPL-1.2
// D5: the disk that holds everything fills up, slowly at first, then to the last byte. The house goes over to reading in time and says so;
// the database survives because the ballast goes overboard; nothing acknowledged is lost; with room, work goes on by itself.
import { appendFileSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { planUnits, units } from '../../test/town.ts';
import type { App } from './app-control.ts';
import { audit } from './audit.ts';
import { newestHead } from './audit-journal.ts';
import { send } from './client.ts';
import { withApp } from './house.ts';
import { openLedger } from './ledger.ts';
import { type Load, startLoad } from './load.ts';
import { openSmallDisk, unlessRequired } from './power-disk.ts';
import { until } from './processes.ts';
import { type Check, type FaultResult, type Mutant, resultOf, skipped } from './result.ts';
import { type Foundation, newFolder, openStage, type Stage } from './stage.ts';

const name = 'D5 Datenbank: die Platte ist voll';
const mebibyte = 1024 * 1024;
const diskBytes = 640 * mebibyte;
const piece = Buffer.alloc(8 * mebibyte, 1);
/** So slowly that a look every five seconds comes in time; still 64 MiB a second. */
const pieceEveryMs = 125;
const returnLimit = 60_000;
const lastWish = 'Die letzte Akte';

/** Fills a small disk in memory; needs the right to mount. */
export async function databaseDiskFull(foundation: Foundation): Promise<FaultResult> {
  if (process.getuid?.() !== 0) return skipped(name, 'nur root darf eine kleine Platte einhängen');
  const disk = await openSmallDisk(newFolder(foundation.root, 'full'), diskBytes).catch(unlessRequired);
  if (typeof disk === 'string') return skipped(name, disk);
  try {
    const stage = await openStage(foundation, { dataDir: newFolder(disk.dir, 'data') });
    try {
      const { checks, figures } = await withApp(stage, {}, ({ app }) => fillUp(stage, app));
      return resultOf(name, checks, { figures, mutant: await unguarded(stage) });
    } finally {
      await stage.close();
    }
  } finally {
    await disk.close();
  }
}

async function fillUp(stage: Stage, app: App) {
  const ledger = openLedger();
  ledger.asked.set(lastWish, 'file'); // accepted as long as there is room
  const plan = ['document', 'case', 'booking', 'file'] as const;
  const load = startLoad({ target: () => app, cookie: stage.cookie, ledger, writers: 4, plan, patience: 10_000 });
  await load.more(40);
  const filler = fillerOn(stage);
  const inTime = await fillSlowly(stage, { filler, app, until: 0.085 });
  const heads = await newestHead(stage);
  const spoken = await whatItSays(stage, app);
  const quiet = stage.alarms.length === 0;
  const survived = await fillToTheBrim(stage, { filler, app });
  const promised = ledger.acknowledged.length;
  rmSync(filler);
  const moment = performance.now();
  const recovery = await ledger.recovery(moment, returnLimit);
  await finish(load);
  const { lost, doubled, checks } = await audit(stage, ledger, heads);
  const all: Check[] = [
    [`nur lesen ab ${inTime} % frei`, inTime > 5],
    ['die Datenbank lief bis dahin ungestört', quiet],
    ...spoken,
    ...survived,
    [`wieder schreiben ${Math.round(recovery / 100) / 10} s nach der Räumung`, recovery < returnLimit],
    ...checks,
  ];
  return { checks: all, figures: { rounds: 1, acknowledged: promised, lost, doubled, recoveries: [recovery] } };
}

async function finish(load: Load): Promise<void> {
  await load.more(20);
  await load.stop();
}

function fillerOn({ dataDir }: Stage): string {
  return path.join(path.dirname(dataDir), 'filler');
}

function freeShare({ dataDir }: Stage): number {
  const { bavail, blocks } = statfsSync(dataDir);
  return bavail / blocks;
}

/** Percent that were still free when the application began to refuse; 0 when it did not. */
async function fillSlowly(
  stage: Stage,
  { filler, app, until: end }: { filler: string; app: App; until: number },
): Promise<number> {
  while (freeShare(stage) > end && fits(filler, piece)) await sleep(pieceEveryMs);
  const refuses = await until(async () => (await tryToOpen(stage, app)).status === 507, 8_000, 100);
  return refuses ? Math.round(freeShare(stage) * 1000) / 10 : 0;
}

function tryToOpen({ cookie }: Stage, app: App, accept = 'application/json') {
  return send(
    app.url,
    {
      path: '/files/new/open',
      body: { planUnit: planUnits.trade, leadUnit: units.trade, subject: lastWish },
      headers: { 'idempotency-key': 'no-room-for-this-one', accept, 'accept-language': 'de' },
    },
    { cookie, patience: 10_000 },
  ).catch(() => ({ status: 0, body: {} as Record<string, unknown> }));
}

async function whatItSays(stage: Stage, app: App): Promise<Check[]> {
  const { status, body } = await tryToOpen(stage, app);
  const read = await readPage(stage, app);
  const ready = await send(app.url, { method: 'GET', path: '/ready' }, { cookie: '', patience: 10_000 });
  return [
    ['507 mit deutschem Satz', status === 507 && /Speicher ist fast voll/.test(String(body['message']))],
    ['Lesen geht weiter', read],
    ['/ready meldet es', ready.status === 503 && ready.body['content'] === 'read-only'],
  ];
}

async function readPage({ cookie }: Stage, app: App): Promise<boolean> {
  const answer = await send(app.url, { method: 'GET', path: '/files' }, { cookie, patience: 10_000 }).catch(() => undefined);
  return answer?.status === 200;
}

/** Not a byte is left, and the database's log wants another segment: PostgreSQL stops itself. The ballast lets it start again. */
async function fillToTheBrim(stage: Stage, { filler, app }: { filler: string; app: App }): Promise<Check[]> {
  fillCompletely(filler);
  const burn = "select pg_logical_emit_message(false, 'faults', repeat('x', 1000000)) from generate_series(1, 200)";
  const stopped = await stage.sql(burn).then(
    () => false,
    () => true,
  );
  const back = await until(() => readPage(stage, app), 30_000, 250);
  const refused = await until(async () => (await tryToOpen(stage, app)).status === 507, 10_000, 250);
  return [
    ['die Datenbank fand keinen Platz mehr', stopped],
    ['sie läuft ohne den Ballast wieder, Lesen geht', back],
    ['Schreiben bleibt abgelehnt (507)', refused],
  ];
}

function fillCompletely(filler: string): void {
  for (let bytes = piece.length; bytes >= 4096; bytes /= 2) while (fits(filler, piece.subarray(0, bytes)));
}

function fits(filler: string, bytes: Uint8Array): boolean {
  try {
    appendFileSync(filler, bytes);
    return true;
  } catch {
    return false;
  }
}

/** Nobody looks at the disk: the first to notice is the database. */
function unguarded(stage: Stage): Promise<Mutant> {
  return withApp(stage, { unguarded: true }, async ({ app }) => {
    const filler = fillerOn(stage);
    try {
      const percent = await fillSlowly(stage, { filler, app, until: 0.01 });
      return { name: 'ohne Wächter', caught: percent === 0, detail: 'kein 507, bis weniger als 1 % frei war' };
    } finally {
      rmSync(filler, { force: true });
    }
  });
}
