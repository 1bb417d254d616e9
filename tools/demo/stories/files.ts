// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate, plainDate } from '@fachwerk/german-calendar';
import { workingDayAfter } from '../calendar.ts';
import { type Dice, diceFor } from '../dice.ts';
import { fill } from '../matters/slots.ts';
import type { Matter } from '../matters/template.ts';
import { caseStory, draftStory, planCases } from './cases.ts';
import { choiceWords, citizenWords, drawCitizen, placeWords } from './scene.ts';
import type { CaseStory, FileStory } from './story.ts';
import { firstDay, spread } from './timeline.ts';
import type { World } from './world.ts';

/** When a unit of the filing plan came into force. */
export type PlanDays = (code: string) => PlainDate;

/** All files of the town, in the order of their references. Nothing of it is in the database yet. */
export function allFiles(world: World, planDays: PlanDays): FileStory[] {
  const reserved = new Set(
    world.matters.filter(({ options }) => options['nr'] !== undefined).map((matter) => `${matter.plan} ${matter.options['nr']}`),
  );
  const next = new Map<string, number>();
  return world.matters
    .flatMap((matter) => filesOf(world, matter, { planDays, draw: () => drawNumber(matter, reserved, next) }))
    .sort((one, other) => (one.plan === other.plan ? one.no - other.no : one.plan < other.plan ? -1 : 1));
}

function drawNumber({ plan, options }: Matter, reserved: ReadonlySet<string>, next: Map<string, number>): number {
  if (options['nr'] !== undefined) return Number(options['nr']);
  let no = next.get(plan) ?? Number(options['ab'] ?? 1);
  while (reserved.has(`${plan} ${no}`)) no += 1;
  next.set(plan, no + 1);
  return no;
}

function filesOf(world: World, matter: Matter, { planDays, draw }: { planDays: PlanDays; draw: () => number }): FileStory[] {
  const { plan, options, count } = matter;
  const dice = diceFor('files', plan, matter.subject);
  const from = laterOf(firstDay(), planDays(plan));
  const until = options['alt'] === undefined ? addDays(world.today, -20) : plainDate('2012-12-31');
  const days = spread(from, until, { count, dice });
  return days.map((day) => fileStory(world, matter, { no: draw(), day: options['nr'] === undefined ? day : from }));
}

function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}

function fileStory(world: World, matter: Matter, { no, day }: { no: number; day: PlainDate }): FileStory {
  const { plan, unit, options } = matter;
  const dice = diceFor('file', plan, no);
  const citizen = drawCitizen(options, plan, no);
  const base = new Map([...citizenWords(citizen), ...placeWords(plan, no)]);
  const chosen = choiceWords(matter.choices, { dice, day, words: base });
  const words = new Map([...base, ...chosen, ['jahr', day.slice(0, 4)] as const]);
  const reference = `${plan}-${String(no).padStart(4, '0')}`;
  const plans = planCases(matter, { today: world.today, opened: day, dice });
  const at = { world, matter, reference, words, citizen };
  const cases = plans.map((one, index) => caseStory(at, { ...one, no: index + 1 }));
  const openedOn = cases.map(({ startedOn }) => startedOn).sort()[0] ?? day;
  const draft = dice.chance(0.11) && options['nr'] === undefined ? [draftStory(at, { dice, opened: openedOn })] : [];
  return {
    plan,
    unit,
    no,
    reference,
    subject: fill(matter.subject, { dice, day: openedOn, words }),
    protection: Number(options['schutz'] ?? 0) as 0 | 1 | 2,
    restricted: options['nfd'] !== undefined,
    openedOn,
    opener: world.roster.actor(unit, 'clerk', openedOn, dice),
    closedOn: draft.length > 0 ? undefined : closingDay(cases, world.today, dice),
    cases: [...cases, ...draft],
  };
}

/** Old files whose cases are all filed are closed now and then. */
function closingDay(cases: readonly CaseStory[], today: PlainDate, dice: Dice): PlainDate | undefined {
  const last = cases.map(({ filedOn }) => filedOn).reduce((one, other) => (one && other ? laterOf(one, other) : undefined));
  if (last === undefined || last > addDays(today, -700) || !dice.chance(0.4)) return undefined;
  return workingDayAfter(last, dice.int(20, 200));
}
