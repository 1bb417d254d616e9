// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DisposalType } from '../rules/retention-rule.ts';

/** A run as the list shows it. */
export interface RunLine {
  readonly id: string;
  readonly no: number;
  readonly kind: 'destruction' | 'transfer';
  readonly unit: string;
  readonly state: 'drafted' | 'released' | 'offered' | 'appraised' | 'transferred' | 'done' | 'cancelled';
  readonly code: string | null;
  readonly note: string;
  readonly draftedOn: string;
  readonly doneOn: string | null;
  readonly lock: number;
  /** Cases in it, and those already destroyed. */
  readonly cases: number;
  readonly destroyed: number;
  readonly releases: number;
}

const columns = `r.id, r.no, r.kind, r.unit_id as unit, r.state, r.reason_code as code, r.note, r.drafted_on as "draftedOn", r.done_on as "doneOn", r.lock,
  (select count(*)::int from disposal.objects o where o.run_id = r.id) as cases,
  (select count(*)::int from disposal.tombstones t where t.run_id = r.id) as destroyed,
  (select count(*)::int from disposal.releases l where l.run_id = r.id) as releases`;

/** The newest runs first. */
export function listRuns(tx: Tx): Promise<RunLine[]> {
  return tx.query<RunLine>(`select ${columns} from disposal.runs r order by r.no desc limit 200`);
}

/** One run. */
export async function findRun(tx: Tx, id: string): Promise<RunLine | undefined> {
  const [row] = await tx.query<RunLine>(`select ${columns} from disposal.runs r where r.id = $1`, [id]);
  return row;
}

/** A case of a run. */
export interface RunItem {
  readonly case: string;
  readonly file: string;
  readonly reference: string;
  readonly fileReference: string;
  readonly until: string | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType;
  readonly appraisal: DisposalType | null;
  readonly state: string;
  readonly archiveSign: string;
  readonly held: boolean;
}

/** The cases of a run in order. */
export function itemsOfRun(tx: Tx, run: string): Promise<RunItem[]> {
  return tx.query<RunItem>(
    `select case_id as "case", file_id as file, reference, file_reference as "fileReference", until, permanent, disposal, appraisal, state,
            archive_sign as "archiveSign", disposal.is_held(case_id) as held
       from disposal.objects where run_id = $1 order by sort_key, case_id limit 1000`,
    [run],
  );
}

/** Who has released the run so far. */
export function releasesShown(tx: Tx, run: string): Promise<{ person: string; represented: string | null; day: string }[]> {
  return tx.query('select person, represented, on_day as day from disposal.releases where run_id = $1 order by on_day, person', [
    run,
  ]);
}

/** A line of the protocol: what stays of a destroyed case. */
export interface Tombstone {
  readonly case: string;
  readonly reference: string;
  readonly startedOn: string;
  readonly filedOn: string;
  readonly until: string;
  readonly basis: string;
  readonly code: string;
  readonly documents: number;
  readonly archiveSign: string;
  readonly destroyedOn: string;
  readonly backupsUntil: string;
}

const stone = `case_id as "case", reference, started_on as "startedOn", filed_on as "filedOn", until, basis, reason_code as code, documents,
  archive_sign as "archiveSign", destroyed_on as "destroyedOn", backups_until as "backupsUntil"`;

/** The protocol of a run, without content and without names. */
export function protocolOf(tx: Tx, run: string): Promise<Tombstone[]> {
  return tx.query<Tombstone>(`select ${stone} from disposal.tombstones where run_id = $1 order by sort_key, case_id`, [run]);
}

/** What stays of one case. */
export async function tombstoneOf(tx: Tx, id: string): Promise<Tombstone | undefined> {
  const [row] = await tx.query<Tombstone>(`select ${stone} from disposal.tombstones where case_id = $1`, [id]);
  return row;
}

/** How much is due, by unit and by what has to happen. */
export function dueByUnit(tx: Tx, today: string): Promise<{ unit: string; destroy: number; offer: number }[]> {
  return tx.query(
    `select lead_unit as unit, count(*) filter (where coalesce(appraisal, disposal) = 'V')::int as destroy,
            count(*) filter (where coalesce(appraisal, disposal) <> 'V')::int as offer
       from disposal.objects where state = 'retained' and until < $1 and not permanent group by lead_unit`,
    [today],
  );
}
