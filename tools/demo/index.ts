// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { localDateAt } from '@fachwerk/german-calendar';
import type { Runtime } from '../../src/kernel/runtime.ts';
import { type OpenedFile, openByAct } from './founding/acts.ts';
import { contentKeeper } from './founding/contents.ts';
import { foundExceptions } from './founding/exceptions.ts';
import { setCounters, skipTo } from './founding/numbers.ts';
import { foundOrders } from './founding/orders.ts';
import { foundInvoices } from './founding/invoices.ts';
import { foundPeople } from './founding/people.ts';
import { foundPlan } from './founding/plan.ts';
import { handOver, noteReading } from './founding/reading.ts';
import { settleStatistics } from './founding/statistics.ts';
import type { FoundedFile, Site } from './founding/site.ts';
import { foundStock } from './founding/stock.ts';
import type { PaperFile } from './papers/letter.ts';
import { allFiles } from './stories/files.ts';
import { countPapers, type FileStory } from './stories/story.ts';
import { worldOf } from './stories/world.ts';
import { planDay } from './town/filing-plan.ts';
import { rosterOf, staffOf } from './town/staff.ts';
import { offices } from './town/units.ts';

export { isDemoWanted } from './founding/people.ts';

/** What the demo city is founded from. */
export interface DemoFounding {
  readonly runtime: Runtime;
  readonly connections: { readonly owner: pg.ClientConfig };
  /** Told in German how far the founding is. */
  readonly log?: ((text: string) => void) | undefined;
}

/** What was founded. */
export interface DemoCity {
  readonly persons: number;
  readonly files: number;
  readonly cases: number;
  readonly documents: number;
  readonly seconds: number;
}

/**
 * Founds Waldbrück on an empty, prepared database: staff, filing plan, files with true documents, every act with its journal entry.
 * The same for the same day of the runtime's clock. Throws when there are people already. Takes some seconds.
 */
export async function foundDemoCity({ runtime, connections, log = () => {} }: DemoFounding): Promise<DemoCity> {
  const began = performance.now();
  log('Die Vorführstadt Waldbrück wird gegründet …');
  const today = localDateAt(runtime.clock.now());
  const staff = staffOf(today);
  const roster = rosterOf(staff);
  await foundPeople(runtime, staff);
  const site: Site = { runtime, roster, keeper: contentKeeper(runtime.blobs), plan: await foundPlan(runtime, roster) };
  const stories = allFiles(worldOf(today, roster), planDay);
  const founded = await foundFiles(site, stories, log);
  await foundExceptions({ runtime, roster, today }, new Map(founded.map((file) => [file.reference, file])));
  await foundOrders({ runtime, roster, today });
  const invoices = await foundInvoices({ ...site, today });
  await settleStatistics(connections.owner);
  const told = stories.flatMap((story) => story.cases);
  const documents = told.reduce((sum, it) => sum + countPapers(it), invoices);
  const [files, cases] = [stories.length + 1, told.length + invoices];
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  log(`Waldbrück ist gegründet: ${staff.length} Beschäftigte, ${files} Akten, ${documents} Dokumente (${seconds} s).`);
  return { persons: staff.length, files, cases, documents, seconds };
}

async function foundFiles(site: Site, stories: readonly FileStory[], log: (text: string) => void): Promise<FoundedFile[]> {
  const lived = livedStories(stories);
  const chosen = new Set(lived);
  const others = stories.filter((story) => !chosen.has(story));
  // Contents are stored while other things are being founded: the disk works beside the processor.
  const storing = site.keeper.keepAll(papersOf([...lived, ...others]));
  const [all] = await Promise.all([foundInOrder(site, { lived, others, log }), storing]);
  await handOver(site.runtime, shownVersions(all));
  return all;
}

interface Order {
  readonly lived: readonly FileStory[];
  readonly others: readonly FileStory[];
  readonly log: (text: string) => void;
}

async function foundInOrder(site: Site, { lived, others, log }: Order): Promise<FoundedFile[]> {
  const { runtime } = site;
  const { founded, drawn } = await liveAll(site, lived);
  await noteReading(
    runtime,
    founded.flatMap(({ versions }) => versions),
  );
  log(`${founded.length} Akten sind Schritt für Schritt geführt worden, die übrigen folgen im Block …`);
  const bulk = await foundStock(site, others);
  const gaps = await setCounters(site, [...lived, ...others], drawn);
  await runtime.journal.integrated([...bulk.entries, ...gaps].slice(-1));
  return [...founded, ...bulk.founded];
}

const beside = 4;

/** Opens the files in the order of their numbers, then lets some of them live beside each other. */
async function liveAll(
  site: Site,
  stories: readonly FileStory[],
): Promise<{ founded: FoundedFile[]; drawn: Map<string, number> }> {
  const drawn = new Map<string, number>();
  const opened: OpenedFile[] = [];
  for (const story of stories) {
    await skipTo(site, story, (drawn.get(story.plan) ?? 0) + 1);
    drawn.set(story.plan, story.no);
    opened.push(await openByAct(site, story));
  }
  const founded: FoundedFile[] = [];
  const waiting = opened.entries();
  const lane = async () => {
    for (const [place, file] of waiting) founded[place] = await file.goOn();
  };
  await Promise.all(Array.from({ length: beside }, lane));
  return { founded, drawn };
}

function* papersOf(stories: readonly FileStory[]): Generator<() => PaperFile> {
  for (const { papers } of stories.flatMap(({ cases }) => cases))
    for (const paper of papers) for (const { versions } of [paper, ...paper.attachments]) yield* versions;
}

/** Everything about restaurants, and one file of every office, lives by real acts. */
function livedStories(stories: readonly FileStory[]): FileStory[] {
  const first = new Set<string>();
  return stories.filter(({ plan, unit, protection, cases }) => {
    if (plan === '32.11') return true;
    const office = unit.slice(0, 2);
    const fits = offices.includes(office) && !first.has(office) && !first.has(plan) && protection === 0 && cases.length <= 3;
    if (fits) first.add(office);
    first.add(plan); // only the first file of a place can draw the first number
    return fits;
  });
}

/** Whose pages are drawn soon: the restaurant of the handbook, and the newest document of some other files. */
function shownVersions(files: readonly FoundedFile[]) {
  const anchor = files.find(({ reference }) => reference === '32.11-0042')?.versions ?? [];
  const others = files
    .filter(({ reference }) => /^(32\.1|63\.|66\.20|61\.21)/.test(reference))
    .map(({ versions }) => versions.at(-1));
  return [...anchor, ...others.filter((version) => version !== undefined).slice(0, 10)];
}
