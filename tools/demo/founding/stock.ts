// SPDX-License-Identifier: EUPL-1.2
import { appendMany } from '../../../src/kernel/journal/append-many.ts';
import type { FileStory } from '../stories/story.ts';
import { founding } from './callers.ts';
import { type Chronicle, chronicle } from './chronicle.ts';
import { deedsOf } from './deeds.ts';
import { insertRows } from './insert.ts';
import type { FoundedFile, Site } from './site.ts';

const filesAtOnce = 12;

/**
 * Founds the bulk of the files: rows and the journal entry of every act, a dozen files to a transaction. What the rows say is what the
 * modules' own `apply` would have written; that the two agree is tested.
 */
export async function foundStock(
  site: Site,
  files: readonly FileStory[],
): Promise<{ founded: FoundedFile[]; entries: number[] }> {
  const { runtime } = site;
  const now = runtime.clock.now();
  const founded: FoundedFile[] = [];
  const entries: number[] = [];
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const lives: Chronicle[] = [];
    for (const file of files.slice(from, from + filesAtOnce)) lives.push(await chronicle(site, file, deedsOf(file, now)));
    const ids = await runtime.database.transaction(founding, now, async (tx) => {
      await insertRows(
        tx,
        lives.map(({ rows }) => rows),
      );
      return appendMany(
        tx,
        runtime.vault,
        lives.flatMap(({ acts }) => acts),
      );
    });
    runtime.journal.nudge();
    entries.push(...ids);
    founded.push(...lives.map(({ founded: one }) => one));
  }
  return { founded, entries };
}
