// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { timeouts } from './database.ts';

/** Which jobs are really in somebody's hand. */
export interface LockKeeper {
  stop(): Promise<void>;
}

const everyMs = 5_000;

/**
 * A job is free again when its worker is gone, or has it no longer in hand (its answer was lost). The queue itself would wait four hours.
 * Grace: a worker that is just starting, or reconnecting after a restart of the database, is not gone. Should it be taken for gone all the
 * same, the job runs twice, and its key keeps that without effect.
 */
const freeJobs = `
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
   where locked_at < now() - interval '3 s'
     and (locked_by = $1 and id <> all ($2::bigint[])
          or not exists (select from pg_stat_activity where application_name = 'jobs ' || locked_by))`;
const freeQueues = `
  update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
   where locked_at < now() - interval '3 s'
     and not exists (select from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.locked_by is not null)`;

/** Holds a connection that bears the worker's name, so that others see it lives, and looks for stranded jobs over it. */
export function keepLocks(sequencer: pg.ClientConfig, worker: string, inHand: ReadonlySet<string>): LockKeeper {
  let client: pg.Client | undefined;
  let looking: Promise<void> | undefined;
  const look = async () => {
    try {
      client ??= await connect(sequencer, worker);
      await client.query(freeJobs, [worker, [...inHand]]);
      await client.query(freeQueues);
    } catch {
      await client?.end().catch(() => {}); // the database is away; the next look opens a new connection
      client = undefined;
    }
  };
  const start = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  };
  start();
  const timer = setInterval(start, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await client?.end().catch(() => {});
    },
  };
}

async function connect(sequencer: pg.ClientConfig, worker: string): Promise<pg.Client> {
  const client = new pg.Client({ ...timeouts, ...sequencer, application_name: `jobs ${worker}` });
  client.on('error', () => {}); // the next look reports it
  await client.connect();
  return client;
}
