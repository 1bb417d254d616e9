// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { migrate } from './migrate.ts';
import type { Module } from './module.ts';
import { installQueue } from './queue.ts';

/** Brings a database up to the code: tables of kernel and modules as the owner, the job queue as its own role. Returns how many migrations ran. */
export async function prepareSchema(
  connections: { owner: pg.PoolConfig; sequencer: pg.PoolConfig },
  modules: readonly Pick<Module, 'name' | 'sql'>[],
): Promise<number> {
  const ran = await migrate(connections.owner, modules);
  await installQueue(connections.sequencer);
  return ran;
}
