// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Reach } from '../rules/explain.ts';

/** A role with what it allows. */
export interface RoleView {
  readonly code: string;
  readonly name: string;
  readonly reach: Reach;
  readonly transferable: boolean;
  readonly permissions: readonly string[];
  /** A change that waits for release. */
  readonly waiting: boolean;
}

/** All roles by name. */
export async function allRoles(tx: Tx): Promise<RoleView[]> {
  return tx.query<RoleView>(
    `select r.code, r.name, r.reach, r.transferable,
            array(select p.permission from people.role_permission p where p.role = r.code order by p.permission) as permissions,
            exists (select from people.grant_request g where g.kind = 'role' and g.role = r.code and g.declined is null) as waiting
       from people.role r order by r.name`,
  );
}

/** A function that began or ended lately: for the data protection officer, the staff council and the auditors. It does not say by whom. */
export interface RecentGrant {
  readonly id: string;
  readonly person: string;
  readonly unitCode: string;
  readonly roleName: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** Functions that began, will begin or ended within the given days. */
export async function recentGrants(tx: Tx, days: number): Promise<RecentGrant[]> {
  return tx.query<RecentGrant>(
    `select f.id, f.person, u.code as "unitCode", r.name as "roleName", f.valid_from as from, f.valid_to as to
       from people.function_held f join people.role r on r.code = f.role join people.units_known() u on u.unit = f.unit
      where f.valid_from > kernel.at() - make_interval(days => $1) or f.valid_to between kernel.at() - make_interval(days => $1) and kernel.at()
      order by u.code, r.name, f.valid_from limit 500`,
    [days],
  );
}
