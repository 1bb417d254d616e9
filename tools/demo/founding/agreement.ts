// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { FoundedTown } from '../fixture.ts';
import type { Chronicle } from './chronicle.ts';
import type { Rows } from './rows.ts';

/** What must be equal, however a file came about; ids and counters of changes may differ. */
const compared: { readonly [Key in keyof Rows]?: string } = {
  files: 'reference, sort_key, subject, lead_unit, protection, classification, state, opened_on, closed_on, cases, plan_unit_id',
  cases:
    'no, reference, sort_key, subject, lead_unit, responsible, state, started_on, filed_on, retain_until, permanent, disposal_type, documents',
  contacts: 'role, name, address, email, phone',
  documents: 'no, title, kind, direction, state, dated_on, received_on, message_key, versions',
  versions: 'no, content, media_type, file_name, note',
};

/** For tests: a file that was lived through by acts left the rows and the journal that its chronicle tells. */
export async function assertAgreement(town: FoundedTown, { rows, acts, founded }: Chronicle): Promise<void> {
  const [file] = await town.sql<{ id: string }>('select id from records.files where reference = $1', [founded.reference]);
  for (const [table, columns] of Object.entries(compared)) {
    const found = await town.sql(`select ${columns} from records.${table} where ${table === 'files' ? 'id' : 'file_id'} = $1`, [
      file!.id,
    ]);
    const told = rows[table as keyof Rows] as readonly object[];
    assert.deepEqual(picked(found, columns), picked(told, columns), `${founded.reference} ${table}`);
  }
  const entries = await town.sql<{ act: string; at: string; content: string | null }>(
    `select header::json ->> 'act' as act, header::json ->> 'at' as at, header::json ->> 'content' as content
       from journal.leaf where stream = $1 order by no`,
    [`file:${file!.id}`],
  );
  const later = /alias-added|cross-reference-added|^circulation\./; // happens to the files of the pictures afterwards
  assert.deepEqual(
    entries.filter(({ act }) => !later.test(act)),
    acts.map(({ event, at }) => ({ act: event.type, at: at.toISOString(), content: event.content ?? null })),
  );
}

function picked(all: readonly object[], columns: string): string[] {
  const names = columns.split(', ');
  return all.map((row) => JSON.stringify(names.map((name) => (row as Record<string, unknown>)[name]))).sort();
}
