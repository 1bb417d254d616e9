// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { RetainedCase } from './objects.ts';
import { planUnits } from './rules.ts';

/** By what the period ran, in words that name no content: legal basis of the rule, else the unit of the filing plan. */
export async function basisOf(tx: Tx, { rule, fromUnit, years }: RetainedCase): Promise<string> {
  const [row] = await tx.query<{ basis: string }>('select basis from disposal.rules where id = $1', [rule]);
  const code = (await planUnits(tx)).get(fromUnit)?.code ?? '';
  return row ? `${row.basis} (${code}, ${years} J.)` : `Aktenplan ${code}, ${years} J.`;
}

/** How many cases of a run are destroyed. */
export async function countTombstones(tx: Tx, run: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select count(*)::int as count from disposal.tombstones where run_id = $1', [
    run,
  ]);
  return row?.count ?? 0;
}
