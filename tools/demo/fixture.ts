// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { modules } from '../../src/app.ts';
import { fixedClock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../../src/kernel/open.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type DemoCity, foundDemoCity } from './index.ts';

/** A founded demo city for tests: no reactions, no jobs, nobody at work. */
export interface FoundedTown {
  readonly runtime: OpenRuntime;
  readonly database: TestDatabase;
  readonly city: DemoCity;
  /** Processor time of this process while founding, in seconds. */
  readonly cpu: number;
  readonly logged: string[];
  /** Past all fences, for looking behind the scenes. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Founds the town on a Tuesday morning, in a database and a folder of its own. */
export async function foundTown(start = '2026-11-24T08:00:00.000Z'): Promise<FoundedTown> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-demo-'));
  mkdirSync(path.join(folder, 'run'));
  const database = await testDatabase();
  const logged: string[] = [];
  const runtime = await openRuntime({
    config: readConfig({ FACHWERK_DATA: folder, PORT: '0' }, folder),
    connections: database.connections,
    modules,
    clock: fixedClock(start),
    disk: { readOnly: () => false },
    log: createLog(
      (line) => void logged.push(line),
      () => 'TEST',
    ),
  });
  const before = process.cpuUsage();
  const city = await foundDemoCity({
    runtime,
    connections: database.connections,
    log: (text) => void logged.push(text),
  }).catch(async (fault: unknown) => {
    await runtime.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  });
  const { user, system } = process.cpuUsage(before);
  const admin = new pg.Client(database.admin);
  await admin.connect();
  return {
    runtime,
    database,
    city,
    cpu: (user + system) / 1e6,
    logged,
    sql: async (text, values) => (await admin.query(text, values as unknown[])).rows,
    async close() {
      await runtime.close();
      await admin.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
