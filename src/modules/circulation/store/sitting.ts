// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { personName } from '../../people/index.ts';
import type { Sitting } from '../rules/acting.ts';
import type { Seat } from '../rules/typed/types.ts';

interface Row {
  readonly person: string;
  readonly own: boolean;
}

/**
 * Whether the caller sits at a step the way they act now. A function is its holder's, the head's seat that of whoever leads the unit, a unit's
 * seat everybody's who may act there; deputies sit where those whom they represent do.
 */
export async function sittingAt(tx: Tx, caller: Caller, seat: Seat): Promise<Sitting> {
  const rows = await tx.query<Row>(
    `select distinct p.person, p.person = kernel.person() as own
       from unnest(people.principals()) p(person)
      where exists (select from people.functions_of(kernel.person()) f
                     where f.person = p.person
                       and (f.id = $1::uuid or ($1::uuid is null and $3 and f.role = 'head' and f.unit = $2)))
         or ($1::uuid is null and not $3
             and $2::uuid = any (people.acting_scope('circulation.act', case when p.person = kernel.person() then null else p.person end)))`,
    [seat.function, seat.unit, seat.head],
  );
  const acting = caller.onBehalfOf ?? caller.person;
  const lender = rows.find(({ own }) => !own)?.person;
  return {
    now: rows.some(({ person }) => person === acting),
    own: rows.some(({ own }) => own),
    lender: lender === undefined ? undefined : await personName(tx, lender),
    represents: caller.onBehalfOf !== undefined,
  };
}

/** The function in which somebody gives an order: theirs (or of whom they represent) in the unit, else any. */
export async function ownFunction(tx: Tx, caller: Caller, unit: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select f.id from people.functions_of(kernel.person()) f where f.person = coalesce($1::uuid, kernel.person()) order by f.unit = $2 desc, f.id limit 1`,
    [caller.onBehalfOf ?? null, unit],
  );
  return row?.id ?? null;
}
