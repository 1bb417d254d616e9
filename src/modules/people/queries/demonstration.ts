// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { displayName, type NameParts } from '../rules/display-name.ts';

/** True when this installation was founded as a demonstration. */
export async function isDemonstration(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ demo: boolean }>('select demo from people.installation');
  return row?.demo ?? false;
}

/** True while the first administrator is awaited. */
export async function waitsForSetup(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ waits: boolean }>('select setup_token is not null as waits from people.installation');
  return row?.waits ?? false;
}

/** Somebody of the demo city, to sign in as with one click. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly unitCode: string;
  readonly unitName: string;
}

/**
 * A few people of every role, the role that most hold first. Within a role by staff number: the demo city's papers and screens tell of those
 * who were hired first, so a visitor meets people with work on their desk.
 */
export async function demoPeople(tx: Tx, perRole: number): Promise<DemoPerson[]> {
  const rows = await tx.query<NameParts & Omit<DemoPerson, 'name'>>(
    `select id, title, "givenName", "familyName", role, "roleName", "unitCode", "unitName" from (
       select p.id, p.title, p.given_name as "givenName", p.family_name as "familyName", f.role, r.name as "roleName", u.code as "unitCode", u.name as "unitName",
              row_number() over (partition by f.role order by length(p.staff_number), p.staff_number, u.code, p.family_name, p.id) as place, count(*) over (partition by f.role) as colleagues
         from people.function_held f
         join people.person p on p.id = f.person
         join people.role r on r.code = f.role
         join people.units_known() u on u.unit = f.unit
        where f.valid_from <= kernel.at() and (f.valid_to is null or f.valid_to > kernel.at()) and people.is_active(p.id)
     ) ranked where place <= $1 order by colleagues desc, "roleName", place`,
    [perRole],
  );
  return rows.map(({ title, givenName, familyName, ...rest }) => ({
    ...rest,
    name: displayName({ title, givenName, familyName }),
  }));
}
