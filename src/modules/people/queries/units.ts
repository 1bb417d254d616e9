// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** An organisational unit as it stands today; a retired one as it stood last. */
export interface UnitView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly retired: boolean;
  /** Who took over, when retired. */
  readonly heir: string | null;
}

const columns = `unit as id, code, name, parent, valid_from as "validFrom", valid_to as "validTo", retired, heir`;

/** Every unit, retired ones included, by code: 9 before 10, 32.2 before 32.10. */
export async function allUnits(tx: Tx): Promise<UnitView[]> {
  const rows = await tx.query<UnitView>(`select ${columns} from people.units_known()`);
  return rows.sort((one, other) => one.code.localeCompare(other.code, 'de', { numeric: true }));
}

/** Units one can choose today; with a permission only those in which the person who asks has it, as they act now. */
export async function unitOptions(tx: Tx, limit?: { permission: string; represented?: string | undefined }): Promise<UnitView[]> {
  const units = (await allUnits(tx)).filter((unit) => !unit.retired);
  if (!limit) return units;
  const [row] = await tx.query<{ scope: string[] }>('select people.acting_scope($1, $2) as scope', [
    limit.permission,
    limit.represented ?? null,
  ]);
  const scope = new Set(row?.scope);
  return units.filter(({ id }) => scope.has(id));
}

/** Units by id, retired ones included; unknown ids are left out. */
export async function unitsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, UnitView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<UnitView>(`select ${columns} from people.units_known() where unit = any ($1)`, [[...new Set(ids)]]);
  return new Map(rows.map((unit) => [unit.id, unit]));
}

/** One unit by id. */
export async function unitById(tx: Tx, id: string): Promise<UnitView | undefined> {
  return (await unitsById(tx, [id])).get(id);
}

/** One unit of today by its code, e.g. `32.1`. */
export async function unitByCode(tx: Tx, code: string): Promise<UnitView | undefined> {
  const [row] = await tx.query<UnitView>(`select ${columns} from people.units_known() where code = $1 and not retired`, [code]);
  return row;
}
