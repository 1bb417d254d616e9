// SPDX-License-Identifier: EUPL-1.2

/** How far a role reaches: its unit, the units below as well, or the whole house. */
export type Reach = 'unit' | 'unit-tree' | 'body';

/** A function somebody holds, held or will hold. */
export interface HeldFunction {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly reach: Reach;
  readonly transferable: boolean;
  readonly permissions: readonly string[];
  readonly from: Date;
  readonly to: Date | null;
}

/** A substitution in which somebody is the deputy, with the covered functions of the principal. */
export interface DeputyTime {
  readonly principal: string;
  readonly principalName: string;
  readonly principalActive: boolean;
  readonly from: Date;
  readonly to: Date;
  readonly covered: readonly HeldFunction[];
}

/** A unit with what lies above it and who took over from it. */
export interface UnitPlace {
  readonly id: string;
  readonly code: string;
  readonly parent: string | null;
  readonly retired: boolean;
  readonly heir: string | null;
}

/** Everything the answer rests on. */
export interface Standing {
  readonly active: boolean;
  readonly own: readonly HeldFunction[];
  readonly deputyFor: readonly DeputyTime[];
  readonly units: readonly UnitPlace[];
}

/** Yes or no, and the rule that says so, as a text key with its values. */
export interface Explanation {
  readonly allowed: boolean;
  readonly reason: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What is asked: a permission, in a unit or anywhere. */
export interface Question {
  readonly permission: string;
  readonly unit?: string | undefined;
  readonly at: Date;
}

/** Why somebody may do something, or what is missing: the nearest miss is named, because it says what would help. */
export function explain(standing: Standing, question: Question): Explanation {
  if (!standing.active) return no('people.why-not.inactive');
  const places = new Map(standing.units.map((unit) => [unit.id, unit]));
  const own = standing.own.map((held) => judge(held, question, places));
  const lent = standing.deputyFor.flatMap((time) => time.covered.map((held) => judgeLent(time, held, { question, places })));
  const answers = [...own, ...lent];
  return answers.find(({ allowed }) => allowed) ?? nearest(answers) ?? no('people.why-not.no-role');
}

const order = [
  'people.why-not.other-unit',
  'people.why-not.unit-retired',
  'people.why-not.not-transferable',
  'people.why-not.not-yet',
  'people.why-not.substitution-not-yet',
  'people.why-not.ended',
  'people.why-not.substitution-over',
  'people.why-not.principal-inactive',
];

function nearest(answers: readonly Explanation[]): Explanation | undefined {
  const misses = answers.filter(({ reason }) => order.includes(reason));
  return misses.sort((one, other) => order.indexOf(one.reason) - order.indexOf(other.reason))[0];
}

type Places = ReadonlyMap<string, UnitPlace>;

/** What one function says to the question. */
function judge(held: HeldFunction, { permission, unit, at }: Question, places: Places): Explanation {
  if (!held.permissions.includes(permission)) return no('people.why-not.no-role');
  const place = places.get(held.unit);
  const details = { role: held.role, unit: place?.code ?? '' };
  if (held.from > at) return no('people.why-not.not-yet', { ...details, ...until(held.from) });
  if (held.to !== null && held.to <= at) return no('people.why-not.ended', { ...details, ...until(held.to) });
  if (!place || place.retired) return no('people.why-not.unit-retired', details);
  if (held.reach === 'body')
    return unit === undefined || places.has(unit) ? yes('people.why.body', details) : no('people.why-not.other-unit', details);
  if (unit === undefined || unit === held.unit) return yes('people.why.own-unit', details);
  const way = wayUp(unit, held, places);
  return way ? yes(`people.why.${way}`, details) : no('people.why-not.other-unit', details);
}

function judgeLent(
  time: DeputyTime,
  held: HeldFunction,
  { question, places }: { question: Question; places: Places },
): Explanation {
  if (!held.permissions.includes(question.permission)) return no('people.why-not.no-role');
  const name = { principal: time.principalName };
  if (!held.transferable) return no('people.why-not.not-transferable', { ...name, role: held.role });
  if (!time.principalActive) return no('people.why-not.principal-inactive', name);
  if (time.from > question.at) return no('people.why-not.substitution-not-yet', { ...name, ...until(time.from) });
  if (time.to <= question.at) return no('people.why-not.substitution-over', { ...name, ...until(time.to) });
  const answer = judge(held, question, places);
  if (!answer.allowed) return answer;
  return yes('people.why.deputy', { ...answer.details, ...name, ...until(time.to) });
}

/** From the unit asked about up to the unit of the function: through superiors (if the function reaches down), through heirs always. */
function wayUp(asked: string, { unit, reach }: HeldFunction, places: Places): 'above' | 'heir' | undefined {
  const seen = new Set<string>();
  const open: { id: string; inherited: boolean }[] = [{ id: asked, inherited: false }];
  for (let step = open.pop(); step; step = open.pop()) {
    if (step.id === unit) return step.inherited ? 'heir' : 'above';
    if (seen.has(step.id)) continue;
    seen.add(step.id);
    const place = places.get(step.id);
    if (place?.retired && place.heir !== null) open.push({ id: place.heir, inherited: true });
    if (reach === 'unit-tree' && place?.parent) open.push({ id: place.parent, inherited: step.inherited });
  }
  return undefined;
}

function until(moment: Date): { date: string } {
  return { date: moment.toISOString() };
}

function yes(reason: string, details: Record<string, string>): Explanation {
  return { allowed: true, reason, details };
}

function no(reason: string, details: Record<string, string> = {}): Explanation {
  return { allowed: false, reason, details };
}
