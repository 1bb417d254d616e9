// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { personNames, unitsById } from '../../people/index.ts';

/** A request to unseal that waits for a second person, as that person sees it: reference and reason, nothing of the file. */
export interface UnsealingLine {
  readonly id: string;
  readonly file: string;
  readonly reference: string;
  readonly leadUnit: string;
  readonly unit: string;
  readonly toLevel: number;
  readonly reason: string;
  readonly requestedBy: string;
  readonly represented: string | null;
  readonly name: string;
}

type Row = Omit<UnsealingLine, 'unit' | 'name'>;

const request = `select id, file_id as file, reference, lead_unit as "leadUnit", to_level::int as "toLevel", reason, requested_by as "requestedBy", represented
   from records.unsealing_requests`;

/** Requests that the caller may decide: those of the units whose registry they are. */
export async function listUnsealings(tx: Tx): Promise<UnsealingLine[]> {
  return named(
    tx,
    await tx.query<Row>(
      `${request} where lead_unit = any ((select people.unit_scope('records.registry'))::uuid[]) order by reference limit 200`,
    ),
  );
}

/** The request that waits for this file, for whoever sees the file. */
export async function unsealingOf(tx: Tx, file: string): Promise<UnsealingLine | undefined> {
  const [line] = await named(tx, await tx.query<Row>(`${request} where file_id = $1`, [file]));
  return line;
}

async function named(tx: Tx, rows: readonly Row[]): Promise<UnsealingLine[]> {
  const names = await personNames(
    tx,
    rows.map(({ requestedBy }) => requestedBy),
  );
  const units = await unitsById(
    tx,
    rows.map(({ leadUnit }) => leadUnit),
  );
  return rows.map((row) => {
    const unit = units.get(row.leadUnit);
    return { ...row, unit: unit ? `${unit.code} ${unit.name}` : '–', name: names.get(row.requestedBy) ?? '–' };
  });
}
