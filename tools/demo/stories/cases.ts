// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '@fachwerk/german-calendar';
import { type Dice, diceFor } from '../dice.ts';
import { fill } from '../matters/slots.ts';
import { partyOf } from '../matters/parties.ts';
import type { CaseTemplate, Matter, Options } from '../matters/template.ts';
import { fullName } from '../town/names.ts';
import { papersOf } from './papers.ts';
import { choiceWords, type Citizen, citizenWords, drawCitizen, mailOf, placeWords } from './scene.ts';
import type { CaseStory, ContactStory } from './story.ts';
import { courseOf, recentStart, spread } from './timeline.ts';
import type { World } from './world.ts';

/** A case that is to be: its kind and its first day. */
export interface CasePlan {
  readonly template: CaseTemplate;
  readonly start: PlainDate;
}

/** Draws the cases of a file: kinds with a fixed number at their place, the others around them; the newest often still under way. */
export function planCases(
  matter: Matter,
  { today, opened, dice }: { today: PlainDate; opened: PlainDate; dice: Dice },
): CasePlan[] {
  const { options, cases } = matter;
  const [low = '1', high = '2'] = (options['vorgaenge'] ?? '1..2').split('..');
  const more = options['nr'] === undefined && dice.chance(0.5) ? dice.int(1, 2) : 0;
  const count = dice.int(Number(low), Number(high)) + more;
  const fixed = new Map(cases.filter((one) => one.options['nr'] !== undefined).map((one) => [Number(one.options['nr']), one]));
  const loose = cases.filter((one) => one.options['nr'] === undefined);
  const templates = Array.from(
    { length: count },
    (_, index) => fixed.get(index + 1) ?? (index === 0 ? loose[0] : dice.pick(loose)) ?? cases[0]!,
  );
  const old = options['alt'] !== undefined;
  const until = old ? addDays(opened, 900) : addDays(today, -90);
  const starts = spread(opened, until > opened ? until : opened, { count, dice });
  return templates.map((template, index) => {
    const under =
      template.options['offen'] !== undefined ||
      template.options['warten'] !== undefined ||
      template.options['zda'] !== undefined;
    const newest = index === count - 1 && !old && dice.chance(0.5);
    return { template, start: under || newest ? recentStart(template, { today, dice }) : starts[index]! };
  });
}

/** The file in which a case lies. */
export interface CasePlace {
  readonly world: World;
  readonly matter: Matter;
  readonly reference: string;
  readonly words: ReadonlyMap<string, string>;
  readonly citizen: Citizen;
}

/** Tells how a case went. */
export function caseStory(place: CasePlace, { template, start, no }: CasePlan & { no: number }): CaseStory {
  const { world, matter } = place;
  const reference = `${place.reference}#${no}`;
  const dice = diceFor('case', reference);
  const options: Options = { ...matter.options, ...template.options };
  const { citizen, words } = castOf(place, { template, options, reference, start });
  const course = courseOf(asKept(template, options, { start, today: world.today }), start, { today: world.today, dice });
  const clerk =
    options['clerk'] === undefined
      ? world.roster.actor(matter.unit, 'clerk', start, dice)
      : world.roster.named(options['clerk'].replace('_', ' '));
  const filed = course.state === 'filed';
  return {
    no,
    reference,
    subject: fill(template.subject, { dice, day: start, words }),
    state: course.state,
    startedOn: start,
    filedOn: course.filedOn,
    waitsFor: dice.pick(waiting),
    clerk,
    contacts: contactsOf(options, citizen),
    papers: papersOf(
      { world, unit: matter.unit, reference, clerk, citizen, words, filed, closed: matter.options['schutz'] !== undefined },
      course.papers,
    ),
  };
}

/**
 * What of a case lies in the electronic file: of old cases only the first paper and the last letter were scanned, the rest is paper in the
 * cellar. Whoever gave data about themselves got the notice of Art. 13 DSGVO with the first letter.
 */
