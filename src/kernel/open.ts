// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import { openBlobStore, pgBlobKeys, startDiskGuard } from './blob/index.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { openJournal } from './journal/index.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Module } from './module.ts';
import { createJobs } from './queue.ts';
import type { Disk, Runtime } from './runtime.ts';
import { dictionaryOf, type Locale, type Say, speaker } from './text.ts';
import { openVault } from './vault/index.ts';

/** What a runtime is opened from. */
export interface Opening {
  readonly config: Config;
  readonly connections: { app: pg.PoolConfig; sequencer: pg.PoolConfig };
  readonly modules: readonly Module[];
  readonly clock?: Clock | undefined;
  readonly log?: Log | undefined;
  readonly disk?: Disk | undefined;
  readonly witnessed?: readonly { size: number; root: Buffer }[] | undefined;
}

/** A runtime that somebody must close. */
export interface OpenRuntime extends Runtime {
  close(): Promise<void>;
}

/** Opens keys, database, journal and content. The schema must be prepared already. */
export async function openRuntime(opening: Opening): Promise<OpenRuntime> {
  const { config, connections, modules, clock = systemClock, witnessed } = opening;
  const log = opening.log ?? createLog((line) => void process.stderr.write(`${line}\n`), faultNumber);
  const vault = await openVault(path.join(config.dataDir, 'keys'));
  const database = openDatabase(connections.app);
  const guard = opening.disk ? undefined : await startDiskGuard({ dir: config.dataDir });
  const disk: Disk = opening.disk ?? guard!;
  const nobody = { person: null, system: 'kernel.blobs' };
  const blobs = await openBlobStore({
    dir: path.join(config.dataDir, 'content'),
    vault,
    keys: pgBlobKeys((work) => database.transaction(nobody, clock.now(), work)),
    readOnly: () => disk.readOnly(),
  });
  const { origin } = config;
  const newKey = vault.isNew;
  const journal = await openJournal({ connection: connections.sequencer, vault, origin, log, witnessed, newKey });
  const dictionary = dictionaryOf(modules.map(({ texts }) => texts));
  const speakers = new Map<Locale, Say>();
  const closing: (() => Promise<void>)[] = [];
  return {
    config,
    clock,
    database,
    journal,
    blobs,
    vault,
    log,
    metrics: createMetrics(),
    disk,
    jobs: createJobs((sql, values) =>
      database.read({ person: null, system: 'kernel.jobs' }, clock.now(), (tx) => tx.query(sql, values)),
    ),
    say(locale) {
      const known = speakers.get(locale) ?? speaker(dictionary, locale);
      speakers.set(locale, known);
      return known;
    },
    onClose: (close) => void closing.push(close),
    async close() {
      for (const close of closing) await close();
      guard?.stop();
      await journal.close();
      await database.close();
    },
  };
}

/** Short enough to read out on the telephone. */
function faultNumber(): string {
  return randomBytes(5).toString('hex').toUpperCase();
}
