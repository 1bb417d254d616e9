// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import pg from 'pg';
import { createApp, islands, modules, scripts } from '../src/app.ts';
import { type Clock, fixedClock } from '../src/kernel/clock.ts';
import type { Caller } from '../src/kernel/command.ts';
import { readConfig } from '../src/kernel/config.ts';
import { createLog } from '../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../src/kernel/open.ts';
import { type ReactionRunner, startReactions } from '../src/kernel/reactions.ts';
import { loadAssets } from '../src/ui/assets.ts';
import type { Assets } from '../src/ui/assets-types.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** A whole application over a database of its own, without network: requests go to `app.request()`. */
export interface World {
  readonly runtime: OpenRuntime;
  readonly app: Hono;
  readonly database: TestDatabase;
  readonly clock: Clock & { set(to: Date | string): void; advance(milliseconds: number): void };
  readonly reactions: ReactionRunner;
  readonly logged: string[];
  /** Runs SQL as the server's superuser, past all fences: for arranging and for looking behind the scenes. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

let assets: Promise<Assets> | undefined;

/** Opens a world; the clock stands at a Tuesday morning until it is moved. */
export async function openWorld(options: { start?: string } = {}): Promise<World> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-world-'));
  const database = await testDatabase();
  const clock = fixedClock(options.start ?? '2026-11-24T08:00:00.000Z');
  const logged: string[] = [];
  const config = readConfig({ FACHWERK_DATA: folder, PORT: '0' }, folder);
  const runtime = await openRuntime({
    config,
    connections: database.connections,
    modules,
    clock,
    disk: { readOnly: () => false },
    log: createLog(
      (line) => void logged.push(line),
      () => 'TEST',
    ),
  });
  const reactions = startReactions(
    runtime,
    modules.flatMap((module) => module.reactions),
  );
  assets ??= loadAssets({ islands, scripts });
  const admin = new pg.Client(database.admin);
  await admin.connect();
  return {
    runtime,
    app: createApp(runtime, await assets),
    database,
    clock,
    reactions,
    logged,
    sql: async (text, values) => (await admin.query(text, values as unknown[])).rows,
    async close() {
      await reactions.stop();
      await runtime.close();
      await admin.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A caller as a test wishes, without signing in. */
export function callerOf(person: string | null, permissions: readonly string[] = []): Caller {
  return { person, permissions: new Set(permissions), name: 'Test' };
}
