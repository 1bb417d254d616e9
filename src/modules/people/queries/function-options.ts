// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { type NameParts, sortedName } from '../rules/display-name.ts';

interface FunctionRow extends NameParts {
  readonly id: string;
  readonly roleName: string;
  readonly unitCode: string;
}

const held = `select f.id, r.name as "roleName", u.code as "unitCode", p.title, p.given_name as "givenName", p.family_name as "familyName"
  from people.function_held f
  join people.role r on r.code = f.role
  join people.units_known() u on u.unit = f.unit
  join people.person p on p.id = f.person`;

/** Functions that somebody holds now, of one unit or of all, for choosing one in a form: „32.1 Leitung (Wolter, Henrike)“. */
export async function functionOptions(tx: Tx, unit?: string): Promise<{ id: string; label: string }[]> {
  const rows = await tx.query<FunctionRow>(
    `${held} where f.valid_from <= kernel.at() and (f.valid_to is null or f.valid_to > kernel.at()) and people.is_active(f.person)
        and ($1::uuid is null or f.unit = $1)
      order by u.code, r.reach desc, r.name, lower(p.family_name), lower(p.given_name)`,
    [unit ?? null],
  );
  return rows.map((row) => ({ id: row.id, label: labelOf(row) }));
}

/** What functions are called, also those that have ended. */
export async function functionLabels(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<FunctionRow>(`${held} where f.id = any ($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, labelOf(row)]));
}

function labelOf({ roleName, unitCode, ...name }: FunctionRow): string {
  return `${unitCode} ${roleName} (${sortedName(name)})`;
}
