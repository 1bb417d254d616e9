// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { type Caller, type Command, execute } from '../src/kernel/command.ts';
import { newId } from '../src/kernel/id.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import type { Runtime } from '../src/kernel/runtime.ts';

/** Acts per second and their latencies in milliseconds. */
export interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs one thing `clients` times at once for a number of rounds. */
export async function rate(clients: number, total: number, one: (n: number) => Promise<void>): Promise<Rate> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < total) {
        const n = next++;
        const start = performance.now();
        await one(n);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: total / seconds, p50: at(0.5), p99: at(0.99) };
}

const recordInput = z.strictObject({ reference: z.string(), subject: z.string() });

/** The smallest possible act: one row. Rights, key, journal and receipt come from the kernel, as for every act. */
export const writeRecord: Command<z.infer<typeof recordInput>> = {
  name: 'bench.write-record',
  permission: 'records.write',
  input: recordInput,
  weighty: true,
  async decide({ input }) {
    return [{ type: 'bench.record-written', object: `record:${newId()}`, facts: input }];
  },
  async apply(tx, { object, facts }) {
    await tx.query('insert into bench.record values ($1, $2, $3)', [
      object.slice('record:'.length),
      facts['reference'],
      facts['subject'],
    ]);
  },
};

/** Runs a command as a person would, and waits until its entry stands in the signed tree. */
export function actsWithReceipt(
  runtime: Runtime,
  command: Command,
  inputs: (n: number) => object,
  caller: Caller,
): (n: number) => Promise<void> {
  const weighty = { ...command, weighty: true, decide: command.decide.bind(command), apply: command.apply.bind(command) };
  return async (n) => {
    const outcome = await execute(runtime, weighty, inputs(n), caller, { key: newId() });
    if (outcome instanceof Refusal) throw new Error(outcome.reason);
  };
}

/** The table that both write: ours and the peer's. */
export async function prepareRecord(config: pg.PoolConfig): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ ...config, max: 1 });
  await pool.query('create schema bench; create table bench.record (id uuid primary key, reference text unique, subject text)');
  await pool.query('grant usage on schema bench to fachwerk_app; grant insert on bench.record to fachwerk_app');
  return async () => {
    await pool.query('drop schema bench cascade');
    await pool.end();
  };
}

/** The peer: an audit table in which every entry carries the hash of its predecessor, so every act waits for the one before. The same row is written beside it. */
export async function hashChain(
  config: pg.PoolConfig,
  clients: number,
): Promise<{ one(n: number): Promise<void>; close(): Promise<void> }> {
  const pool = new pg.Pool({ ...config, max: clients });
  await pool.query(
    'create table bench.chain (id int primary key, size bigint, last bytea); insert into bench.chain values (1, 0, null)',
  );
  await pool.query('create table bench.entry (seq bigint primary key, body text, hash bytea)');
  return {
    async one(n) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('insert into bench.record values ($1, $2, $3)', [
          newId(),
          `${n}-${randomBytes(6).toString('hex')}`,
          'Betreff',
        ]);
        const { rows } = await client.query<{ size: string; last: Buffer | null }>(
          'select size, last from bench.chain where id = 1 for update',
        );
        const body = JSON.stringify({ act: 'opened', n, at: new Date().toISOString() });
        const hash = createHash('sha256')
          .update(rows[0]?.last ?? '')
          .update(body)
          .digest();
        const seq = Number(rows[0]?.size ?? 0) + 1;
        await client.query('insert into bench.entry values ($1, $2, $3)', [seq, body, hash]);
        await client.query('update bench.chain set size = $1, last = $2 where id = 1', [seq, hash]);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
