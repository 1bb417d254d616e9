// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, type ParsedCronItem, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { timeouts } from './database.ts';
import type { Job, Jobs } from './job.ts';
import type { Log } from './log.ts';
import { keepLocks, type LockKeeper } from './queue-locks.ts';
import { endsInOrder, keepRunning } from './queue-runner.ts';
import type { Runtime } from './runtime.ts';

const door = `
  do $$ begin if to_regnamespace('jobs') is null then create schema jobs; end if; end $$;
  create or replace function jobs.enqueue(task text, payload json, queue text, job_key text, run_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog, graphile_worker
    as $$ select graphile_worker.add_job(task, payload, queue_name := queue, run_at := run_at, max_attempts := 12, job_key := job_key) $$;
  create or replace function jobs.backlog() returns table (name text, waiting bigint, failed bigint)
    language sql stable security definer set search_path = pg_catalog, graphile_worker
    as $$ select task_identifier, count(*) filter (where attempts < max_attempts), count(*) filter (where attempts >= max_attempts)
            from graphile_worker.jobs group by 1 $$;
  revoke all on function jobs.enqueue(text, json, text, text, timestamptz), jobs.backlog() from public;
  grant usage on schema jobs to fachwerk_app;
  grant execute on function jobs.enqueue(text, json, text, text, timestamptz), jobs.backlog() to fachwerk_app;`;

/** Installs the queue's tables and the door through which the application puts jobs in. */
export async function installQueue(sequencer: pg.PoolConfig): Promise<void> {
  const pool = openPool(sequencer, 2);
  try {
    const utils = await makeWorkerUtils({ pgPool: pool, noPreparedStatements: true });
    await utils.migrate();
    await utils.release();
    await pool.query(door);
  } finally {
    await pool.end();
  }
}

/** A connection that dies must not take the process with it: the queue asks for both handlers and reconnects by itself. */
function openPool(config: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...timeouts, ...config, max });
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    endWhenSilent(client);
  });
  return pool;
}

/** The queue gives a connection back whatever happened on it. One that left a query unanswered would be handed out for ever: it ends here. */
function endWhenSilent(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...values: unknown[]) => unknown;
  const watched = (...values: unknown[]): unknown => {
    const answer = query(...values);
    if (answer instanceof Promise)
      answer.catch((fault: Error) => {
        if (fault.message === 'Query read timeout') (client as unknown as pg.Client).end().catch(() => {});
      });
    return answer;
  };
  client.query = watched as typeof client.query;
}

/** The application's side of the queue. */
export function createJobs(read: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>): Jobs {
  return {
    async enqueue(tx, job, payload, { key, runAt } = {}) {
      await tx.query('select jobs.enqueue($1, $2::json, $3, $4, $5)', [
        job.name,
        JSON.stringify(payload),
        job.queue ?? null,
        key ?? null,
        runAt ?? null,
      ]);
    },
    backlog: () => read<{ name: string; waiting: number; failed: number }>('select name, waiting, failed from jobs.backlog()'),
  };
}

/** Runs queued jobs and the clock's until stopped. */
export async function startWorker(
  runtime: Runtime,
  jobs: readonly Job[],
  sequencer: pg.PoolConfig,
): Promise<{ stop(): Promise<void> }> {
  const pool = openPool(sequencer, 4);
  const inHand = new Set<string>();
  const tasks: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (payload: unknown, helpers: Helpers) => {
        const id = String(helpers.job.id);
        inHand.add(id);
        return perform(runtime, job, payload, helpers).finally(() => inHand.delete(id));
      },
    ]),
  );
  let locks: LockKeeper | undefined;
  const begin = (): Promise<Runner> => {
    const events = new EventEmitter();
    events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
      locks = keepLocks(sequencer, workerPool.id, inHand);
    });
    return run({
      pgPool: pool,
      taskList: tasks,
      parsedCronItems: scheduleOf(jobs),
      concurrency: 2,
      noHandleSignals: true,
      noPreparedStatements: true,
      logger: quietLogger(runtime.log),
      events,
      preset: { worker: endsInOrder },
    });
  };
  const keeper = keepRunning(await begin(), begin, () => locks?.stop());
  return {
    async stop() {
      await keeper.stop();
      await pool.end();
    },
  };
}

interface Helpers {
  readonly job: { readonly id: unknown };
  readonly abortSignal?: AbortSignal;
}

async function perform(runtime: Runtime, job: Job, payload: unknown, helpers: Helpers): Promise<void> {
  const started = performance.now();
  const body = withoutCron(payload);
  const key = `job:${job.name}:${String(helpers.job.id)}:${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`;
  try {
    await job.run({
      runtime,
      payload: job.payload.parse(body),
      key,
      signal: helpers.abortSignal ?? new AbortController().signal,
    });
  } catch (fault) {
    runtime.log.fault('job failed', fault, { job: job.name });
    runtime.metrics.count('fachwerk_jobs_failed_total', { job: job.name });
    throw fault;
  } finally {
    runtime.metrics.observe('fachwerk_job_seconds', (performance.now() - started) / 1000, { job: job.name });
  }
}

/** The clock's jobs get a `_cron` note from the queue; our schemas are strict. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return {};
  const { _cron, ...rest } = payload as Record<string, unknown>;
  return rest;
}

function scheduleOf(jobs: readonly Job[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.flatMap(({ name, schedule }) =>
      schedule === undefined ? [] : [{ task: name, match: schedule, identifier: name, options: { backfillPeriod: 0 } }],
    ),
  );
}

/** The queue speaks much; what fails is logged by `perform`, so only its own troubles pass. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn('job queue', { message: message.slice(0, 200) });
  });
}
