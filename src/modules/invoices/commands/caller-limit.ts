// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { allUnits, functionsHeld, type UnitView } from '../../people/index.ts';
import { limitOf } from '../rules/limit.ts';
import { limitsOf } from '../store/lists.ts';

/** Up to which amount the caller may order for an office, the way they act now; undefined without a limit. */
export async function callerLimit(tx: Tx, caller: Caller, office: string, at: Date): Promise<string | undefined> {
  const limits = await limitsOf(tx);
  const person = caller.onBehalfOf ?? caller.person;
  if (limits.length === 0 || person === null) return undefined;
  const held = (await functionsHeld(tx, person)).filter(({ from }) => from <= at);
  const functions = held.map(({ unitCode, role, roleName }) => ({ unit: unitCode, role, roleName }));
  return limitOf(functions, unitAndAbove(await allUnits(tx), office), limits);
}

/** Codes of a unit and of all above it. */
function unitAndAbove(units: readonly UnitView[], id: string): ReadonlySet<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const codes = new Set<string>();
  for (let at = byId.get(id); at && !codes.has(at.code); at = at.parent === null ? undefined : byId.get(at.parent))
    codes.add(at.code);
  return codes;
}
