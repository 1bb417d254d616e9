// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** A unit's newest state, planned ones included. */
export interface UnitState {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly validFrom: string;
  /** First day after this state; as the newest state: the day it is retired. */
  readonly validTo: string | null;
}

/** All units in their newest state. */
export type Organisation = readonly UnitState[];

/** What a unit is to be from a day on. */
export interface WantedState {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly from: string;
}

/** May a unit be founded like this? */
export function mayCreateUnit(all: Organisation, wanted: WantedState): Refusal | undefined {
  return codeFree(all, wanted) ?? parentFits(all, undefined, wanted);
}

/** May a unit be called or placed like this from a day on? */
export function mayChangeUnit(all: Organisation, unit: UnitState, wanted: WantedState): Refusal | undefined {
  if (unit.validTo !== null) return new Refusal('conflict', 'people.unit.retired', { code: unit.code });
  if (wanted.from < unit.validFrom) return wrong('from', 'people.unit.change-before-state', { date: unit.validFrom });
  const same = unit.code === wanted.code && unit.name === wanted.name && unit.parent === wanted.parent;
  if (same) return new Refusal('conflict', 'people.unit.nothing-changed');
  return codeFree(all, wanted, unit) ?? parentFits(all, unit, wanted);
}

/** May a unit be retired on this day? Nothing may hang in the air afterwards: no subordinate, no function. */
export function mayRetireUnit(
  all: Organisation,
  unit: UnitState,
  { on, heir, functionsAfter }: { on: string; heir: string | null; functionsAfter: number },
): Refusal | undefined {
  if (unit.validTo !== null) return new Refusal('conflict', 'people.unit.retired', { code: unit.code });
  if (on <= unit.validFrom) return wrong('on', 'people.unit.change-before-state', { date: unit.validFrom });
  const children = all.filter(({ parent, validTo }) => parent === unit.id && (validTo === null || validTo > on));
  if (children.length > 0)
    return new Refusal('conflict', 'people.unit.has-children', {
      n: children.length,
      codes: children.map(({ code }) => code).join(', '),
    });
  if (functionsAfter > 0) return new Refusal('conflict', 'people.unit.has-functions', { n: functionsAfter });
  const successor = all.find(({ id }) => id === heir);
  if (heir !== null && (!successor || heir === unit.id || successor.validTo !== null))
    return wrong('heir', 'people.unit.no-heir');
  return undefined;
}

function codeFree(all: Organisation, { code, from }: WantedState, self?: UnitState): Refusal | undefined {
  const taken = all.some(
    (other) => other.id !== self?.id && other.code === code && (other.validTo === null || other.validTo > from),
  );
  return taken ? wrong('code', 'people.unit.code-taken', { code }) : undefined;
}

/** The place must be a unit in use, and no unit may stand below itself. */
function parentFits(all: Organisation, self: UnitState | undefined, { parent, from }: WantedState): Refusal | undefined {
  if (parent === null) return undefined;
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const place = byId.get(parent);
  if (!place || place.validFrom > from || place.validTo !== null) return wrong('parent', 'people.unit.no-parent');
  const seen = new Set<string>();
  for (let above: string | null = parent; above !== null && !seen.has(above); above = byId.get(above)?.parent ?? null) {
    if (above === self?.id) return wrong('parent', 'people.unit.below-itself', { code: self.code });
    seen.add(above);
  }
  return undefined;
}

function wrong(field: string, reason: string, details: Record<string, string> = {}): Refusal {
  return new Refusal('invalid', reason, details, { [field]: reason });
}
