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

/**
 * Who a session is and what it may do now. Acting "i. V." lends exactly what the substitution covers and takes away one's own:
 * nobody mixes two people's rights in one act. A substitution that is over falls back to one's own name.
 */
export async function callerOf(tx: Tx, session: Pick<Session, 'id' | 'person'>): Promise<Caller | undefined> {
  const [row] = await tx.query<Row>(
    `select p.title, p.given_name as "givenName", p.family_name as "familyName", p.locale, chosen.principal, chosen.name as "principalName",
            array(select distinct allowed.permission
                    from people.functions_of(p.id, chosen.id is not null) f
                    join people.role_permission allowed on allowed.role = f.role
                   where f.substitution is not distinct from chosen.id) as permissions
       from people.person p
       left join lateral (
         select s.id, s.principal, json_build_object('title', q.title, 'givenName', q.given_name, 'familyName', q.family_name) as name
           from people.representation r
           join people.substitution s on s.id = r.substitution
           join people.person q on q.id = s.principal
          where r.session = $2 and s.deputy = p.id and s.valid_from <= kernel.at() and kernel.at() < s.valid_to and people.is_active(s.principal)
       ) chosen on true
      where p.id = $1 and people.is_active(p.id)`,
    [session.person, session.id],
  );
  if (!row) return undefined;
  const own = displayName(row);
  return {
    person: session.person,
    permissions: new Set(row.permissions),
    session: session.id,
    locale: row.locale,
    name: row.principalName ? `${own} i. V. ${displayName(row.principalName)}` : own,
    ...(row.principal === null ? {} : { onBehalfOf: row.principal }),
  };
}
