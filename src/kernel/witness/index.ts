// SPDX-License-Identifier: EUPL-1.2
import type { Head } from '../journal/index.ts';
import type { Runtime } from '../runtime.ts';
import type { WitnessConfig } from './config.ts';
import { appendHead, readHeads } from './file-witness.ts';
import { askWitness } from './http-witness.ts';

export { readWitnesses, type WitnessConfig } from './config.ts';

/** Newest head of every file witness that can be read: what the tree must agree with at the start. */
export async function witnessedHeads(witnesses: readonly WitnessConfig[]): Promise<{ size: number; root: Buffer }[]> {
  const files = witnesses.flatMap((config) => (config.kind === 'file' ? [config.path] : []));
  const heads = await Promise.all(files.map(readHeads));
  return heads.flatMap((of) => of.slice(-1));
}

/** Hands every new head on, at most once a minute to each witness; who does not answer is asked again with the next head. */
export function startWitnessing(
  runtime: Runtime,
  witnesses: readonly WitnessConfig[],
  everyMs = 60_000,
): { now(): Promise<void>; stop(): Promise<void> } {
  let work: Promise<void> = Promise.resolve();
  const round = async () => {
    const head = runtime.journal.head();
    if (head) await Promise.all(witnesses.map((config) => testify(runtime, config, head)));
  };
  const now = () => {
    work = work.then(round);
    return work;
  };
  const timer = setInterval(() => void now(), everyMs);
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      await now();
    },
  };
}

async function testify(runtime: Runtime, config: WitnessConfig, head: Head): Promise<void> {
  const { clock, database, journal, log, metrics } = runtime;
  const as = { person: null, system: 'kernel.witness' };
  try {
    const [last] = await database.read(as, clock.now(), (tx) =>
      tx.query<{ size: number }>('select coalesce(max(size), 0)::int8 as size from journal.witness where name = $1', [
        config.name,
      ]),
    );
    const from = last?.size ?? 0;
    if (from >= head.size) return;
    const note = await deliver(config, head, from, from === 0 ? [] : await journal.consistency(from, head.size));
    await database.transaction(as, clock.now(), (tx) =>
      tx.query('insert into journal.witness (size, name, note, at) values ($1, $2, $3, $4) on conflict do nothing', [
        head.size,
        config.name,
        note,
        clock.now(),
      ]),
    );
  } catch (fault) {
    metrics.count('fachwerk_witness_failed_total');
    log.warn('a witness could not be reached', { reason: (fault as Error).name });
  }
}

async function deliver(config: WitnessConfig, head: Head, from: number, path: readonly Buffer[]): Promise<string> {
  if (config.kind === 'http')
    return askWitness(config, { note: head.note, from, consistency: path.map((hash) => hash.toString('base64')) });
  await appendHead(config.path, head.note);
  return head.note;
}
