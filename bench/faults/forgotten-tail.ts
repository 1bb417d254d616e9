// SPDX-License-Identifier: EUPL-1.2
// D9: the database forgets its newest part without a word: the end of its log was zeroed, or an old backup was put in its place.
// PostgreSQL starts as if nothing had been. Only who compares with a head kept outside notices, and then nothing is written any more.
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { modules } from '../../src/app.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { openRuntime } from '../../src/kernel/open.ts';
import { readWitnesses, witnessedHeads } from '../../src/kernel/witness/index.ts';
import { startApp } from './app-control.ts';
import { count } from './audit.ts';
import { newestHead } from './audit-journal.ts';
import { send } from './client.ts';
import { withApp, withStage } from './house.ts';
import { openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { until, whileFrozen } from './processes.ts';
import { type Check, type FaultResult, resultOf } from './result.ts';
import { copyFolder, type Foundation, type Stage, startStage } from './stage.ts';

interface Round {
  readonly checks: readonly Check[];
  /** What the journal says when it compares with nothing. */
  readonly unwitnessed: string;
}

/** Both ways of forgetting: 5 times each, once in quick mode. */
export async function forgottenTail(foundation: Foundation, { quick }: { quick: boolean }): Promise<FaultResult> {
  const rounds: Round[] = [];
  for (let times = quick ? 1 : 5; times > 0; times -= 1) {
    rounds.push(await play(foundation, 'Ende des Datenbanklogs genullt', zeroTail));
    rounds.push(await play(foundation, 'alte Sicherung an ihrer Stelle', putBackupBack));
  }
  const unnoticed = rounds.filter(({ unwitnessed }) => unwitnessed !== 'tree-mismatch').length;
  return resultOf(
    'D9 vergessenes Ende, alte Sicherung',
    rounds.flatMap(({ checks }) => checks),
    {
      figures: { rounds: rounds.length },
      mutant: {
        name: 'ohne bezeugten Prüfpunkt',
        caught: unnoticed > 0,
        detail: `${unnoticed} von ${rounds.length} Mal unbemerkt weitergeschrieben`,
      },
    },
  );
}

/** Makes the server forget what happened since the moment of `before`; answers with the data folder to start from. */
interface Spoiler {
  before(stage: Stage): Promise<string>;
  spoil(stage: Stage, kept: string): Promise<string>;
}

async function play(foundation: Foundation, what: string, spoiler: Spoiler): Promise<Round> {
  const { dataDir, witnessed } = await withStage(foundation, {}, (stage) => spoilt(stage, spoiler));
  const revived = await startStage(foundation, { dataDir });
  try {
    const size = (await newestHead(revived))[0]?.size ?? 0;
    const forgotten = witnessed - size;
    const checks: Check[] = [
      [`${what}: PostgreSQL startet ohne Meldung, ${forgotten} Einträge fehlen`, forgotten > 0],
      ...(await refusesToWrite(revived)),
    ];
    return { checks, unwitnessed: await stateWithout(revived) };
  } finally {
    await revived.close();
    rmSync(dataDir, { recursive: true });
  }
}

async function spoilt(stage: Stage, spoiler: Spoiler): Promise<{ dataDir: string; witnessed: number }> {
  const { kept, witnessed } = await witnessedActs(stage, spoiler);
  return { dataDir: await spoiler.spoil(stage, kept), witnessed };
}

/** Work on both sides of the moment that will be forgotten, with a witness that writes down every head. */
async function witnessedActs(stage: Stage, spoiler: Spoiler): Promise<{ kept: string; witnessed: number }> {
  return withApp(stage, { witnessEveryMs: 100 }, async ({ app }) => {
    const ledger = openLedger();
    const work = () =>
      startLoad({
        target: () => app,
        cookie: stage.cookie,
        ledger,
        writers: 2,
        plan: ['file', 'case'],
        acts: 12,
        patience: 5_000,
      }).done;
    await work();
    const kept = await spoiler.before(stage);
    await work();
    await until(async () => (await count(stage, 'select from journal.inbox')) === 0, 10_000);
    const size = (await newestHead(stage))[0]?.size ?? 0;
    const isWitnessed = async () => (await newestWitnessed(stage)) === size;
    if (!(await until(isWitnessed, 10_000))) throw new Error('the witness did not write down the head');
    return { kept, witnessed: size };
  });
}

async function newestWitnessed({ dataDir }: Stage): Promise<number> {
  return Math.max(0, ...(await witnessedHeads(await readWitnesses(dataDir))).map(({ size }) => size));
}

async function refusesToWrite(stage: Stage): Promise<Check[]> {
  const app = await startApp(stage);
  try {
    const patience = 5_000;
    const ready = await send(app.url, { method: 'GET', path: '/ready' }, { cookie: '', patience });
    const headers = { 'idempotency-key': 'nobody-may-write-now' };
    const act = await send(
      app.probeUrl,
      { path: '/faults/book', body: { word: 'x' }, headers },
      { cookie: stage.cookie, patience },
    );
    const read = await send(app.url, { method: 'GET', path: '/files' }, { cookie: stage.cookie, patience });
    return [
      ['der Start erkennt es', ready.status === 503 && ready.body['journal'] === 'tree-mismatch'],
      ['jede Handlung 503', act.status === 503],
      ['Lesen geht', read.status === 200],
    ];
  } finally {
    await app.kill();
  }
}

async function stateWithout(stage: Stage): Promise<string> {
  const log = createLog(
    () => {},
    () => 'TEST',
  );
  const config = readConfig({ FACHWERK_DATA: stage.dataDir }, stage.dataDir);
  const { connections } = stage;
  const runtime = await openRuntime({ config, connections, modules, log, disk: { readOnly: () => false } });
  try {
    return runtime.journal.state();
  } finally {
    await runtime.close();
  }
}

/** A damaged disk: from a place in the log on, everything is zero. */
const zeroTail: Spoiler = {
  async before(stage) {
    await stage.sql('checkpoint');
    const place = "select file_name || ' ' || file_offset as place from pg_walfile_name_offset(pg_current_wal_insert_lsn())";
    const [row] = await stage.sql<{ place: string }>(place);
    return row!.place;
  },
  async spoil(stage, place) {
    const [name = '', offset = ''] = place.split(' ');
    const dataDir = await imageOf(stage, `${stage.dataDir}-zeroed`);
    const folder = path.join(dataDir, 'postgres', 'pg_wal');
    for (const file of readdirSync(folder).filter((one) => /^[0-9A-F]{24}$/.test(one) && one >= name))
      zero(path.join(folder, file), file === name ? Number(offset) : 0);
    return dataDir;
  },
};

function zero(file: string, from: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - from), 0, undefined, from);
  closeSync(handle);
}

/** Somebody means well and puts yesterday's database folder in the place of today's. */
const putBackupBack: Spoiler = {
  before: (stage) => imageOf(stage, `${stage.dataDir}-backup`),
  async spoil(stage, backup) {
    const dataDir = await imageOf(stage, `${stage.dataDir}-today`);
    rmSync(path.join(dataDir, 'postgres'), { recursive: true });
    renameSync(path.join(backup, 'postgres'), path.join(dataDir, 'postgres'));
    rmSync(backup, { recursive: true });
    return dataDir;
  },
};

/** The data folder as kill -9 would leave it at this moment. */
async function imageOf(stage: Stage, to: string): Promise<string> {
  whileFrozen(stage, () => copyFolder(stage.dataDir, to));
  return to;
}
