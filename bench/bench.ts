// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { benchMerkleLog } from '../packages/merkle-log/bench.ts';
import { modules } from '../src/app.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { type Caller, execute } from '../src/kernel/command.ts';
import { readConfig } from '../src/kernel/config.ts';
import { newId } from '../src/kernel/id.ts';
import { createLog } from '../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../src/kernel/open.ts';
import { prepareSchema } from '../src/kernel/prepare.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { beginSession } from '../src/kernel/session.ts';
import { openVault } from '../src/kernel/vault/index.ts';
import { openCase, openFile } from '../src/modules/records/index.ts';
import { receiveWhole } from '../src/modules/records/commands/receive-upload.ts';
import { type Connections, openConnections } from '../tools/postgres/index.ts';
import { actsWithReceipt, hashChain, prepareRecord, type Rate, rate, writeRecord } from './acts.ts';
import { type Load, load } from './http-load.ts';
import { buildJournal } from './journal-stock.ts';
import { buildStock, type Stock, type StockSize } from './stock.ts';

/** One row of the table: what was measured, against what, and whether the goal is met. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Greatest (or with `atLeast` smallest) value that is good enough; undefined for figures for information. */
  readonly goal?: number | undefined;
  readonly atLeast?: boolean | undefined;
  readonly note?: string | undefined;
}

const sizes: Record<'quick' | 'full', StockSize> = {
  quick: { files: 2_000, documents: 20_000, entries: 50_000 },
  full: { files: 100_000, documents: 1_000_000, entries: 10_000_000 },
};

