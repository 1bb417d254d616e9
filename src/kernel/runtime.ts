// SPDX-License-Identifier: EUPL-1.2
import type { BlobStore } from './blob/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { Jobs } from './job.ts';
import type { Journal } from './journal/index.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Locale, Say } from './text.ts';
import type { Vault } from './vault/index.ts';

/** Whether there is room to write; acts are refused before the disk is full. */
export interface Disk {
  readOnly(): boolean;
}

/** Everything a running Fachwerk consists of. Built once in `src/app.ts`, handed down, never global. */
export interface Runtime {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  readonly journal: Journal;
  readonly blobs: BlobStore;
  readonly vault: Vault;
  readonly disk: Disk;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly metrics: Metrics;
  say(locale: Locale): Say;
  /** Runs when the runtime closes: for what a module opened beside it. */
  onClose(close: () => Promise<void>): void;
}
