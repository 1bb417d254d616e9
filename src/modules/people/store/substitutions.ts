// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { SubstituteAppointed } from '../events/substitute-appointed.ts';
import type { SubstitutionEnded } from '../events/substitution-ended.ts';
import { idOf } from './persons.ts';

/** A substitution as commands see it. */
export interface SubstitutionForChange {
  readonly id: string;
  readonly principal: string;
  readonly deputy: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Finds a substitution and holds its row. */
export async function findSubstitutionForChange(tx: Tx, id: string): Promise<SubstitutionForChange | undefined> {
  const [row] = await tx.query<SubstitutionForChange>(
    'select id, principal, deputy, valid_from as "validFrom", valid_to as "validTo" from people.substitution where id = $1 for update',
    [id],
  );
  return row;
}

/** True when the caller has a permission in a unit in which the person has a function. */
export async function decidesFor(
  tx: Tx,
  wanted: { permission: string; represented: string | undefined; person: string },
): Promise<boolean> {
  const [row] = await tx.query<{ decides: boolean }>(
    `select coalesce(bool_or(f.unit = any (people.acting_scope($1, $2))), false) as decides
       from people.function_held f where f.person = $3 and (f.valid_to is null or f.valid_to > kernel.at())`,
    [wanted.permission, wanted.represented ?? null, wanted.person],
  );
  return row?.decides ?? false;
}

/** Writes a substitution and what it covers. */
export async function applySubstituteAppointed(tx: Tx, event: SubstituteAppointed): Promise<void> {
  const { principal, deputy, from, to, functions } = event.facts;
  await tx.query('insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, $4, $5)', [
    idOf(event),
    principal,
    deputy,
    from,
    to,
  ]);
  await tx.query('insert into people.substitution_function (substitution, function_held) select $1, unnest($2::uuid[])', [
    idOf(event),
    functions,
  ]);
}

/** Ends a substitution; one that never began is removed, so that nothing of it remains. */
export async function applySubstitutionEnded(tx: Tx, event: SubstitutionEnded): Promise<void> {
  await tx.query('delete from people.substitution where id = $1 and valid_from >= $2', [idOf(event), event.facts.ends]);
  await tx.query('update people.substitution set valid_to = least(valid_to, $2) where id = $1', [idOf(event), event.facts.ends]);
}
