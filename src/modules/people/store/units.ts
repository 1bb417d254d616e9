// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { UnitChanged } from '../events/unit-changed.ts';
import type { UnitCreated } from '../events/unit-created.ts';
import type { UnitRetired } from '../events/unit-retired.ts';
import type { UnitState } from '../rules/unit-change.ts';

const reorganising = 770_3204; // changes of the tree come one after the other: two moves at once could make a circle

/** Every unit in its newest state, planned ones included; no other change of the tree can happen meanwhile. */
export async function organisationForChange(tx: Tx): Promise<UnitState[]> {
  await tx.query('select pg_advisory_xact_lock($1)', [reorganising]);
  return organisation(tx);
}

/** Every unit in its newest state, planned ones included. */
export async function organisation(tx: Tx): Promise<UnitState[]> {
  return tx.query<UnitState>(
    `select distinct on (unit) unit as id, code, name, parent, valid_from as "validFrom", valid_to as "validTo"
       from people.unit_state order by unit, valid_from desc`,
  );
}

/** Functions in a unit that would last beyond a moment, granted or asked for. */
export async function functionsBeyond(tx: Tx, unit: string, moment: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select (select count(*) from people.function_held where unit = $1 and (valid_to is null or valid_to > $2))
          + (select count(*) from people.grant_request where unit = $1 and declined is null) as n`,
    [unit, moment],
  );
  return row?.n ?? 0;
}

/** Writes a new unit and its first state. */
export async function applyUnitCreated(tx: Tx, { unit, facts }: UnitCreated): Promise<void> {
  await tx.query('insert into people.unit (id) values ($1)', [unit]);
  await insertState(tx, unit, facts);
}

/** Ends the present state and begins the next; a state that would begin on the same day is replaced. */
export async function applyUnitChanged(tx: Tx, { unit, facts }: UnitChanged): Promise<void> {
  await tx.query('delete from people.unit_state where unit = $1 and valid_from = $2', [unit, facts.from]);
  await tx.query('update people.unit_state set valid_to = $2 where unit = $1 and valid_to is null', [unit, facts.from]);
  await insertState(tx, unit, facts);
}

/** Ends the last state; the heir takes over. */
export async function applyUnitRetired(tx: Tx, { unit, facts }: UnitRetired): Promise<void> {
  await tx.query('update people.unit_state set valid_to = $2 where unit = $1 and valid_to is null', [unit, facts.on]);
  await tx.query('update people.unit set heir = $2 where id = $1', [unit, facts.heir]);
}

async function insertState(tx: Tx, unit: string, { code, name, parent, from }: UnitCreated['facts']): Promise<void> {
  await tx.query('insert into people.unit_state (unit, code, name, parent, valid_from) values ($1, $2, $3, $4, $5)', [
    unit,
    code,
    name,
    parent,
    from,
  ]);
}
