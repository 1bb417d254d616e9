// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { displayName, type NameParts } from '../rules/display-name.ts';
import { type DeputyTime, type Explanation, explain, type HeldFunction, type Standing } from '../rules/explain.ts';

const functions = `
  select f.id, f.unit, r.name as role, r.reach, r.transferable, f.valid_from as from, f.valid_to as to,
         array(select p.permission from people.role_permission p where p.role = f.role) as permissions
    from people.function_held f join people.role r on r.code = f.role`;

/** Everything that decides what a person may do, past and planned functions included, so that a no can say what is missing. */
export async function standingOf(tx: Tx, person: string): Promise<Standing> {
  const [state] = await tx.query<{ active: boolean }>('select people.is_active($1) as active', [person]);
  const own = await tx.query<HeldFunction>(`${functions} where f.person = $1`, [person]);
  const units = await tx.query<Standing['units'][number]>(
    'select unit as id, code, parent, retired, heir from people.units_known()',
  );
  return { active: state?.active ?? false, own, deputyFor: await deputyTimes(tx, person), units };
}

async function deputyTimes(tx: Tx, person: string): Promise<DeputyTime[]> {
  const times = await tx.query<NameParts & { id: string; principal: string; active: boolean; from: Date; to: Date }>(
    `select s.id, s.principal, p.title, p.given_name as "givenName", p.family_name as "familyName", people.is_active(p.id) as active,
            s.valid_from as from, s.valid_to as to
       from people.substitution s join people.person p on p.id = s.principal where s.deputy = $1`,
    [person],
  );
  const found: DeputyTime[] = [];
  for (const { id, principal, active, from, to, ...name } of times) {
    const covered = await tx.query<HeldFunction>(
      `${functions} join people.substitution_function c on c.function_held = f.id and c.substitution = $1 where f.person = $2`,
      [id, principal],
    );
    found.push({ principal, principalName: displayName(name), principalActive: active, from, to, covered });
  }
  return found;
}

/** Why a person may, or may not, do something in a unit (or anywhere): the same rule the database applies, in words. */
export async function whyMay(
  tx: Tx,
  question: { person: string; permission: string; unit?: string | undefined; at: Date },
): Promise<Explanation> {
  return explain(await standingOf(tx, question.person), question);
}
