// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { LockedRuleView } from './rule-view.ts';

/** How many cases become free in a year. */
export interface YearCount {
  /** First year in which they need not be kept any more. */
  readonly year: number;
  readonly count: number;
}

/** What the stock looks like; counts of cases, never of people. */
export interface StockCounts {
  readonly retained: number;
  readonly due: number;
  readonly forEver: number;
  readonly waiting: number;
}

/** Counts over everything the caller may see. */
export async function stockCounts(tx: Tx, today: string): Promise<StockCounts> {
  const [row] = await tx.query<StockCounts>(
    `select count(*)::int as retained, count(*) filter (where until < $1)::int as due, count(*) filter (where permanent)::int as "forEver",
            count(*) filter (where until is null and not permanent)::int as waiting
       from disposal.objects where state = 'retained'`,
    [today],
  );
  return row ?? { retained: 0, due: 0, forEver: 0, waiting: 0 };
}

/** The coming years and how much becomes free in each. */
export function dueByYear(tx: Tx, from: number, years: number): Promise<YearCount[]> {
  return tx.query<YearCount>(
    `select y as year, count(o.case_id)::int as count
       from generate_series($1::int, $1::int + $2::int - 1) y
       left join disposal.objects o on o.state = 'retained' and o.until = make_date(y - 1, 12, 31)
      group by y order by y`,
    [from, years],
  );
}

/** All rules: waiting ones first, then by unit of the plan. */
export function listRules(tx: Tx): Promise<LockedRuleView[]> {
  return tx.query<LockedRuleView>(
    `select r.id, r.plan_unit as "planUnit", r.years, r.permanent, r.start_kind as start, r.disposal, r.basis, r.reason, r.shortens,
            r.valid_from as "validFrom", r.valid_to as "validTo", r.state, r.settled, r.proposed_by as "proposedBy", r.represented
       from disposal.rules r where r.state <> 'withdrawn' order by r.state, r.valid_from desc, r.id limit 500`,
  );
}