function asKept(
  template: CaseTemplate,
  options: Options,
  { start, today }: { start: PlainDate; today: PlainDate },
): CaseTemplate {
  const { papers } = template;
  const fixed = template.options['nr'] !== undefined;
  const old = !fixed && start < addDays(today, -scannedInFull * 365);
  const last = papers.findLastIndex((paper) => 'route' in paper && paper.route !== 'ein');
  const kept = papers.filter((paper, index) => !old || index === 0 || index === last || 'leaflet' in paper);
  const first = kept.findIndex((paper) => 'route' in paper && paper.route === 'aus');
  const told = kept.some((paper) => 'leaflet' in paper && paper.leaflet === 'datenschutz');
  if (fixed || first < 0 || told || !hasContact(options)) return { ...template, papers: kept };
  return { ...template, papers: kept.toSpliced(first + 1, 0, { leaflet: 'datenschutz' }) };
}

/** Files have been kept electronically in full for so many years. */
export const scannedInFull = 3;

const waiting = [
  'Antwort der beteiligten Stelle',
  'Unterlagen der Antragstellerin',
  'Gutachten',
  'Sitzung des Ausschusses',
  'Ablauf der Anhörungsfrist',
];

interface Cast {
  readonly template: CaseTemplate;
  readonly options: Options;
  readonly reference: string;
  readonly start: PlainDate;
}

/** Who takes part and what the blanks of this case say; with `neu` another citizen, and places that the file does not name. */
function castOf(
  { words, citizen, matter }: CasePlace,
  { template, options, reference, start }: Cast,
): { citizen: Citizen; words: Map<string, string> } {
  const other =
    options['neu'] !== undefined || (template.options['wer'] !== undefined && template.options['wer'] !== matter.options['wer']);
  const who = other ? drawCitizen(options, reference) : citizen;
  const places = other ? placeWords(reference).filter(([name]) => !matter.subject.includes(`{${name}}`)) : [];
  const cast = new Map([...words, ...citizenWords(who), ...places]);
  cast.delete('jahr');
  const chosen = choiceWords(template.choices, { dice: diceFor('choice', reference), day: start, words: cast });
  return { citizen: who, words: new Map([...cast, ...chosen, ['zeichen', reference] as const]) };
}

function hasContact(options: Options): boolean {
  return options['ohne'] === undefined || options['neu'] !== undefined;
}

function contactsOf(options: Options, citizen: Citizen): ContactStory[] {
  const role = roleFor(options['rolle'] ?? 'Beteiligte', citizen.name.woman);
  const address = `${citizen.street}, 48999 Waldbrück`;
  const person = { role, name: fullName(citizen.name), address, email: mailOf(citizen).address };
  return [...(hasContact(options) ? [person] : []), ...(options['auch'] === undefined ? [] : [delegate(options['auch'])])];
}

function delegate(word: string): ContactStory {
  const { name, street: address, mail: email } = partyOf(word);
  return { role: 'Bevollmächtigt', name, address, email };
}

/** `Antragstellerin` for a woman, `Antragsteller` for a man, however the text spells it. */
function roleFor(role: string, woman: boolean): string {
  if (!woman) return role === 'Beteiligte' ? 'Beteiligter' : role.replace(/in$/, '');
  return /(er|herr)$/.test(role) ? `${role}in` : role;
}

/** A case that somebody has only begun: no number yet. */
export function draftStory(place: CasePlace, { dice, opened }: { dice: Dice; opened: PlainDate }): CaseStory {
  const { world, matter } = place;
  const template = dice.pick(matter.cases);
  const recent = recentStart({ ...template, options: {} }, { today: world.today, dice });
  const start = recent > opened ? recent : opened;
  const story = caseStory(place, { template: { ...template, options: {}, papers: [] }, start, no: 99 });
  return { ...story, no: null, reference: null, state: 'draft', filedOn: undefined };
}
