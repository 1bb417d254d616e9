// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { listPlanUnits } from '../../records/index.ts';
import type { RuleProposed, RuleReleased, RuleWithdrawn } from '../events/retention-rule.ts';
import type { PlanUnit, RetentionRule } from '../rules/retention-rule.ts';

const columns = `id, plan_unit as "planUnit", years, permanent, start_kind as start, disposal, basis, shortens, valid_from as "validFrom", valid_to as "validTo"`;

/** The filing plan, by id. */
export async function planUnits(tx: Tx): Promise<ReadonlyMap<string, PlanUnit>> {
  return new Map((await listPlanUnits(tx)).map((unit) => [unit.id, unit]));
}

/** All released rules, former and coming ones included. */
export function releasedRules(tx: Tx): Promise<RetentionRule[]> {
  return tx.query<RetentionRule>(`select ${columns} from disposal.rules where state = 'released'`);
}

/** A rule with who proposed it. */
export interface LockedRule extends RetentionRule {
  readonly state: 'proposed' | 'released' | 'withdrawn';
  readonly settled: boolean;
  readonly reason: string;
  readonly proposedBy: string;
  readonly represented: string | null;
}

/** Locks a rule. */
export async function findRuleForChange(tx: Tx, id: string): Promise<LockedRule | undefined> {
  const [row] = await tx.query<LockedRule>(
    `select ${columns}, state, settled, reason, proposed_by as "proposedBy", represented from disposal.rules where id = $1 for update`,
    [id],
  );
  return row;
}

/** Does a proposal for this unit wait? */
export async function isProposed(tx: Tx, planUnit: string): Promise<boolean> {
  const rows = await tx.query("select 1 as one from disposal.rules where plan_unit = $1 and state = 'proposed'", [planUnit]);
  return rows.length > 0;
}

/** Released rules that are in force and by which the stock was not computed yet. */
export function unsettledRules(tx: Tx, today: string): Promise<{ id: string }[]> {
  return tx.query(
    "select id from disposal.rules where state = 'released' and not settled and valid_from <= $1 order by valid_from, id",
    [today],
  );
}

/** Writes the proposal. */
export async function applyRuleProposed(tx: Tx, { object, facts }: RuleProposed): Promise<void> {
  await tx.query(
    `insert into disposal.rules (id, plan_unit, years, permanent, start_kind, disposal, basis, reason, shortens, valid_from, valid_to, proposed_by, represented)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      idOf(object),
      facts.planUnit,
      facts.years,
      facts.permanent,
      facts.start,
      facts.disposal,
      facts.basis,
      facts.reason,
      facts.shortens,
      facts.validFrom,
      facts.validTo,
      facts.proposedBy,
      facts.represented,
    ],
  );
}

/** Releases the rule; what held at this unit before ends on the eve. */
export async function applyRuleReleased(tx: Tx, { object, facts }: RuleReleased): Promise<void> {
  await tx.query(
    `update disposal.rules set valid_to = $2::date - 1
      where plan_unit = $1 and state = 'released' and valid_from < $2 and (valid_to is null or valid_to >= $2)`,
    [facts.planUnit, facts.validFrom],
  );
  await tx.query("update disposal.rules set state = 'released', released_by = $2 where id = $1", [
    idOf(object),
    facts.releasedBy,
  ]);
}

/** Takes the proposal back. */
export async function applyRuleWithdrawn(tx: Tx, { object }: RuleWithdrawn): Promise<void> {
  await tx.query("update disposal.rules set state = 'withdrawn' where id = $1", [idOf(object)]);
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
