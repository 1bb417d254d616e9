// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FunctionEnded } from '../events/function-ended.ts';
import type { FunctionGranted } from '../events/function-granted.ts';
import { idOf } from './persons.ts';

/** A function as commands see it. */
export interface FunctionForChange {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly transferable: boolean;
}

const columns = `f.id, f.person, f.unit, f.role, f.valid_from as "validFrom", f.valid_to as "validTo", r.transferable`;
const source = 'people.function_held f join people.role r on r.code = f.role';

/** Finds a function and holds its row. */
export async function findFunctionForChange(tx: Tx, id: string): Promise<FunctionForChange | undefined> {
  const [row] = await tx.query<FunctionForChange>(`select ${columns} from ${source} where f.id = $1 for update of f`, [id]);
  return row;
}

/** Functions of a person that last beyond a moment. */
export async function functionsOf(tx: Tx, person: string, moment: Date): Promise<FunctionForChange[]> {
  return tx.query<FunctionForChange>(
    `select ${columns} from ${source} where f.person = $1 and (f.valid_to is null or f.valid_to > $2)`,
    [person, moment],
  );
}

/** True when the person has this function, or a request for it waits, anywhere in the wanted span. */
export async function hasFunction(
  tx: Tx,
  wanted: { person: string; unit: string; role: string; from: Date; to: Date | null },
): Promise<boolean> {
  const [row] = await tx.query<{ already: boolean }>(
    `select exists (select from people.function_held
                     where person = $1 and unit = $2 and role = $3 and tstzrange(valid_from, valid_to) && tstzrange($4, $5))
         or exists (select from people.grant_request where person = $1 and unit = $2 and role = $3 and declined is null) as already`,
    [wanted.person, wanted.unit, wanted.role, wanted.from, wanted.to],
  );
  return row?.already ?? false;
}

const releasing = 770_3205; // who counts releasers must not be overtaken by somebody who takes one away

/** What is known about those who may release grants, as if one person no longer could, or one role no longer let them. */
export async function releasersWithout(
  tx: Tx,
  without: { person?: string; role?: string },
): Promise<{ fourEyesBegan: boolean; others: number }> {
  await tx.query('select pg_advisory_xact_lock($1)', [releasing]);
  const [row] = await tx.query<{ fourEyesBegan: boolean; others: number }>(
    `select four_eyes as "fourEyesBegan",
            (select count(distinct f.person)
               from people.function_held f
               join people.role_permission p on p.role = f.role and p.permission = 'people.release-grants'
               join people.person who on who.id = f.person
              where f.valid_to is null and f.valid_from <= kernel.at() and who.active_to is null
                and f.person is distinct from $1 and f.role is distinct from $2) as others
       from people.installation`,
    [without.person ?? null, without.role ?? null],
  );
  return row ?? { fourEyesBegan: true, others: 0 };
}

/** True when a role, or one of a person's functions, lets release grants. */
export async function letsRelease(tx: Tx, { role, person }: { role?: string; person?: string }): Promise<boolean> {
  const [row] = await tx.query<{ lets: boolean }>(
    `select exists (select from people.role_permission p
                     where p.permission = 'people.release-grants'
                       and (p.role = $1 or exists (select from people.function_held f where f.role = p.role and f.person = $2
                                                     and (f.valid_to is null or f.valid_to > kernel.at())))) as lets`,
    [role ?? null, person ?? null],
  );
  return row?.lets ?? false;
}

/** Writes a function, removes the request that asked for it, and lets four eyes begin once two persons could release. */
export async function applyFunctionGranted(tx: Tx, event: FunctionGranted): Promise<void> {
  const { person, role, from, to, request } = event.facts;
  await tx.query(
    'insert into people.function_held (id, person, unit, role, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)',
    [idOf(event), person, event.unit, role, from, to],
  );
  if (request !== null) await tx.query('delete from people.grant_request where id = $1', [request]);
  const { fourEyesBegan, others } = await releasersWithout(tx, {});
  if (!fourEyesBegan && others >= 2) await tx.query('update people.installation set four_eyes = true');
}

/** Ends a function; one that never began leaves an empty span. */
export async function applyFunctionEnded(tx: Tx, event: FunctionEnded): Promise<void> {
  await tx.query('update people.function_held set valid_to = greatest($2::timestamptz, valid_from) where id = $1', [
    idOf(event),
    event.facts.ends,
  ]);
}
