// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../src/kernel/database.ts';
import type { Rows } from './rows.ts';

/** Types of the columns, as `jsonb_to_recordset` asks for them. */
const columns = {
  files:
    'id uuid, plan_unit_id uuid, reference text, sort_key text, subject text, lead_unit uuid, protection smallint, classification text, state text, opened_on date, closed_on date, cases integer, lock integer',
  file_access: 'file_id uuid, kind text, grantee uuid, writes boolean',
  cases:
    'id uuid, file_id uuid, no integer, reference text, sort_key text, subject text, lead_unit uuid, responsible uuid, state text, started_on date, filed_on date, retain_until date, permanent boolean, disposal_type text, documents integer, lock integer',
  contacts: 'id uuid, file_id uuid, case_id uuid, role text, name text, address text, email text, phone text',
  documents:
    'id uuid, file_id uuid, case_id uuid, no integer, title text, kind text, direction text, state text, dated_on date, received_on date, parent_id uuid, message_key text, versions integer, lock integer',
  versions:
    'id uuid, file_id uuid, document_id uuid, no integer, content text, size bigint, media_type text, file_name text, note text, reading text, page_count integer',
  pages: 'version_id uuid, file_id uuid, no integer, text text',
} as const;

/** `insert into records.files (…) select … from` the nth parameter. */
function insertion(table: keyof typeof columns, parameter: number): string {
  const names = columns[table]
    .split(', ')
    .map((column) => column.split(' ')[0])
    .join(', ');
  return `insert into records.${table} (${names}) select ${names} from jsonb_to_recordset($${parameter}::jsonb) as r (${columns[table]})`;
}

/**
 * Writes the rows of several files. Cases and contacts stand in one statement, so do documents, versions and pages: the triggers of the
 * search run at its end, when everything is there, and index each object once instead of twice.
 */
export async function insertRows(tx: Tx, all: readonly Rows[]): Promise<void> {
  const json = <Key extends keyof Rows>(key: Key) => JSON.stringify(all.flatMap((rows) => rows[key] as readonly object[]));
  await tx.query(insertion('files', 1), [json('files')]);
  await tx.query(`with it as (${insertion('cases', 1)}) ${insertion('contacts', 2)}`, [json('cases'), json('contacts')]);
  const versions = JSON.stringify(all.flatMap((rows) => rows.versions.map((version) => ({ ...version, reading: 'read' }))));
  await tx.query(`with d as (${insertion('documents', 1)}), v as (${insertion('versions', 2)}) ${insertion('pages', 3)}`, [
    json('documents'),
    versions,
    json('pages'),
  ]);
  await tx.query(insertion('file_access', 1), [json('access')]);
}
