// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { StepKind } from '../rules/kinds.ts';

/** Something that is asked of the caller, or of somebody whom they may represent. */
export interface InboxLine {
  readonly order: string;
  readonly file: string;
  /** The step; of an order that was sent back, the order itself. */
  readonly step: string;
  readonly kind: StepKind | 'rework';
  readonly due: string | null;
  readonly note: string;
  readonly reference: string;
  readonly subject: string;
  readonly title: string;
  readonly unit: string;
  /** Whom it is for, when not for the caller. */
  readonly principal: string | null;
}

const shown = 40;
const mine = 'with mine as materialized (select f.id, f.person, f.unit, f.role from people.functions_of(kernel.person()) f)';
const columns = `o.id as "order", o.file_id as file, o.reference, o.subject, o.title, o.unit_id as unit, nullif(m.person, kernel.person()) as principal`;

/** What the caller has to do in orders, soonest first: their own seats and those of the represented. One's own list; nobody sees another's. */
export async function findInbox(tx: Tx): Promise<InboxLine[]> {
  const seats = await tx.query<InboxLine>(
    `${mine}
     select ${columns}, s.id as step, s.kind, s.due_on as due, s.note
       from circulation.steps s join circulation.orders o on o.id = s.order_id
       cross join lateral (select m.person from mine m
                            where m.id = s.function_id or (s.function_id is null and m.unit = s.unit_id and (not s.head or m.role = 'head'))
                            order by m.person <> kernel.person() limit 1) m
      where s.live and s.state = 'current' and o.state = 'running' and s.kind <> 'follow-up'
        and (s.function_id = any (array(select id from mine)) or s.unit_id = any (array(select unit from mine)))
      order by s.due_on nulls last, s.id limit ${shown}`,
  );
  const returned = await tx.query<InboxLine>(
    `${mine}
     select ${columns}, o.id as step, 'rework' as kind, null::date as due,
            coalesce((select s.remark from circulation.steps s where s.order_id = o.id and s.mark in ('returned', 'refused') order by s.on_day desc, s.id desc limit 1), '') as note
       from circulation.orders o join mine m on m.id = o.issuer
      where o.state = 'returned' order by o.id limit ${shown}`,
  );
  return [...returned, ...seats];
}
