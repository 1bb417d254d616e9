// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { CaseTakenOut, RunCancelled, RunDrafted, RunFinished, RunReleased, TombstoneSet } from '../events/disposal-run.ts';
import type { Release } from '../rules/destruction.ts';

/** A run as commands need it. */
export interface LockedRun {
  readonly id: string;
  readonly no: number;
  readonly kind: 'destruction' | 'transfer';
  readonly unit: string;
  readonly state: 'drafted' | 'released' | 'offered' | 'appraised' | 'transferred' | 'done' | 'cancelled';
  readonly code: string | null;
  readonly lock: number;
}

/** Locks a run that the caller may change. */
export async function findRunForChange(tx: Tx, id: string): Promise<LockedRun | undefined> {
  const [row] = await tx.query<LockedRun>(
    'select id, no, kind, unit_id as unit, state, reason_code as code, lock from disposal.runs where id = $1 for update',
    [id],
  );
  return row;
}

/** The next number; runs are few, and the table's key refuses a number twice. */
export async function nextRunNo(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ no: number }>(
    "select pg_advisory_xact_lock(hashtextextended('disposal.run', 0)), (select coalesce(max(no), 0) + 1 from disposal.runs) as no",
  );
  return row?.no ?? 1;
}

/** Due cases of a unit and everything below that may be destroyed, or that the archive must see first; none that is held up. */
export function findDue(
  tx: Tx,
  wish: { kind: 'destruction' | 'transfer'; unit: string; today: string; most: number },
): Promise<{ case: string }[]> {
  const fits =
    wish.kind === 'destruction'
      ? "(o.appraisal = 'V' or (o.appraisal is null and o.disposal = 'V'))"
      : "(o.appraisal = 'A' or (o.appraisal is null and o.disposal in ('A', 'B')))";
  return tx.query<{ case: string }>(
    `select o.case_id as "case" from disposal.objects o
      where o.state = 'retained' and o.until < $1 and not o.permanent and o.lead_unit = any (disposal.units_below($2)) and ${fits}
        and not disposal.is_held(o.case_id)
      order by o.until, o.sort_key limit ${wish.most} for update`,
    [wish.today, wish.unit],
  );
}

/** Cases of a run that are not destroyed yet. */
export function casesOfRun(tx: Tx, run: string): Promise<{ case: string }[]> {
  return tx.query(
    `select case_id as "case" from disposal.objects where run_id = $1 and state <> 'destroyed' order by sort_key, case_id`,
    [run],
  );
}

/** Who has released it so far. */
export function releasesOf(tx: Tx, run: string): Promise<Release[]> {
  return tx.query('select person, represented from disposal.releases where run_id = $1', [run]);
}

/** Released runs that are not finished: for the job that carries them out. */
export function releasedRuns(tx: Tx): Promise<{ id: string }[]> {
  return tx.query("select id from disposal.runs where state = 'released' order by no");
}

/** Writes the run and takes its cases out of the stock. */
export async function applyRunDrafted(tx: Tx, { object, unit, facts }: RunDrafted): Promise<void> {
  const id = idOf(object);
  await tx.query('insert into disposal.runs (id, no, kind, unit_id, note, drafted_on) values ($1, $2, $3, $4, $5, $6)', [
    id,
    facts.no,
    facts.kind,
    unit,
    facts.note,
    facts.day,
  ]);
  await tx.query("update disposal.objects set state = 'proposed', run_id = $2 where case_id = any ($1)", [facts.cases, id]);
}

/** Puts one case back; releases given before count no more, because they were for something else. */
export async function applyCaseTakenOut(tx: Tx, { object, facts }: CaseTakenOut): Promise<void> {
  await tx.query("update disposal.objects set state = 'retained', run_id = null where case_id = $1", [idOf(object)]);
  await tx.query('delete from disposal.releases where run_id = $1', [facts.run]);
  await tx.query('update disposal.runs set lock = lock + 1 where id = $1', [facts.run]);
}

/** Writes one release. */
export async function applyRunReleased(tx: Tx, { object, facts }: RunReleased): Promise<void> {
  await tx.query('insert into disposal.releases (run_id, person, represented, on_day) values ($1, $2, $3, $4)', [
    idOf(object),
    facts.person,
    facts.represented,
    facts.day,
  ]);
  await tx.query(
    "update disposal.runs set reason_code = $2, lock = lock + 1, state = case when $3 then 'released' else state end where id = $1",
    [idOf(object), facts.code, facts.complete],
  );
}

/** Gives it up; its cases are as before. */
export async function applyRunCancelled(tx: Tx, { object }: RunCancelled): Promise<void> {
  await tx.query("update disposal.objects set state = 'retained', run_id = null where run_id = $1 and state = 'proposed'", [
    idOf(object),
  ]);
  await tx.query("update disposal.runs set state = 'cancelled', lock = lock + 1 where id = $1", [idOf(object)]);
}

/** Ends it. What could not be destroyed, because a hold came in between, goes back into the stock. */
export async function applyRunFinished(tx: Tx, { object, facts }: RunFinished): Promise<void> {
  await tx.query("update disposal.objects set state = 'retained', run_id = null where run_id = $1 and state = 'proposed'", [
    idOf(object),
  ]);
  await tx.query("update disposal.runs set state = 'done', done_on = $2, lock = lock + 1 where id = $1", [
    idOf(object),
    facts.day,
  ]);
}

/** Writes what stays of the case. */
export async function applyTombstoneSet(tx: Tx, { object, file, unit, facts }: TombstoneSet): Promise<void> {
  await tx.query("update disposal.objects set state = 'destroyed' where case_id = $1", [idOf(object)]);
  await tx.query(
    `insert into disposal.tombstones (case_id, run_id, file_id, lead_unit, reference, sort_key, file_reference, started_on, filed_on, until, basis,
       reason_code, documents, archive_sign, destroyed_on, backups_until)
     select o.case_id, $2, $3, $4, o.reference, o.sort_key, o.file_reference, o.started_on, o.filed_on, o.until, $5, $6, $7, o.archive_sign, $8, $9
       from disposal.objects o where o.case_id = $1`,
    [idOf(object), facts.run, file, unit, facts.basis, facts.code, facts.documents, facts.day, facts.backupsUntil],
  );
  await tx.query('delete from disposal.start_events where case_id = $1', [idOf(object)]);
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
