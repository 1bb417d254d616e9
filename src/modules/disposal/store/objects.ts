// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { RetentionEnded, RetentionSet, StartEventEntered } from '../events/retention-set.ts';
import type { DisposalType, StartKind } from '../rules/retention-rule.ts';

/** Where a case stands in its disposal. */
export type ObjectState =
  | 'retained'
  | 'proposed'
  | 'offered'
  | 'appraised'
  | 'packaged'
  | 'transferred'
  | 'archived'
  | 'destroyed'
  | 'reopened';

/** A filed case with its period, as commands need it. */
export interface RetainedCase {
  readonly case: string;
  readonly file: string;
  readonly planUnit: string;
  readonly leadUnit: string;
  readonly reference: string;
  readonly sortKey: string;
  readonly fileReference: string;
  readonly startedOn: string;
  readonly filedOn: string;
  readonly fileClosedOn: string | null;
  readonly rule: string | null;
  readonly fromUnit: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  readonly startOn: string | null;
  readonly until: string | null;
  readonly disposal: DisposalType;
  readonly state: ObjectState;
  readonly appraisal: DisposalType | null;
  readonly run: string | null;
}

const columns = `case_id as "case", file_id as file, plan_unit as "planUnit", lead_unit as "leadUnit", reference, sort_key as "sortKey",
  file_reference as "fileReference", started_on as "startedOn", filed_on as "filedOn", file_closed_on as "fileClosedOn", rule_id as rule,
  from_unit as "fromUnit", years, permanent, start_kind as start, start_on as "startOn", until, disposal, state, appraisal, run_id as run`;

/** Locks the objects of a file. */
export function findObjectsOfFile(tx: Tx, file: string): Promise<RetainedCase[]> {
  return tx.query<RetainedCase>(`select ${columns} from disposal.objects where file_id = $1 order by case_id for update`, [file]);
}

/** Locks cases, in a fixed order so that two runs never wait for each other. */
export function findObjectsForChange(tx: Tx, cases: readonly string[]): Promise<RetainedCase[]> {
  return tx.query<RetainedCase>(`select ${columns} from disposal.objects where case_id = any ($1) order by case_id for update`, [
    cases,
  ]);
}

/** Locks one. */
export async function findObjectForChange(tx: Tx, id: string): Promise<RetainedCase | undefined> {
  return (await findObjectsForChange(tx, [id]))[0];
}

/** What was entered for cases: kind → day. */
export async function startEventsOf(
  tx: Tx,
  cases: readonly string[],
): Promise<ReadonlyMap<string, Partial<Record<StartKind, string>>>> {
  const rows = await tx.query<{ id: string; kind: StartKind; day: string }>(
    'select case_id as id, kind, on_date as day from disposal.start_events where case_id = any ($1)',
    [cases],
  );
  const found = new Map<string, Partial<Record<StartKind, string>>>();
  for (const { id, kind, day } of rows) found.set(id, { ...found.get(id), [kind]: day });
  return found;
}

/** Writes what holds for the case, here and in the E-Akte. */
export async function applyRetentionSet(tx: Tx, { object, file, unit, facts }: RetentionSet): Promise<void> {
  const id = idOf(object);
  if (facts.why !== null) await addMove(tx, id, facts);
  await tx.query(
    `insert into disposal.objects (case_id, file_id, plan_unit, lead_unit, reference, sort_key, file_reference, started_on, filed_on, file_closed_on,
       rule_id, from_unit, years, permanent, start_kind, start_on, until, disposal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (case_id) do update set plan_unit = excluded.plan_unit, lead_unit = excluded.lead_unit, reference = excluded.reference,
       sort_key = excluded.sort_key, file_reference = excluded.file_reference, filed_on = excluded.filed_on, file_closed_on = excluded.file_closed_on,
       rule_id = excluded.rule_id, from_unit = excluded.from_unit, years = excluded.years, permanent = excluded.permanent,
       start_kind = excluded.start_kind, start_on = excluded.start_on, until = excluded.until, disposal = excluded.disposal,
       state = case when disposal.objects.state = 'reopened' then 'retained' else disposal.objects.state end`,
    [
      id,
      file,
      facts.planUnit,
      unit,
      facts.reference,
      facts.sortKey,
      facts.fileReference,
      facts.startedOn,
      facts.filedOn,
      facts.fileClosedOn,
      facts.rule,
      facts.fromUnit,
      facts.years,
      facts.permanent,
      facts.start,
      facts.startOn,
      facts.until,
      facts.disposal,
    ],
  );
  await tx.query('select records.fix_retention($1, $2, $3, $4)', [[id], [facts.until], [facts.permanent], [facts.disposal]]);
}

async function addMove(tx: Tx, id: string, { rule, why, until, day }: RetentionSet['facts']): Promise<void> {
  await tx.query(
    `insert into disposal.moves (case_id, no, rule_id, why, old_until, new_until, on_day)
     select o.case_id, (select coalesce(max(m.no), 0) + 1 from disposal.moves m where m.case_id = o.case_id), $2, $3, o.until, $4, $5
       from disposal.objects o where o.case_id = $1 and o.until is distinct from $4`,
    [id, rule, why, until, day],
  );
}

/** The case is open again: nothing is counted for it. */
export async function applyRetentionEnded(tx: Tx, { object }: RetentionEnded): Promise<void> {
  await tx.query("update disposal.objects set state = 'reopened', until = null where case_id = $1", [idOf(object)]);
}

/** Writes the day that a period begins with. */
export async function applyStartEventEntered(tx: Tx, { object, facts }: StartEventEntered): Promise<void> {
  await tx.query(
    `insert into disposal.start_events (case_id, kind, on_date, note) values ($1, $2, $3, $4)
     on conflict (case_id, kind) do update set on_date = excluded.on_date, note = excluded.note`,
    [idOf(object), facts.kind, facts.onDate, facts.note],
  );
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
