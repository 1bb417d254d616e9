// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';
import type { RetentionRule } from '../rules/retention-rule.ts';

/** What a rule would do to the cases of one office in one unit of the plan. */
export interface SimulatedLine {
  readonly leadUnit: string;
  readonly planUnit: string;
  readonly later: number;
  readonly earlier: number;
  readonly open: number;
  readonly kept: number;
  readonly same: number;
  /** Earliest and latest new end among those that move. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** One case as an example. */
export interface SimulatedCase {
  readonly case: string;
  readonly reference: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly way: 'later' | 'earlier' | 'open' | 'kept';
}

/** What a rule would do to the whole stock. */
export interface Simulation {
  readonly lines: readonly SimulatedLine[];
  readonly examples: readonly SimulatedCase[];
  readonly totals: {
    readonly moved: number;
    readonly later: number;
    readonly earlier: number;
    readonly open: number;
    readonly kept: number;
    readonly same: number;
  };
  /** SHA-256 of the lines: whoever releases says which result they saw. */
  readonly digest: string;
}

/** Computes what a rule would move, over the whole stock that the caller may see; nothing is changed. */
export async function simulateIn(tx: Tx, rule: RetentionRule, units: readonly string[]): Promise<Simulation> {
  const values = [units, rule.start, rule.years, rule.permanent, rule.shortens];
  const lines = await tx.query<SimulatedLine>(
    `select lead_unit as "leadUnit", plan_unit as "planUnit", count(*) filter (where way = 'later')::int as later,
            count(*) filter (where way = 'earlier')::int as earlier, count(*) filter (where way = 'open')::int as open,
            count(*) filter (where way = 'kept')::int as kept, count(*) filter (where way = 'same')::int as same,
            min(after) filter (where way in ('later', 'earlier')) as earliest, max(after) filter (where way in ('later', 'earlier')) as latest
       from disposal.ends_under($1, $2, $3, $4, $5) group by lead_unit, plan_unit order by lead_unit, plan_unit`,
    values,
  );
  const examples = await tx.query<SimulatedCase>(
    `select case_id as "case", reference, before, after, way
       from (select e.*, row_number() over (partition by way order by after nulls last, sort_key) as place
               from disposal.ends_under($1, $2, $3, $4, $5) e where way <> 'same') e
      where place <= 3 order by way, place`,
    values,
  );
  const sum = (name: 'later' | 'earlier' | 'open' | 'kept' | 'same') => lines.reduce((all, line) => all + line[name], 0);
  const [later, earlier, open] = [sum('later'), sum('earlier'), sum('open')];
  const totals = { moved: later + earlier + open, later, earlier, open, kept: sum('kept'), same: sum('same') };
  return { lines, examples, totals, digest: createHash('sha256').update(JSON.stringify(lines)).digest('hex') };
}
