// SPDX-License-Identifier: EUPL-1.2
import { modules } from '../../../src/app.ts';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { readContent } from '../../../src/modules/records/jobs/read-content.ts';
import { founding } from './callers.ts';
import type { FoundedVersion } from './site.ts';

const mail = 'message/rfc822';

/** Writes what the pages of versions say, as their makers know it: the search works at once, without reading a thousand letters again. */
export async function noteReading(runtime: Runtime, versions: readonly FoundedVersion[]): Promise<void> {
  const pages = versions.flatMap(({ id, file, pages: texts }) =>
    texts.map((text, index) => ({ version: id, file, no: index + 1, text })),
  );
  await runtime.database.transaction(founding, runtime.clock.now(), async (tx) => {
    await tx.query(
      `insert into records.pages (version_id, file_id, no, text)
       select version, file, no, text from jsonb_to_recordset($1::jsonb) as p (version uuid, file uuid, no integer, text text)`,
      [JSON.stringify(pages)],
    );
    await tx.query(
      `update records.versions v set reading = 'read', page_count = r.pages
         from unnest($1::uuid[], $2::integer[]) as r (id, pages) where v.id = r.id`,
      [versions.map(({ id }) => id), versions.map(({ pages: { length } }) => length)],
    );
    await tx.query('select records.index_document(document) from unnest($1::uuid[]) document', [
      [...new Set(versions.map(({ document }) => document))],
    ]);
  });
}

/**
 * Reactions begin behind the founding: its entries are history, not news. For some documents the background work is queued all the same,
 * so that their pages can be seen soon after the start. Messages stay out: taken apart they are already.
 */
export async function handOver(runtime: Runtime, shown: readonly FoundedVersion[]): Promise<number> {
  const pictured = shown.filter(({ mediaType }) => mediaType !== mail && mediaType !== 'text/plain');
  const position = runtime.journal.head()?.size ?? 0;
  await runtime.database.transaction(founding, runtime.clock.now(), async (tx) => {
    for (const { name } of modules.flatMap(({ reactions }) => reactions)) {
      await tx.query(
        `insert into kernel.reaction_cursor (name, position) values ($1, $2)
         on conflict (name) do update set position = greatest(kernel.reaction_cursor.position, excluded.position)`,
        [name, position],
      );
    }
    await tx.query("update records.versions set reading = 'waiting' where id = any ($1)", [pictured.map(({ id }) => id)]);
    for (const { id } of pictured) await runtime.jobs.enqueue(tx, readContent, { version: id }, { key: `read:${id}` });
  });
  return pictured.length;
}
