// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { personNames } from './names.ts';

/** The units in which the caller may do something in the way they act now: in their own name, or for the person represented. */
export async function actingScope(tx: Tx, caller: Caller, permission: string): Promise<ReadonlySet<string>> {
  const [row] = await tx.query<{ scope: string[] }>('select people.acting_scope($1, $2) as scope', [
    permission,
    caller.onBehalfOf ?? null,
  ]);
  return new Set(row?.scope);
}

/**
 * Asks whether the caller may act in a unit the way they act now. When only a substitution would allow it, the refusal says whom
 * to represent: an act is signed "i. V." on purpose, never by accident.
 */
export async function mayActIn(
  tx: Tx,
  caller: Caller,
  { permission, unit }: { permission: string; unit: string },
): Promise<Refusal | undefined> {
  if ((await actingScope(tx, caller, permission)).has(unit)) return undefined;
  const [own] = await tx.query<{ own: boolean }>('select $2::uuid = any (people.own_unit_scope($1)) as own', [permission, unit]);
  if (own?.own) return new Refusal('not-permitted', 'people.acting.stop-representing');
  const lenders = await tx.query<{ principal: string }>(
    'select principal from unnest(people.principals()) principal where principal <> kernel.person() and $2::uuid = any (people.acting_scope($1, principal))',
    [permission, unit],
  );
  const [lender] = lenders;
  if (!lender) return new Refusal('not-permitted', 'kernel.not-permitted');
  const names = await personNames(tx, [lender.principal]);
  return new Refusal('not-permitted', 'people.acting.represent-first', { name: names.get(lender.principal) ?? '' });
}
