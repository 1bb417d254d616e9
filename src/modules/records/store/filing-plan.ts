// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FilingPlanImported, PlanUnitFacts } from '../events/filing-plan-imported.ts';
import type { PlanUnitChanged } from '../events/plan-unit-changed.ts';
import type { PlanAsItStands, PlannedUnit, PlanUnit } from '../rules/import-plan.ts';
import { sortKeyOf } from '../rules/reference.ts';

/** The version in force. */
export interface ActivePlan {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly validFrom: string;
}

/** Locks the filing plan: one change after the other. Undefined before the first import. */
export async function lockPlan(tx: Tx): Promise<ActivePlan | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('records.filing-plan', 0))");
  const [plan] = await tx.query<ActivePlan>(
    `select id, name, version, valid_from as "validFrom" from records.filing_plans where state = 'active' order by valid_from desc limit 1`,
  );
  return plan;
}

/** True when this version has been imported before. */
export async function planExists(tx: Tx, name: string, version: string): Promise<boolean> {
  const rows = await tx.query('select 1 from records.filing_plans where name = $1 and version = $2', [name, version]);
  return rows.length > 0;
}

/** Every unit that ever was, and every code that a unit had before. */
export async function planAsItStands(tx: Tx): Promise<PlanAsItStands> {
  const units = await tx.query<PlanUnit>(
    `select u.id, u.code, p.code as "parentCode", u.title, u.description, u.see_also as "seeAlso", u.retention_years as years, u.permanent,
            u.disposal_type as disposal, u.state, u.valid_from as "validFrom", u.valid_to as "validTo", u.needs_contact as "needsContact"
       from records.filing_plan_units u left join records.filing_plan_units p on p.id = u.parent_id`,
  );
  const former = await tx.query<{ code: string; unit: string }>(
    'select distinct h.code, h.unit_id as unit from records.filing_plan_history h join records.filing_plan_units u on u.id = h.unit_id and u.code <> h.code',
  );
  return { units, formerCodes: new Map(former.map(({ code, unit }) => [code, unit])) };
}

/** A planned unit as an event carries it; ids of units above come from `idOf`. */
export function planUnitFacts(unit: PlannedUnit, idOf: (code: string) => string): PlanUnitFacts {
  const { code, parentCode, title, description, seeAlso, years, permanent, disposal, state, validFrom, validTo, changes } = unit;
  const parent = parentCode === null ? null : idOf(parentCode);
  const place = { id: idOf(code), code, sortKey: sortKeyOf(code), parent };
  return { ...place, title, description, seeAlso, years, permanent, disposal, state, validFrom, validTo, changes: [...changes] };
}

/** Keeps how the version before stood, then writes what changes and takes all others over unchanged. */
export async function applyFilingPlanImported(tx: Tx, { object, facts }: FilingPlanImported): Promise<void> {
  const id = object.slice('filing-plan:'.length);
  const { name, version, validFrom, previous, units } = facts;
  await tx.query(
    `insert into records.filing_plan_history (plan_id, unit_id, code, parent_id, title, state, retention_years, permanent, disposal_type)
     select plan_id, id, code, parent_id, title, state, retention_years, permanent, disposal_type from records.filing_plan_units where plan_id = $1`,
    [previous],
  );
  await tx.query(
    "update records.filing_plans set state = 'retired', valid_to = greatest(valid_from, $2::date - 1) where id = $1",
    [previous, validFrom],
  );
  await tx.query("insert into records.filing_plans (id, name, version, state, valid_from) values ($1, $2, $3, 'active', $4)", [
    id,
    name,
    version,
    validFrom,
  ]);
  await writeUnits(tx, id, units);
  const retired = units.filter(({ state }) => state === 'retired').map((unit) => unit.id);
  await tx.query(
    "update records.filing_plan_units set plan_id = $1 where plan_id = $2 and state <> 'retired' and id <> all ($3)",
    [id, previous, retired],
  );
}

/** Writes one unit of the version in force. */
export async function applyPlanUnitChanged(tx: Tx, { facts }: PlanUnitChanged): Promise<void> {
  await writeUnits(tx, facts.plan, [facts.unit]);
  await tx.query('update records.filing_plan_units set needs_contact = $2 where id = $1', [facts.unit.id, facts.needsContact]);
}

/** A retired unit stays in the version in which it was last in use. */
async function writeUnits(tx: Tx, plan: string, units: readonly PlanUnitFacts[]): Promise<void> {
  await tx.query(
    `insert into records.filing_plan_units
       (id, plan_id, parent_id, code, sort_key, title, description, see_also, retention_years, permanent, disposal_type, state, valid_from, valid_to)
     select u.id, $1, u.parent, u.code, u."sortKey", u.title, u.description, u."seeAlso", u.years, u.permanent, u.disposal, u.state, u."validFrom", u."validTo"
       from jsonb_to_recordset($2::jsonb) as u (id uuid, parent uuid, code text, "sortKey" text, title text, description text, "seeAlso" text,
            years integer, permanent boolean, disposal text, state text, "validFrom" date, "validTo" date)
     on conflict (id) do update set
       plan_id = case when excluded.state = 'retired' then filing_plan_units.plan_id else excluded.plan_id end,
       parent_id = excluded.parent_id, code = excluded.code, sort_key = excluded.sort_key, title = excluded.title, description = excluded.description,
       see_also = excluded.see_also, retention_years = excluded.retention_years, permanent = excluded.permanent,
       disposal_type = excluded.disposal_type, state = excluded.state, valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [plan, JSON.stringify(units)],
  );
}
