// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { TemplateKind } from '../rules/reference-template.ts';
import type { DisposalType, RetentionStep } from '../rules/retention.ts';

/** A version of the filing plan. */
export interface PlanVersion {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly state: 'active' | 'retired';
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A unit as it stands, retired ones included. */
export interface PlanUnitLine extends RetentionStep {
  readonly id: string;
  readonly parent: string | null;
  readonly title: string;
  readonly description: string;
  readonly seeAlso: string;
  readonly state: 'planned' | 'active' | 'retired';
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** How a unit stood in a version that another one has followed. */
export interface FormerUnit {
  readonly version: string;
  readonly code: string;
  readonly title: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType | null;
}

/** Numbers left out one after the other for one reason. */
export interface GapLine {
  readonly scope: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** All versions, the newest first. */
export function listPlanVersions(tx: Tx): Promise<PlanVersion[]> {
  return tx.query<PlanVersion>(
    'select id, name, version, state, valid_from as "validFrom", valid_to as "validTo" from records.filing_plans order by valid_from desc, id desc',
  );
}

/** Every unit that ever was, in order. */
export function listPlanUnits(tx: Tx): Promise<PlanUnitLine[]> {
  return tx.query<PlanUnitLine>(
    `select id, parent_id as parent, code, title, description, see_also as "seeAlso", state, valid_from as "validFrom", valid_to as "validTo",
            retention_years as years, permanent, disposal_type as disposal, needs_contact as "needsContact"
       from records.filing_plan_units order by sort_key`,
  );
}

/** What a unit said in earlier versions, the newest first. */
export function formerUnits(tx: Tx, unit: string): Promise<FormerUnit[]> {
  return tx.query<FormerUnit>(
    `select p.version, h.code, h.title, h.retention_years as years, h.permanent, h.disposal_type as disposal
       from records.filing_plan_history h join records.filing_plans p on p.id = h.plan_id
      where h.unit_id = $1 order by p.valid_from desc, p.id desc`,
    [unit],
  );
}

/** The templates in force and those before them, whose references go on being recognised. */
export async function listTemplates(tx: Tx): Promise<{
  readonly now: Readonly<Record<TemplateKind, string>>;
  readonly former: readonly { kind: TemplateKind; template: string }[];
}> {
  const rows = await tx.query<{ kind: TemplateKind; template: string }>('select kind, template from records.reference_templates');
  const former = await tx.query<{ kind: TemplateKind; template: string }>(
    'select kind, template from records.former_templates f where not exists (select from records.reference_templates t where t.kind = f.kind and t.template = f.template) order by kind, template',
  );
  return { now: Object.fromEntries(rows.map(({ kind, template }) => [kind, template])) as Record<TemplateKind, string>, former };
}

/** The number that a counter would draw next; nothing is drawn by asking. */
export async function nextNumberOf(tx: Tx, scope: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>('select next::int as next from records.reference_counters where scope = $1', [
    scope,
  ]);
  return row?.next ?? 1;
}

/** Numbers left out at this unit of the plan, neighbours with one reason in one line. */
export function gapsOf(tx: Tx, planUnit: string): Promise<GapLine[]> {
  return tx.query<GapLine>(
    `select scope, min(number)::int as from, max(number)::int as to, reason
       from (select scope, number, reason, number - row_number() over (partition by scope, reason order by number) as run
               from records.reference_gaps where scope = 'file:' || $1::text or starts_with(scope, 'file:' || $1::text || ':')) g
      group by scope, reason, run order by scope, min(number) limit 200`,
    [planUnit],
  );
}
