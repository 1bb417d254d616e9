// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** One line of the list of files. */
export interface FileLine {
  readonly id: string;
  readonly reference: string;
  readonly sortKey: string;
  readonly subject: string;
  readonly state: 'open' | 'closed';
  readonly cases: number;
  readonly leadUnit: string;
}

/** What the list shows: files below a place in the plan, in order of reference, from after a key on. */
export interface FileListWish {
  /** Code of a filing plan unit; its subordinates are included. */
  readonly plan?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Files the caller may see. Pages go on after the last key: no page number ever makes the database count. */
export function listFiles(tx: Tx, { plan, state, after, limit }: FileListWish): Promise<FileLine[]> {
  return tx.query<FileLine>(
    `with recursive below as (
       select id from records.filing_plan_units where $1::text is not null and code = $1
       union all
       select c.id from records.filing_plan_units c join below on c.parent_id = below.id)
     select id, reference, sort_key as "sortKey", subject, state, cases, lead_unit as "leadUnit"
       from records.files
      where ($1::text is null or plan_unit_id in (select id from below))
        and ($2::text is null or state = $2) and ($3::text is null or sort_key > $3)
      order by sort_key limit $4`,
    [plan ?? null, state ?? null, after ?? null, limit],
  );
}

/** A unit of the plan as the list offers it. */
export interface PlanLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly state: 'planned' | 'active' | 'retired';
  readonly leaf: boolean;
}

/** The plan in force, in order. */
export function listPlan(tx: Tx): Promise<PlanLine[]> {
  return tx.query<PlanLine>(
    `select u.id, u.code, u.title, u.parent_id as parent, u.state, not exists (select from records.filing_plan_units c where c.parent_id = u.id and c.state <> 'retired') as leaf
       from records.filing_plan_units u join records.filing_plans p on p.id = u.plan_id
      where p.state = 'active' order by u.sort_key`,
  );
}
