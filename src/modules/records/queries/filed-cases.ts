// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DisposalType } from '../rules/retention.ts';

/** A filed case as retention needs it. Days are `YYYY-MM-DD`. */
export interface FiledCase {
  readonly id: string;
  readonly file: string;
  readonly planUnit: string;
  readonly leadUnit: string;
  /** Vorgangszeichen. */
  readonly reference: string;
  readonly sortKey: string;
  readonly fileReference: string;
  readonly startedOn: string;
  readonly filedOn: string;
  /** When its file was closed; null while it is open. */
  readonly fileClosedOn: string | null;
  readonly retainUntil: string | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType;
}

const columns = `c.id, c.file_id as file, f.plan_unit_id as "planUnit", c.lead_unit as "leadUnit", coalesce(c.reference, '') as reference,
  c.sort_key as "sortKey", f.reference as "fileReference", c.started_on as "startedOn", c.filed_on as "filedOn",
  case when f.state = 'closed' then f.closed_on end as "fileClosedOn", c.retain_until as "retainUntil", c.permanent, c.disposal_type as disposal`;

/** The filed cases of a file that the caller may see, in order. */
export function filedCasesOf(tx: Tx, file: string): Promise<FiledCase[]> {
  return tx.query<FiledCase>(
    `select ${columns} from records.cases c join records.files f on f.id = c.file_id
      where c.file_id = $1 and c.state = 'filed' order by c.no, c.id`,
    [file],
  );
}

/** What a list shows of cases that are named by their ids. */
export interface CaseName {
  readonly id: string;
  readonly file: string;
  readonly reference: string | null;
  readonly subject: string;
  readonly state: string;
  readonly filedOn: string | null;
}

/** Names of those of the cases that the caller may see; the others are simply not there. */
export async function caseNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseName>> {
  const rows = await tx.query<CaseName>(
    `select c.id, c.file_id as file, c.reference, c.subject, c.state, c.filed_on as "filedOn" from records.cases c where c.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A file as others name it: its reference and who keeps it. */
export interface FileName {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly leadUnit: string;
  readonly state: 'open' | 'closed';
  readonly planUnit: string;
}

/** Names of those of the files that the caller may see. */
export async function fileNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FileName>> {
  const rows = await tx.query<FileName>(
    'select id, reference, subject, lead_unit as "leadUnit", state, plan_unit_id as "planUnit" from records.files where id = any ($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
