// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Session } from '../../../kernel/session.ts';
import { displayName, type NameParts } from '../rules/display-name.ts';

interface Row extends NameParts {
  locale: string;
  principal: string | null;
  principalName: NameParts | null;
  permissions: string[];
}

/** The caller's name, language and permissions, given how they find the substitution they act in (`chosen`); $1 is the person, $2 says which. */
const callerBy = (chosen: string) =>
  `select p.title, p.given_name as "givenName", p.family_name as "familyName", p.locale, chosen.principal, chosen.name as "principalName",
          array(select distinct allowed.permission
                  from people.functions_of(p.id, chosen.id is not null) f
                  join people.role_permission allowed on allowed.role = f.role
                 where f.substitution is not distinct from chosen.id) as permissions
     from people.person p
     left join lateral (
       select s.id, s.principal, json_build_object('title', q.title, 'givenName', q.given_name, 'familyName', q.family_name) as name
         from ${chosen}
         join people.person q on q.id = s.principal
        where s.deputy = p.id and s.valid_from <= kernel.at() and kernel.at() < s.valid_to and people.is_active(s.principal)
        limit 1
     ) chosen on true
    where p.id = $1 and people.is_active(p.id)`;

const atDesk = callerBy(
  '(select r.substitution from people.representation r where r.session = $2) r join people.substitution s on s.id = r.substitution',
);
const forPrincipal = callerBy('(select * from people.substitution where principal = $2::uuid) s');

/**
 * Who a session is and what it may do now. Acting "i. V." lends exactly what the substitution covers and takes away one's own:
 * nobody mixes two people's rights in one act. A substitution that is over falls back to one's own name.
 */
export async function callerOf(tx: Tx, session: Pick<Session, 'id' | 'person'>): Promise<Caller | undefined> {
  const [row] = await tx.query<Row>(atDesk, [session.person, session.id]);
  return row && { ...callerIn(row, session.person), session: session.id };
}

/**
 * The same for a secret that a person was given while acting in somebody's name, or in their own. It never falls back: with the end of the
 * substitution it speaks for nobody.
 */
export async function callerActing(
  tx: Tx,
  { person, onBehalfOf }: { person: string; onBehalfOf: string | null },
): Promise<Caller | undefined> {
  const [row] = await tx.query<Row>(forPrincipal, [person, onBehalfOf]);
  return row && row.principal === onBehalfOf ? callerIn(row, person) : undefined;
}

function callerIn(row: Row, person: string): Caller {
  const own = displayName(row);
  return {
    person,
    permissions: new Set(row.permissions),
    locale: row.locale,
    name: row.principalName ? `${own} i. V. ${displayName(row.principalName)}` : own,
    ...(row.principal === null ? {} : { onBehalfOf: row.principal }),
  };
}
