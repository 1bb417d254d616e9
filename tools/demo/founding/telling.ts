// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../src/kernel/event.ts';
import type { Act } from '../../../src/kernel/journal/append-many.ts';
import type { CaseStory, FileStory, PaperStory } from '../stories/story.ts';
import { callerAs } from './callers.ts';
import type { Deed, What } from './deeds.ts';
import type { CaseRow, DocumentRow, FileRow, Rows } from './rows.ts';
import type { FoundedVersion, Site } from './site.ts';

/** A chronicle while it is being told: rows so far, entries so far. */
export interface Telling {
  readonly site: Site;
  readonly story: FileStory;
  readonly file: FileRow;
  readonly unit: string;
  readonly rows: Rows;
  readonly cases: Map<CaseStory, CaseRow>;
  readonly documents: Map<PaperStory, DocumentRow>;
  readonly founded: FoundedVersion[];
  readonly acts: Act[];
}

/** Tells one kind of deed. */
export type Teller<Kind extends What['kind']> = (
  telling: Telling,
  deed: Extract<What, { kind: Kind }> & Deed,
) => void | Promise<void>;

/** Puts an entry about a deed into the chronicle. */
export function note(telling: Telling, deed: Deed, event: Pick<Event, 'type' | 'object' | 'facts'> & { content?: string }): void {
  const { file, unit, acts } = telling;
  acts.push({ event: { ...event, file: file.id, unit }, caller: callerAs(deed.actor), at: deed.at });
}
