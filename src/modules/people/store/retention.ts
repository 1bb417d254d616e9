// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** How many rows there are of each kind whose time is over. */
export interface Overdue {
  readonly substitutions: number;
  readonly functions: number;
  readonly credentials: number;
}

const oldSubstitution = "valid_to < kernel.at() - interval '1 year'";
const oldFunction = `valid_to < kernel.at() - interval '3 years'
  and not exists (select from people.substitution_function c join people.substitution s on s.id = c.substitution
                   where c.function_held = function_held.id and s.valid_to >= kernel.at() - interval '1 year')`;
const gone = 'person in (select p.id from people.person p where p.active_to <= kernel.today())';

/** Counts what the declared periods no longer allow to keep. */
export async function overdue(tx: Tx): Promise<Overdue> {
  const [row] = await tx.query<Overdue>(
    `select (select count(*) from people.substitution where ${oldSubstitution}) as substitutions,
            (select count(*) from people.function_held where ${oldFunction}) as functions,
            (select count(*) from people.password where ${gone}) + (select count(*) from people.totp where ${gone})
              + (select count(*) from people.passkey where ${gone}) + (select count(*) from people.provider_identity where ${gone})
              + (select count(*) from people.address_change where ${gone}) as credentials`,
  );
  return row ?? { substitutions: 0, functions: 0, credentials: 0 };
}

/** Removes it: substitutions a year after their end, functions three years after theirs, credentials when access is over. */
export async function removeOverdue(tx: Tx): Promise<void> {
  await tx.query(`delete from people.substitution where ${oldSubstitution}`);
  await tx.query(`delete from people.function_held where ${oldFunction}`);
  for (const table of ['password', 'totp', 'passkey', 'provider_identity', 'address_change'])
    await tx.query(`delete from people.${table} where ${gone}`);
}