/** Runs all measurements on a stock of its own, in a cluster of its own, with durable writes as in production. */
export async function runBench({
  quick,
  progress,
  size = sizes[quick ? 'quick' : 'full'],
}: {
  quick: boolean;
  progress: (sentence: string) => void;
  size?: StockSize;
}): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-bench-'));
  const database = await openConnections({ dataDir });
  try {
    const { connections } = database;
    await prepareSchema(connections, modules);
    const admin: pg.ClientConfig = { host: connections.owner.host, database: connections.owner.database, user: 'postgres' };
    progress(`Bestand: ${size.documents} Dokumente`);
    const vault = await openVault(path.join(dataDir, 'keys'));
    const origin = readConfig({}, dataDir).origin;
    const [stock] = await Promise.all([
      timed('stock', () => buildStock(admin, size), progress),
      timed('journal', () => buildJournal(admin, vault, { origin, files: size.files, entries: size.entries }), progress),
    ]);
    const rows = [
      ...(await measurePages({ connections, dataDir, stock, size, quick, progress })),
      ...(await measureActs({ connections, dataDir, stock, quick, progress })),
    ];
    progress('Baum und Prüfprogramm');
    const merkle = await benchMerkleLog({ quick });
    return [...rows, ...merkle.map((row) => ({ ...row, ...(row.unit === 's' && !quick ? { goal: 15 } : {}) }))];
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed<T>(what: string, work: () => Promise<T>, progress: (sentence: string) => void): Promise<T> {
  const began = performance.now();
  const result = await work();
  progress(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

interface Place {
  readonly connections: Connections;
  readonly dataDir: string;
  readonly stock: Stock;
  readonly quick: boolean;
  readonly progress: (sentence: string) => void;
}

/** Pages over HTTP, as a clerk who may see 1 of 199 units and as the registry that may see all. */
async function measurePages({
  connections,
  dataDir,
  stock,
  size,
  quick,
  progress,
}: Place & { size: StockSize }): Promise<BenchRow[]> {
  const file = path.join(dataDir, 'connections.json');
  writeFileSync(file, JSON.stringify(connections), { mode: 0o600 });
  const app = fork(path.join(import.meta.dirname, 'app-process.ts'), [file, dataDir], {
    execArgv: ['--import', path.join(import.meta.dirname, '../tools/tsx.mjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const { url } = await message<{ url: string }>(app);
    const sees = await visibleTo(connections, stock.clerk);
    const cookie = await cookieOf(connections, stock.clerk);
    const registry = await cookieOf(connections, stock.registrar);
    const count = quick ? 60 : 200;
    const pick = (kind: 'files' | 'cases' | 'documents') =>
      Array.from({ length: count }, (_, n) => `/${kind}/${sees[kind][(n * 37) % sees[kind].length]}`);
    const searched = [
      'antrag',
      'bescheid gebuehr',
      'lageplan stellplatz',
      'gebuehr',
      'hundesteuer plan',
      'strassenordnung',
      'widerspruch frist',
      'wohngeldbescheid',
      'baulast ausschuss',
      'erlaubnis -rechnung',
    ];
    const search = Array.from({ length: count }, (_, n) => `/search?q=${encodeURIComponent(searched[n % searched.length]!)}`);
    const rows: BenchRow[] = [];
    const measure = async (name: string, paths: readonly string[], goal: number | undefined, as = cookie) => {
      await load(url, paths.slice(0, 15), { clients: 1, cookie: as });
      const result = await load(url, paths, { clients: 1, cookie: as });
      progress(`${name}: p95 ${result.p95.toFixed(0)} ms`);
      rows.push(rowOf(name, result, goal));
    };
    await measure('file page, p95', pick('files'), 100);
    await measure('case page, p95', pick('cases'), 100);
    await measure('document page, p95', pick('documents'), 100);
    await measure(
      'list of files, p95',
      Array.from({ length: count }, (_, n) => `/files?plan=1.${1 + (n % 100)}`),
      150,
    );
    await measure('search with a clerk’s rights, p95', search, 300);
    await measure('search over everything (registry), p95', search.slice(0, 20), undefined, registry);
    await measure('file page for the registry, p95', pick('files'), undefined, registry);
    const desk = await load(
      url,
      Array.from({ length: quick ? 300 : 3000 }, () => '/'),
      { clients: 16, cookie },
    );
    rows.push({
      name: 'desk page, 16 clients',
      value: desk.perSecond,
      unit: 'requests/s',
      goal: 500,
      atLeast: true,
      note: `${desk.failed > 0 ? `${desk.failed} failed; ` : ''}client on the same two cores; ${size.documents} documents`,
    });
    app.send('memory');
    const { rss } = await message<{ rss: number }>(app);
    rows.push({ name: 'memory of the application after that', value: rss / 1e6, unit: 'MB', goal: 400 });
    // A figure for information may tell of failures; what has a goal must not.
    if (rows.some(({ note, goal }) => goal !== undefined && note?.includes('failed'))) throw new Error('pages failed');
    return rows;
  } finally {
    app.kill('SIGTERM');
    await new Promise((resolve) => app.once('exit', resolve));
  }
}

function rowOf(name: string, { p50, p95, failed }: Load, goal: number | undefined): BenchRow {
  return { name, value: p95, unit: 'ms', goal, note: failed > 0 ? `${failed} failed` : `p50 ${p50.toFixed(0)} ms` };
}

function message<T>(child: ReturnType<typeof fork>): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T));
    child.once('exit', (code) => reject(new Error(`application ended with ${code}`)));
  });
}

async function cookieOf(connections: Connections, person: string): Promise<string> {
  const client = new pg.Client(connections.app);
  await client.connect();
  try {
    const token = await beginSession(
      { query: async (sql, values) => (await client.query(sql, values as unknown[])).rows },
      person,
      new Date(),
    );
    return `fachwerk=${token}`;
  } finally {
    await client.end();
  }
}

async function visibleTo(connections: Connections, person: string): Promise<Record<'files' | 'cases' | 'documents', string[]>> {
  const client = new pg.Client(connections.app);
  await client.connect();
  try {
    await client.query(`begin; set local fw.person = '${person}'`);
    const ids = async (table: string) =>
      (await client.query<{ id: string }>(`select id from records.${table} limit 400`)).rows.map(({ id }) => id);
    return { files: await ids('files'), cases: await ids('cases'), documents: await ids('documents') };
  } finally {
    await client.end();
  }
}

/** Acts with receipt beside the classic chained audit table, and documents taken in. */
async function measureActs(place: Place): Promise<BenchRow[]> {
  const dropRecord = await prepareRecord(place.connections.owner);
  const { withReceipt, opened, ingest } = await measureOurs(place);
  // One after the other: together they would want more connections than the server has.
  const chain = await hashChain(place.connections.owner, 32);
  await rate(32, 64, chain.one);
  const chained = await rate(32, place.quick ? 400 : 4000, chain.one);
  await chain.close();
  await dropRecord();
  place.progress(`Verkettete Tabelle: ${chained.perSecond.toFixed(0)}/s`);
  const times = ({ p50, p99 }: Rate) => `p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)} ms`;
  return [
    { name: 'smallest act with receipt, 32 clients', value: withReceipt.perSecond, unit: 'acts/s', note: times(withReceipt) },
    {
      name: 'peer: hash chain with row lock, 32 clients',
      value: chained.perSecond,
      unit: 'acts/s',
      note: `${times(chained)}; no rights, no rules`,
    },
    {
      name: 'ratio smallest act with receipt : hash chain',
      value: withReceipt.perSecond / chained.perSecond,
      unit: '×',
      goal: 2,
      atLeast: true,
    },
    {
      name: 'file opened with reference, rights, search entry and receipt, 32 clients',
      value: opened.perSecond,
      unit: 'acts/s',
      note: times(opened),
    },
    ingest,
  ];
}

async function measureOurs({
  connections,
  dataDir,
  stock,
  quick,
  progress,
}: Place): Promise<{ withReceipt: Rate; opened: Rate; ingest: BenchRow }> {
  const config = { ...readConfig({ FACHWERK_DATA: dataDir, PORT: '0' }, dataDir), dataDir };
  const runtime = await openRuntime({
    config,
    connections: { ...connections, app: { ...connections.app, max: 32 } },
    modules,
    clock: systemClock,
    log: createLog(
      () => {},
      () => '',
    ),
    disk: { readOnly: () => false },
  });
  const caller: Caller = { person: stock.clerk, permissions: new Set(['records.read', 'records.write']) };
  try {
    const total = quick ? 400 : 4000;
    const unit = await unitOf(connections, stock.clerk);
    const smallest = actsWithReceipt(runtime, writeRecord, (n) => ({ reference: `${n}-${newId()}`, subject: 'Betreff' }), caller);
    await rate(32, 64, smallest);
    const withReceipt = await rate(32, total, smallest);
    const opening = actsWithReceipt(
      runtime,
      openFile,
      (n) => ({ planUnit: planUnitOf(n), leadUnit: unit, subject: `Messung ${n}` }),
      caller,
    );
    const opened = await rate(32, quick ? 200 : 2000, opening);
    progress(`Handlungen mit Quittung: ${withReceipt.perSecond.toFixed(0)}/s`);
    const ingest = await measureIngest(runtime, caller, { unit, quick });
    return { withReceipt, opened, ingest };
  } finally {
    await runtime.close();
  }
}

const planUnitOf = (n: number) => `0190a000-0005-7000-8000-${(1 + (n % 100)).toString(16).padStart(12, '0')}`;

async function unitOf(connections: Connections, person: string): Promise<string> {
  const client = new pg.Client(connections.app);
  await client.connect();
  try {
    const { rows } = await client
      .query<{ scope: string[] }>(`begin; set local fw.person = '${person}'; select people.unit_scope('records.write') as scope`)
      .then((results) => (results as unknown as { rows: { scope: string[] }[] }[]).at(-1)!);
    return rows[0]!.scope[0]!;
  } finally {
    await client.end();
  }
}

async function measureIngest(
  runtime: OpenRuntime,
  caller: Caller,
  { unit, quick }: { unit: string; quick: boolean },
): Promise<BenchRow> {
  const cases = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const opened = await execute(runtime, openFile, { planUnit: planUnitOf(n), leadUnit: unit, subject: 'Einlauf' }, caller, {
        key: newId(),
      });
      if (opened instanceof Refusal) throw new Error(opened.reason);
      const done = await execute(runtime, openCase, { file: opened.events[0]!.file, subject: 'Einlauf' }, caller, {
        key: newId(),
      });
      if (done instanceof Refusal) throw new Error(done.reason);
      return done.events[0]!.object.slice('case:'.length);
    }),
  );
  const text = 'Sehr geehrte Damen und Herren, anbei der Lageplan zum Antrag. '.repeat(300);
  const result = await rate(8, quick ? 200 : 2000, async (n) => {
    const source = new Blob([`${n} ${text}`]).stream();
    const outcome = await receiveWhole(
      { runtime, caller },
      { case: cases[n % 8]!, name: `Schreiben ${n}.txt`, key: newId(), source },
    );
    if (outcome instanceof Refusal) throw new Error(outcome.reason);
  });
  return {
    name: 'documents taken in, 8 at once, 19 kB each',
    value: result.perSecond,
    unit: 'documents/s',
    goal: 100,
    atLeast: true,
    note: 'stored, sealed, hashed, registered, journalled; reading and OCR follow in the background',
  };
}
