// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { functionLabels, personNames, unitsById } from '../../people/index.ts';
import type { Named } from '../rules/protection.ts';

/** Somebody named for a file, with a name to show; one that is gone has none. */
export interface NamedLine extends Named {
  readonly label: string | undefined;
}

/** Who is named for a file, persons first. */
export async function listNamed(tx: Tx, file: string): Promise<NamedLine[]> {
  const named = await tx.query<Named>(
    'select kind, grantee, writes from records.file_access where file_id = $1 order by kind, grantee',
    [file],
  );
  const of = (kind: Named['kind']) => named.filter((line) => line.kind === kind).map(({ grantee }) => grantee);
  const persons = await personNames(tx, of('person'));
  const functions = await functionLabels(tx, of('function'));
  const units = await unitsById(tx, of('unit'));
  return named.map((line) => {
    const unit = units.get(line.grantee);
    return { ...line, label: persons.get(line.grantee) ?? functions.get(line.grantee) ?? (unit && `${unit.code} ${unit.name}`) };
  });
}
