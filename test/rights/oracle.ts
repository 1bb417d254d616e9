// SPDX-License-Identifier: EUPL-1.2
// Who may see and change which file, written a second time and in another way: one question after the other, without sets.
import { type RightsWorld, now, roles, type Span } from './world.ts';

/** What a person may do with the files of a world. */
export interface RightsAnswer {
  readonly readable: readonly number[];
  readonly writable: readonly number[];
  /** In whose name one might act, oneself first, and the files in which one then may write. */
  readonly acting: readonly { readonly as: number; readonly files: readonly number[] }[];
  /** Files in which one may sign off in one's own name. */
  readonly signing: readonly number[];
}

/** Asks the model for one person. */
export function askOracle(world: RightsWorld, me: number): RightsAnswer {
  const files = world.files.map((_, n) => n);
  const acts = (as: number, permission: string) => files.filter((file) => mayAct(world, { me, as, permission, file }));
  return {
    readable: files.filter((file) => mayRead(world, me, file)),
    writable: files.filter((file) => mayWrite(world, me, file)),
    acting: namesToTry(world, me).map((as) => ({ as, files: acts(as, 'records.write') })),
    signing: acts(me, 'records.sign'),
  };
}

/** Oneself, everybody who ever lends one something, and somebody who does not. */
export function namesToTry({ substitutions, active }: RightsWorld, me: number): number[] {
  const lenders = substitutions.filter(({ deputy }) => deputy === me).map(({ principal }) => principal);
  return [...new Set([me, ...lenders, (me + 1) % active.length])];
}

function mayRead(world: RightsWorld, me: number, file: number): boolean {
  if (!world.active[me] || isExcluded(world, me, file)) return false;
  const { unit, protection } = world.files[file]!;
  if (protection === 0 && allLenders(world, me).some((as) => holds(world, { me, as, permission: 'records.read', unit })))
    return true;
  if (isNamed(world, { me, file, writing: false })) return true;
  return protection < 2 && world.openings.some((one) => one.person === me && one.file === file && isIn(one.span));
}

function mayWrite(world: RightsWorld, me: number, file: number): boolean {
  if (!world.active[me] || isExcluded(world, me, file)) return false;
  const { unit, protection } = world.files[file]!;
  if (protection === 0 && allLenders(world, me).some((as) => holds(world, { me, as, permission: 'records.write', unit })))
    return true;
  return isNamed(world, { me, file, writing: true });
}

/** In whose name one could act at all: one's own, and that of everybody who lends one something. */
function allLenders(world: RightsWorld, me: number): number[] {
  return [
    me,
    ...world.substitutions
      .filter(({ deputy, principal, span }) => deputy === me && isIn(span) && world.active[principal])
      .map(({ principal }) => principal),
  ];
}

function isNamed(world: RightsWorld, { me, file, writing }: { me: number; file: number; writing: boolean }): boolean {
  const { protection } = world.files[file]!;
  const names = protection === 2 ? [me] : allLenders(world, me);
  return world.access.some((one) => {
    if (one.file !== file || (writing && !one.writes)) return false;
    if (one.kind === 'person') return names.includes(one.grantee);
    if (one.kind === 'function') return names.some((as) => functionsAs(world, me, as).includes(one.grantee));
    const permission = writing ? 'records.write' : 'records.read';
    return protection < 2 && names.some((as) => holds(world, { me, as, permission, unit: one.grantee }));
  });
}

function mayAct(
  world: RightsWorld,
  { me, as, permission, file }: { me: number; as: number; permission: string; file: number },
): boolean {
  if (!world.active[me] || isExcluded(world, me, file)) return false;
  const { unit, protection } = world.files[file]!;
  const somewhere = world.parents.some((_, place) => holds(world, { me, as, permission, unit: place }));
  if (!somewhere) return false;
  if (protection === 0 && holds(world, { me, as, permission, unit })) return true;
  if (protection === 2 && as !== me) return false;
  return world.access.some((one) => {
    if (one.file !== file || !one.writes) return false;
    if (one.kind === 'person') return one.grantee === as;
    if (one.kind === 'function') return functionsAs(world, me, as).includes(one.grantee);
    return protection < 2 && holds(world, { me, as, permission, unit: one.grantee });
  });
}

/** Functions that one uses in this name: one's own, or what the substitution covers and may be passed on. */
function functionsAs(world: RightsWorld, me: number, as: number): number[] {
  return world.functions.flatMap(({ person, role, span }, n) => {
    if (person !== as || !isIn(span) || !world.active[me]) return [];
    if (as === me) return [n];
    const covered = world.substitutions.some(
      (one) => one.deputy === me && one.principal === as && isIn(one.span) && world.active[as] && one.covers.includes(n),
    );
    return covered && roles[role]!.transferable ? [n] : [];
  });
}

function holds(
  world: RightsWorld,
  { me, as, permission, unit }: { me: number; as: number; permission: string; unit: number },
): boolean {
  return functionsAs(world, me, as).some((n) => {
    const held = world.functions[n]!;
    const { reach, permissions } = roles[held.role]!;
    if (!(permissions as readonly string[]).includes(permission)) return false;
    return reach === 'body' || held.unit === unit || (reach === 'unit-tree' && liesBelow(world, unit, held.unit));
  });
}

function liesBelow(world: RightsWorld, unit: number, above: number): boolean {
  if (unit === above) return true;
  return unit !== 0 && liesBelow(world, world.parents[unit]!, above);
}

function isExcluded(world: RightsWorld, me: number, file: number): boolean {
  return world.exclusions.some((one) => one.person === me && one.file === file);
}

function isIn({ from, to }: Span): boolean {
  return from <= now && now < to;
}
