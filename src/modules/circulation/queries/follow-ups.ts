// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Series } from '../rules/follow-up-days.ts';

/** A follow-up in a list. */
export interface FollowUpLine {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly order: string | null;
  readonly reference: string;
  readonly subject: string;
  readonly due: string;
  readonly series: Series | null;
  readonly note: string;
  readonly woken: boolean;
  readonly unit: string;
  readonly lock: number;
  /** Whom it is for, when not for the caller or their unit. */
  readonly principal: string | null;
}

const columns = `f.id, f.file_id as file, f.case_id as "case", f.order_id as "order", f.reference, f.subject, f.due_on as due, f.series, f.note, f.woken,
  f.unit_id as unit, f.lock`;

/** Follow-ups before the caller up to a day, their units' among them, nearest first. */
export function dueFollowUps(tx: Tx, { until, limit }: { until: string; limit: number }): Promise<FollowUpLine[]> {
  return tx.query<FollowUpLine>(
    `with mine as materialized (select m.id, m.person, m.unit from people.functions_of(kernel.person()) m)
     select ${columns}, nullif(m.person, kernel.person()) as principal
       from circulation.follow_ups f
       cross join lateral (select m.person from mine m where m.id = f.function_id or (f.function_id is null and m.unit = f.unit_id)
                            order by m.person <> kernel.person() limit 1) m
      where f.state = 'open' and f.due_on <= $1
        and (f.function_id = any (array(select id from mine)) or (f.function_id is null and f.unit_id = any (array(select unit from mine))))
      order by f.due_on, f.id limit $2`,
    [until, limit],
  );
}

/** Open follow-ups of a case. */
export function followUpsOf(tx: Tx, caseId: string): Promise<FollowUpLine[]> {
  return tx.query<FollowUpLine>(
    `select ${columns}, null::uuid as principal from circulation.follow_ups f where f.case_id = $1 and f.state = 'open' order by f.due_on, f.id`,
    [caseId],
  );
}

/** How many follow-ups the caller's units have on each day; numbers by unit, never by person. */
export function dayLoad(
  tx: Tx,
  wanted: { units: readonly string[]; from: string; to: string },
): Promise<{ day: string; n: number }[]> {
  return tx.query<{ day: string; n: number }>('select day, n from circulation.day_load($1, $2, $3) order by day', [
    wanted.units,
    wanted.from,
    wanted.to,
  ]);
}

/** Units in which the caller works themselves. */
export async function ownUnits(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ unit: string }>('select distinct f.unit from people.functions_of(kernel.person(), false) f');
  return rows.map(({ unit }) => unit);
}
