// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FunctionRequested } from '../events/function-requested.ts';
import type { GrantDeclined } from '../events/grant-declined.ts';
import type { GrantWithdrawn } from '../events/grant-withdrawn.ts';
import type { RoleChangeRequested } from '../events/role-change-requested.ts';
import type { RoleDefined } from '../events/role-defined.ts';
import type { Reach } from '../rules/explain.ts';
import { idOf } from './persons.ts';

/** What a role is to be. */
export interface RoleDefinition {
  readonly name: string;
  readonly reach: Reach;
  readonly transferable: boolean;
  readonly permissions: readonly string[];
}

interface AnyRequest {
  readonly id: string;
  readonly role: string;
  readonly requestedBy: string;
  readonly represented: string | null;
  readonly declined: string | null;
}

/** A request that waits for a second person. */
export type GrantRequest =
  | (AnyRequest & {
      readonly kind: 'function';
      readonly person: string;
      readonly unit: string;
      readonly validFrom: Date;
      readonly validTo: Date | null;
    })
  | (AnyRequest & { readonly kind: 'role'; readonly definition: RoleDefinition });

/** Finds requests and holds them, so that each is released once. */
export async function findGrantsForChange(tx: Tx, ids: readonly string[]): Promise<GrantRequest[]> {
  return tx.query<GrantRequest>(
    `select id, kind, person, unit, role, valid_from as "validFrom", valid_to as "validTo", definition,
            requested_by as "requestedBy", represented, declined
       from people.grant_request where id = any ($1) order by id for update`,
    [ids],
  );
}

/** True when a role exists. */
export async function roleExists(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.query('select from people.role where code = $1', [code]);
  return rows.length > 0;
}

/** True when a change of this role waits already. */
export async function roleChangeWaits(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.query("select from people.grant_request where kind = 'role' and role = $1 and declined is null", [code]);
  return rows.length > 0;
}

/** Writes a request for a function. */
export async function applyFunctionRequested(tx: Tx, event: FunctionRequested): Promise<void> {
  const { person, role, from, to, requestedBy, represented } = event.facts;
  await tx.query(
    `insert into people.grant_request (id, kind, person, unit, role, valid_from, valid_to, requested_by, represented)
     values ($1, 'function', $2, $3, $4, $5, $6, $7, $8)`,
    [idOf(event), person, event.unit, role, from, to, requestedBy, represented],
  );
}

/** Writes a request for a changed role. */
export async function applyRoleChangeRequested(tx: Tx, event: RoleChangeRequested): Promise<void> {
  const { role, requestedBy, represented, ...definition } = event.facts;
  await tx.query(
    `insert into people.grant_request (id, kind, role, definition, requested_by, represented) values ($1, 'role', $2, $3, $4, $5)`,
    [idOf(event), role, JSON.stringify(definition), requestedBy, represented],
  );
}

/** Writes what a role may do from now on and removes the request. */
export async function applyRoleDefined(tx: Tx, { facts }: RoleDefined): Promise<void> {
  await tx.query(
    `insert into people.role (code, name, reach, transferable) values ($1, $2, $3, $4)
     on conflict (code) do update set name = excluded.name, reach = excluded.reach, transferable = excluded.transferable`,
    [facts.role, facts.name, facts.reach, facts.transferable],
  );
  await tx.query('delete from people.role_permission where role = $1', [facts.role]);
  await tx.query('insert into people.role_permission (role, permission) select $1, unnest($2::text[])', [
    facts.role,
    facts.permissions,
  ]);
  await tx.query('delete from people.grant_request where id = $1', [facts.request]);
}

/** Keeps the reason until the one who asked has read it. */
export async function applyGrantDeclined(tx: Tx, event: GrantDeclined): Promise<void> {
  await tx.query('update people.grant_request set declined = $2 where id = $1', [idOf(event), event.facts.reason]);
}

/** Removes a request. */
export async function applyGrantWithdrawn(tx: Tx, event: GrantWithdrawn): Promise<void> {
  await tx.query('delete from people.grant_request where id = $1', [idOf(event)]);
}
