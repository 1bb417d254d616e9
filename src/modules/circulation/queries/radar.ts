// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { subjectsWithDeadline } from '../../../kernel/deadline/index.ts';
import { listOpenCases, type OpenCase } from '../../records/index.ts';

/** Forgotten cases of an office, and where the list goes on. */
export interface RadarPage {
  readonly cases: readonly OpenCase[];
  readonly next: string | undefined;
}

const atOnce = 400;
const shown = 50;
const mostRounds = 5;

/** Open cases of units without any next step: no running order, no follow-up, no deadline. By office, never by person. */
export async function findForgotten(
  tx: Tx,
  { units, after }: { units: readonly string[]; after?: string | undefined },
): Promise<RadarPage> {
  const found: OpenCase[] = [];
  let from = after;
  for (let round = 0; round < mostRounds; round += 1) {
    const open = await listOpenCases(tx, { units, after: from, limit: atOnce });
    found.push(...(await uncared(tx, open)));
    from = open.length === atOnce ? open.at(-1)?.id : undefined;
    if (from === undefined || found.length >= shown) break;
  }
  const cases = found.slice(0, shown);
  return { cases, next: found.length > shown ? cases.at(-1)?.id : from };
}

async function uncared(tx: Tx, open: readonly OpenCase[]): Promise<OpenCase[]> {
  const ids = open.map(({ id }) => id);
  const [row] = await tx.query<{ cared: string[] }>('select circulation.cared_for($1) as cared', [ids]);
  const cared = new Set([...(row?.cared ?? []), ...(await subjectsWithDeadline(tx, 'case', ids))]);
  return open.filter(({ id }) => !cared.has(id));
}
