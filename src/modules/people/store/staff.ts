// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { KnownStaff } from '../rules/import-staff.ts';
import { personsNow } from './persons.ts';

/** Everything an import of staff compares with. */
export async function knownStaff(tx: Tx): Promise<KnownStaff> {
  const units = await tx.query<{ code: string; unit: string }>('select code, unit from people.units_known() where not retired');
  const roles = await tx.query<{ code: string; name: string }>('select code, name from people.role');
  const functions = await tx.query<{ key: string }>(
    `select person || ' ' || unit || ' ' || role as key from people.function_held where valid_to is null or valid_to > kernel.at()
     union
     select person || ' ' || unit || ' ' || role from people.grant_request where kind = 'function' and declined is null`,
  );
  return {
    persons: await personsNow(tx),
    units: new Map(units.map(({ code, unit }) => [code, unit])),
    roles: new Map(roles.flatMap(({ code, name }) => [[code, code] as const, [name.toLowerCase(), code] as const])),
    functions: new Set(functions.map(({ key }) => key)),
  };
}
