// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { StockMoved } from '../events/retention-rule.ts';
import type { RetentionRule } from '../rules/retention-rule.ts';

/** How many cases one act moves at most: each step is short, and a restart goes on where it stopped. */
export const mostMoved = 5_000;

/** What the next step would move. */
export interface NextMoves {
  readonly moved: number;
  readonly later: number;
  readonly earlier: number;
  readonly open: number;
}

const wanted = `select e.* from disposal.ends_under($1, $2, $3, $4, $5) e join disposal.objects o on o.case_id = e.case_id
  where e.way <> 'kept' and o.rule_id is distinct from $6 order by e.case_id limit ${mostMoved}`;

const values = (rule: RetentionRule, units: readonly string[]) => [
  units,
  rule.start,
  rule.years,
  rule.permanent,
  rule.shortens,
  rule.id,
];

/** Counts what the next step moves. */
export async function countNextMoves(tx: Tx, rule: RetentionRule, units: readonly string[]): Promise<NextMoves> {
  const [row] = await tx.query<NextMoves>(
    `select count(*)::int as moved, count(*) filter (where way = 'later')::int as later,
            count(*) filter (where way = 'earlier')::int as earlier, count(*) filter (where way = 'open')::int as open
       from (${wanted}) w`,
    values(rule, units),
  );
  return row ?? { moved: 0, later: 0, earlier: 0, open: 0 };
}

/** Moves the next step, here and in the E-Akte. The rule is read again: it is the same transaction that counted. */
export async function applyStockMoved(tx: Tx, { object, facts }: StockMoved): Promise<void> {
  const id = object.slice(object.indexOf(':') + 1);
  const [rule] = await tx.query<RetentionRule>(
    'select id, years, permanent, start_kind as start, disposal, shortens, plan_unit as "planUnit" from disposal.rules where id = $1',
    [id],
  );
  if (!rule) throw new Error('the rule that moves the stock is gone');
  await tx.query(
    `with w as (${wanted}),
     told as (insert into disposal.moves (case_id, no, rule_id, why, old_until, new_until, on_day)
       select w.case_id, (select coalesce(max(m.no), 0) + 1 from disposal.moves m where m.case_id = w.case_id), $6, 'rule', w.before, w.after, $7
         from w where w.way <> 'same' returning case_id),
     moved as (update disposal.objects o set rule_id = $6, from_unit = $8, years = $3, permanent = $4, start_kind = $2, start_on = w.start_on,
                 until = w.after, disposal = coalesce($9, o.disposal)
       from w where w.case_id = o.case_id returning o.case_id, o.until, o.permanent, o.disposal)
     select records.fix_retention(array_agg(case_id), array_agg(until), array_agg(permanent), array_agg(disposal)), (select count(*) from told) from moved`,
    [...values(rule, facts.units), facts.day, rule.planUnit, rule.disposal],
  );
  if (facts.last) await tx.query('update disposal.rules set settled = true where id = $1', [id]);
}
