// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A file, case or document that a command names. */
export interface RecordObject {
  /** `file:uuid`, `case:uuid` or `document:uuid`. */
  readonly object: `${string}:${string}`;
  readonly file: string;
  readonly leadUnit: string;
  readonly caseState: string | null;
  readonly writable: boolean;
}

const files: Record<string, string> = {
  file: 'select f.id as file, f.lead_unit, null as case_state from records.files f where f.id = $1',
  case: 'select c.file_id as file, c.lead_unit, c.state as case_state from records.cases c where c.id = $1',
  document:
    'select d.file_id as file, c.lead_unit, c.state as case_state from records.documents d join records.cases c on c.id = d.case_id where d.id = $1',
};

/** The object, when the caller may see it. */
export async function findObject(tx: Tx, object: string): Promise<RecordObject | undefined> {
  const [kind = '', id = ''] = object.split(':');
  const from = files[kind];
  if (!from) return undefined;
  const [row] = await tx.query<Omit<RecordObject, 'object'>>(
    `select o.file, o.lead_unit as "leadUnit", o.case_state as "caseState", (kernel.system_name() is not null or records.may_write(o.file)) as writable from (${from}) o`,
    [id],
  );
  return row && { ...row, object: `${kind}:${id}` };
}
