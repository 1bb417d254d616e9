// SPDX-License-Identifier: EUPL-1.2

// Who may what, written a second time: slowly, one question at a time, without looking at the database's way. The oracle compares
// both on random worlds; an error would have to be made twice, in two languages, to stay hidden.

/** A unit of a random world; numbers are places in the world's lists, days compare as numbers. */
export interface ModelUnit {
  readonly parent: number | null;
  readonly heir: number | null;
  readonly fromDay: number;
  readonly toDay: number | null;
}

/** A person with their span of access. */
export interface ModelPerson {
  readonly fromDay: number;
  readonly toDay: number | null;
}

/** A role. */
export interface ModelRole {
  readonly reach: 'unit' | 'unit-tree' | 'body';
  readonly transferable: boolean;
  readonly permissions: readonly string[];
}

/** A function; moments compare as numbers. */
export interface ModelFunction {
  readonly person: number;
  readonly unit: number;
  readonly role: number;
  readonly from: number;
  readonly to: number | null;
}

/** A substitution with the functions it covers; a wrong one may cover functions the principal never had. */
export interface ModelSubstitution {
  readonly principal: number;
  readonly deputy: number;
  readonly from: number;
  readonly to: number;
  readonly covers: readonly number[];
}

/** A whole random world, and who asks when. */
export interface ModelWorld {
  readonly units: readonly ModelUnit[];
  readonly persons: readonly ModelPerson[];
  readonly roles: readonly ModelRole[];
  readonly functions: readonly ModelFunction[];
  readonly substitutions: readonly ModelSubstitution[];
  readonly exclusions: readonly { readonly person: number; readonly subject: number }[];
  readonly openings: readonly { readonly person: number; readonly subject: number; readonly from: number; readonly to: number }[];
  readonly me: number;
  readonly now: number;
  readonly today: number;
}

/** What the model says about a world. */
export interface ModelAnswer {
  readonly scope: readonly number[];
  readonly own: readonly number[];
  /** Units in which one may act for each person, oneself left out. */
  readonly acting: readonly (readonly number[])[];
  readonly has: boolean;
  readonly principals: readonly number[];
  readonly mine: readonly number[];
  readonly ownFunctions: readonly number[];
  readonly excluded: readonly number[];
  readonly opened: readonly number[];
}

/** Asks the model everything that the SQL door answers, for one permission. */
export function askModel(world: ModelWorld, permission: string): ModelAnswer {
  const { units, persons, functions } = world;
  const where = (principal: number | 'own' | 'any') =>
    numbers(units.length).filter((unit) =>
      numbers(functions.length).some((index) => reaches(world, { index, unit, principal, permission })),
    );
  const usable = (principal: number | 'own' | 'any') =>
    numbers(functions.length).filter((index) => mayUse(world, index, principal));
  return {
    scope: where('any'),
    own: where('own'),
    acting: numbers(persons.length).map((person) => (person === world.me ? [] : where(person))),
    has: usable('any').some((index) => allows(world, index, permission)),
    principals: isActive(world, world.me)
      ? numbers(persons.length).filter((person) => person === world.me || standsInFor(world, person))
      : [],
    mine: usable('any'),
    ownFunctions: usable('own'),
    excluded: subjects(world.exclusions.filter(({ person }) => person === world.me)),
    opened: subjects(world.openings.filter((opening) => isOpen(world, opening))),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function subjects(rows: readonly { readonly subject: number }[]): number[] {
  return numbers(10).filter((subject) => rows.some((row) => row.subject === subject));
}

function isActive({ persons, today }: ModelWorld, person: number): boolean {
  const { fromDay = Number.POSITIVE_INFINITY, toDay = null } = persons[person] ?? {};
  return today >= fromDay && !(toDay !== null && today >= toDay);
}

function standsInFor(world: ModelWorld, principal: number): boolean {
  return world.substitutions.some((one) => one.principal === principal && one.deputy === world.me && inForce(world, one));
}

function inForce(world: ModelWorld, { principal, from, to }: ModelSubstitution): boolean {
  return world.now >= from && world.now < to && isActive(world, principal);
}

/** May the one who asks use this function now: as their own, or as deputy of the given (or any) principal? */
function mayUse(world: ModelWorld, index: number, principal: number | 'own' | 'any'): boolean {
  const held = world.functions[index];
  if (!held || !isActive(world, world.me) || !isEffective(world, held)) return false;
  if (held.person === world.me && (principal === 'own' || principal === 'any')) return true;
  if (principal === 'own' || !world.roles[held.role]?.transferable) return false;
  return world.substitutions.some(
    (one) =>
      one.deputy === world.me &&
      one.principal === held.person &&
      (principal === 'any' || one.principal === principal) &&
      one.covers.includes(index) &&
      inForce(world, one),
  );
}

function isEffective(world: ModelWorld, { from, to, unit }: ModelFunction): boolean {
  const place = world.units[unit];
  const begun = world.now >= from && (to === null || world.now < to);
  return begun && place !== undefined && place.fromDay <= world.today && !isRetired(world, unit);
}

function isRetired({ units, today }: ModelWorld, unit: number): boolean {
  const toDay = units[unit]?.toDay ?? null;
  return toDay !== null && toDay <= today;
}

function allows({ functions, roles }: ModelWorld, index: number, permission: string): boolean {
  return roles[functions[index]?.role ?? -1]?.permissions.includes(permission) ?? false;
}

/** Does this function, used like this, give the permission in that unit? */
function reaches(
  world: ModelWorld,
  { index, unit, principal, permission }: { index: number; unit: number; principal: number | 'own' | 'any'; permission: string },
): boolean {
  const held = world.functions[index];
  if (!held || !allows(world, index, permission) || !mayUse(world, index, principal)) return false;
  if ((world.units[unit]?.fromDay ?? Number.POSITIVE_INFINITY) > world.today) return false;
  const reach = world.roles[held.role]?.reach;
  if (reach === 'body') return true;
  return leadsTo(world, { from: unit, to: held.unit, upwards: reach === 'unit-tree' }, []);
}

/** From a unit through its heirs, and if allowed its superiors, to another; `been` keeps from walking in circles. */
function leadsTo(
  world: ModelWorld,
  { from, to, upwards }: { from: number; to: number; upwards: boolean },
  been: readonly number[],
): boolean {
  if (from === to) return true;
  const place = world.units[from];
  if (!place || been.includes(from) || place.fromDay > world.today) return false;
  const next = [isRetired(world, from) ? place.heir : null, upwards ? place.parent : null];
  return next.some((step) => step !== null && leadsTo(world, { from: step, to, upwards }, [...been, from]));
}

function isOpen(world: ModelWorld, { person, subject, from, to }: ModelWorld['openings'][number]): boolean {
  const excluded = world.exclusions.some((one) => one.person === person && one.subject === subject);
  return person === world.me && isActive(world, person) && !excluded && world.now >= from && world.now < to;
}
