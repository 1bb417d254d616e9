// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { displayName, type NameParts, sortedName } from '../rules/display-name.ts';
import type { Reach } from '../rules/explain.ts';

/** A person as the house shows them: what they are for, never what they did. */
export interface PersonView extends NameParts {
  readonly id: string;
  readonly email: string;
  readonly staffNumber: string | null;
  readonly activeFrom: string;
  readonly activeTo: string | null;
  readonly active: boolean;
  readonly functions: readonly FunctionView[];
}

/** A function now or to come. */
export interface FunctionView {
  readonly id: string;
  readonly unit: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly role: string;
  readonly roleName: string;
  readonly reach: Reach;
  readonly transferable: boolean;
  readonly from: Date;
  readonly to: Date | null;
}

/** One person; undefined when unknown. */
export async function personView(tx: Tx, id: string): Promise<PersonView | undefined> {
  const [row] = await tx.query<Omit<PersonView, 'functions'>>(
    `select id, title, given_name as "givenName", family_name as "familyName", email, staff_number as "staffNumber",
            active_from as "activeFrom", active_to as "activeTo", people.is_active(id) as active
       from people.person where id = $1`,
    [id],
  );
  return row && { ...row, functions: await functionsHeld(tx, id) };
}

/** Functions of a person now or to come. */
export async function functionsHeld(tx: Tx, person: string): Promise<FunctionView[]> {
  return tx.query<FunctionView>(
    `select f.id, f.unit, u.code as "unitCode", u.name as "unitName", f.role, r.name as "roleName", r.reach, r.transferable,
            f.valid_from as from, f.valid_to as to
       from people.function_held f
       join people.role r on r.code = f.role
       join people.units_known() u on u.unit = f.unit
      where f.person = $1 and (f.valid_to is null or f.valid_to > kernel.at())
      order by u.code, r.name`,
    [person],
  );
}

/** A line of the directory. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** "Sachbearbeitung 32.1, Leitung 32" */
  readonly functions: string;
}

/** The directory by family name; `search` looks into names, addresses and unit codes. Sorted by nothing that anybody did. */
export async function personList(
  tx: Tx,
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<PersonLine[]> {
  const rows = await tx.query<NameParts & { id: string; email: string; active: boolean; functions: string | null }>(
    `select p.id, p.title, p.given_name as "givenName", p.family_name as "familyName", p.email, people.is_active(p.id) as active, f.functions
       from people.person p
       left join (select f.person, string_agg(r.name || ' ' || u.code, ', ' order by u.code) as functions
                    from people.function_held f join people.role r on r.code = f.role join people.units_known() u on u.unit = f.unit
                   where f.valid_from <= kernel.at() and (f.valid_to is null or f.valid_to > kernel.at())
                   group by f.person) f on f.person = p.id
      where ($1 = '' or concat_ws(' ', p.title, p.given_name, p.family_name, p.email, f.functions) ilike '%' || $1 || '%')
        and (lower(p.family_name), lower(p.given_name), p.id) > (coalesce((select lower(a.family_name) from people.person a where a.id = $2), ''),
            coalesce((select lower(a.given_name) from people.person a where a.id = $2), ''), coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid))
      order by lower(p.family_name), lower(p.given_name), p.id limit $3`,
    [(search ?? '').replaceAll(/[\\%_]/g, '\\$&'), after ?? null, limit],
  );
  return rows.map(({ id, email, active, functions, ...name }) => ({
    id,
    email,
    active,
    functions: functions ?? '',
    name: sortedName(name),
  }));
}

/** Persons with access, for choosing one in a form. */
export async function personOptions(tx: Tx): Promise<{ id: string; label: string }[]> {
  const rows = await tx.query<NameParts & { id: string; codes: string | null }>(
    `select p.id, p.title, p.given_name as "givenName", p.family_name as "familyName",
            (select string_agg(distinct u.code, ', ') from people.functions_of(p.id, false) f join people.units_known() u on u.unit = f.unit) as codes
       from people.person p where people.is_active(p.id) order by lower(p.family_name), lower(p.given_name)`,
  );
  return rows.map(({ id, codes, ...name }) => ({ id, label: codes ? `${sortedName(name)} (${codes})` : sortedName(name) }));
}

/** Somebody in a unit: who has which role there. */
export interface Member {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly function: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** Who has a function in a unit, now or to come. */
export async function membersOf(tx: Tx, unit: string): Promise<Member[]> {
  const rows = await tx.query<NameParts & Omit<Member, 'name'>>(
    `select p.id as person, p.title, p.given_name as "givenName", p.family_name as "familyName", f.role, r.name as "roleName",
            f.id as function, f.valid_from as from, f.valid_to as to
       from people.function_held f join people.person p on p.id = f.person join people.role r on r.code = f.role
      where f.unit = $1 and (f.valid_to is null or f.valid_to > kernel.at())
      order by r.reach desc, r.name, lower(p.family_name), lower(p.given_name)`,
    [unit],
  );
  return rows.map(({ title, givenName, familyName, ...rest }) => ({
    ...rest,
    name: displayName({ title, givenName, familyName }),
  }));
}
