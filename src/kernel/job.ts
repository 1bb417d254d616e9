// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import type { Tx } from './database.ts';
import type { Runtime } from './runtime.ts';

/** What a job sees when it runs. Its effects go through commands with `key`-derived idempotency keys: at least once becomes exactly once. */
export interface JobOccasion<Payload> {
  readonly runtime: Runtime;
  readonly payload: Payload;
  /** Stable over retries of this job. */
  readonly key: string;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
}

/** Background work: queued inside the act's transaction, or run by the clock. */
export interface Job<Payload = unknown> {
  /** `module.verb-noun` */
  readonly name: string;
  readonly payload: ZodType<Payload>;
  /** Cron expression in Europe/Berlin, for work by the clock. */
  readonly schedule?: string | undefined;
  /** Jobs of one queue run one after another. */
  readonly queue?: string | undefined;
  run(occasion: JobOccasion<Payload>): Promise<void>;
}

/** The queue. */
export interface Jobs {
  /** Queues a job in the caller's transaction: no act without its job, no job without its act. */
  enqueue(tx: Tx, job: Pick<Job, 'name' | 'queue'>, payload: unknown, options?: { key?: string; runAt?: Date }): Promise<void>;
  /** Jobs waiting or failed, by name. */
  backlog(): Promise<{ name: string; waiting: number; failed: number }[]>;
}
