// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A substitution now or to come. */
export interface SubstitutionView {
  readonly id: string;
  readonly principal: string;
  readonly deputy: string;
  readonly from: Date;
  readonly to: Date;
  readonly inForce: boolean;
  /** "Sachbearbeitung 32.1" */
  readonly covers: readonly string[];
}

const select = `
  select s.id, s.principal, s.deputy, s.valid_from as from, s.valid_to as to, s.valid_from <= kernel.at() as "inForce",
         array(select r.name || ' ' || u.code
                 from people.substitution_function c
                 join people.function_held f on f.id = c.function_held
                 join people.role r on r.code = f.role
                 join people.units_known() u on u.unit = f.unit
                where c.substitution = s.id order by u.code) as covers
    from people.substitution s
   where s.valid_to > kernel.at()`;

/** Substitutions of a person, on either side. */
export async function substitutionsOf(tx: Tx, person: string): Promise<SubstitutionView[]> {
  return tx.query<SubstitutionView>(`${select} and $1 in (s.principal, s.deputy) order by s.valid_from, s.id`, [person]);
}

/** Substitutions of persons in the units in which the caller may appoint them. */
export async function substitutionsManaged(tx: Tx): Promise<SubstitutionView[]> {
  return tx.query<SubstitutionView>(
    `${select} and s.principal = any (people.persons_in('people.manage-substitutions')) order by s.valid_from, s.id`,
  );
}

/** Persons in the units in which the caller may appoint substitutions. */
export async function personsManaged(tx: Tx): Promise<ReadonlySet<string>> {
  const [row] = await tx.query<{ persons: string[] }>("select people.persons_in('people.manage-substitutions') as persons");
  return new Set(row?.persons);
}

/** Whom the caller may represent right now: one's own switch shows them. */
export async function representable(tx: Tx): Promise<SubstitutionView[]> {
  return tx.query<SubstitutionView>(
    `${select} and s.deputy = kernel.person() and s.valid_from <= kernel.at() and people.is_active(s.principal) order by s.valid_to, s.id`,
  );
}
