// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { listPlanUnits, type PlanUnitLine } from '../../records/index.ts';
import type { Explained, Move } from '../rules/explain-retention.ts';
import { type Hold, holdsOver } from '../rules/hold.ts';
import { type DisposalType, planWay, type StartKind } from '../rules/retention-rule.ts';

/** A case with its period as pages show it. */
export interface ObjectView {
  readonly case: string;
  readonly file: string;
  readonly planUnit: string;
  readonly leadUnit: string;
  readonly reference: string;
  readonly fileReference: string;
  readonly filedOn: string;
  readonly fromUnit: string;
  readonly basis: string | null;
  readonly ruleFrom: string | null;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  readonly startOn: string | null;
  readonly until: string | null;
  readonly disposal: DisposalType;
  readonly state: string;
  readonly appraisal: DisposalType | null;
  readonly archiveSign: string;
  readonly run: string | null;
}

const columns = `o.case_id as "case", o.file_id as file, o.plan_unit as "planUnit", o.lead_unit as "leadUnit", o.reference,
  o.file_reference as "fileReference", o.filed_on as "filedOn", o.from_unit as "fromUnit", r.basis, r.valid_from as "ruleFrom", o.years, o.permanent,
  o.start_kind as start, o.start_on as "startOn", o.until, o.disposal, o.state, o.appraisal, o.archive_sign as "archiveSign", o.run_id as run`;

/** The cases of a file whose period is counted, in order. */
export function objectsOfFile(tx: Tx, file: string): Promise<ObjectView[]> {
  return tx.query<ObjectView>(
    `select ${columns} from disposal.objects o left join disposal.rules r on r.id = o.rule_id
      where o.file_id = $1 and o.state <> 'reopened' order by o.sort_key`,
    [file],
  );
}

/** One case, or undefined when its period is not counted or it is not the caller's to see. */
export async function objectOf(tx: Tx, id: string): Promise<ObjectView | undefined> {
  const [row] = await tx.query<ObjectView>(
    `select ${columns} from disposal.objects o left join disposal.rules r on r.id = o.rule_id where o.case_id = $1 and o.state <> 'reopened'`,
    [id],
  );
  return row;
}

/** Holds that stand, as far as the caller may see them. */
export function standingHolds(tx: Tx): Promise<(Hold & { file: string | null })[]> {
  return tx.query(
    `select id, scope, subject, file_id as file, reason, basis, keeper_unit as "keeperUnit", set_on as "setOn", lifted_on as "liftedOn"
       from disposal.holds where lifted_on is null order by set_on, id`,
  );
}

/** Is the destruction held up, also by what the caller may not see? */
export async function isHeld(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>('select disposal.is_held($1) as held', [id]);
  return row?.held ?? true;
}

/** Everything that the explanation of one case needs. */
export async function explainedOf(tx: Tx, it: ObjectView, today: string): Promise<Explained> {
  const plan = new Map((await listPlanUnits(tx)).map((unit) => [unit.id, unit]));
  const moves = await tx.query<Move>(
    `select why, old_until as "oldUntil", new_until as "newUntil", on_day as "onDay" from disposal.moves where case_id = $1 order by no`,
    [it.case],
  );
  const way = planWay(plan, it.planUnit).map(({ id }) => id);
  const { years, permanent, start, startOn, until, disposal } = it;
  return {
    unit: named(plan, it.planUnit),
    from: named(plan, it.fromUnit),
    rule: it.basis === null || it.ruleFrom === null ? undefined : { basis: it.basis, validFrom: it.ruleFrom },
    ...{ years, permanent, start, startOn, until, disposal },
    moves,
    holds: holdsOver(await standingHolds(tx), { case: it.case, file: it.file, planWay: way }),
    longest: longestOf(await objectsOfFile(tx, it.file), it),
    today,
  };
}

function named(plan: ReadonlyMap<string, PlanUnitLine>, id: string): { code: string; title: string } {
  const { code = '', title = '' } = plan.get(id) ?? {};
  return { code, title };
}

/** The file is kept as long as the case in it that is kept longest. */
function longestOf(all: readonly ObjectView[], it: ObjectView): { reference: string; until: string | null } | undefined {
  const end = ({ until }: ObjectView) => until ?? '9999';
  const [longest] = all.filter(({ state }) => state !== 'destroyed').toSorted((a, b) => end(b).localeCompare(end(a)));
  return longest && longest.case !== it.case && end(longest) > end(it)
    ? { reference: longest.reference, until: longest.until }
    : undefined;
}
