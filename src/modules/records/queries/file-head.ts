// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** The cover of a file. */
export interface FileHead {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly state: 'open' | 'closed';
  readonly protection: number;
  readonly classification: string;
  readonly leadUnit: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly cases: number;
  readonly medium: string;
  readonly lock: number;
  readonly writable: boolean;
  /** From the main group down to the unit of the file. */
  readonly planPath: readonly { readonly code: string; readonly title: string }[];
  /** Years of the nearest unit that says something, and its code. */
  readonly retention: { readonly years: number | null; readonly permanent: boolean; readonly from: string } | null;
}

/** The cover, or undefined when the file does not exist for the caller. */
export async function findFileHead(tx: Tx, id: string): Promise<FileHead | undefined> {
  const [row] = await tx.query<FileHead>(
    `with recursive up as (
       select u.id, u.parent_id, u.code, u.title, u.retention_years, u.permanent, 0 as distance
         from records.files f join records.filing_plan_units u on u.id = f.plan_unit_id where f.id = $1
       union all
       select p.id, p.parent_id, p.code, p.title, p.retention_years, p.permanent, up.distance + 1
         from records.filing_plan_units p join up on p.id = up.parent_id)
     select f.id, f.reference, f.subject, f.state, f.protection::int as protection, f.classification, f.lead_unit as "leadUnit",
            f.opened_on as "openedOn", f.closed_on as "closedOn", f.cases, f.medium, f.lock, records.may_write(f.id) as writable,
            (select json_agg(json_build_object('code', code, 'title', title) order by distance desc) from up) as "planPath",
            (select json_build_object('years', retention_years, 'permanent', permanent, 'from', code)
               from up where retention_years is not null or permanent order by distance limit 1) as retention
       from records.files f where f.id = $1`,
    [id],
  );
  return row;
}
