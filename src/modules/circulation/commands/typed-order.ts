// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { allUnits, seatHolders } from '../../people/index.ts';
import { localDay } from '../rules/local-day.ts';
import { indexDirectory } from '../rules/typed/directory.ts';
import { parseOrder } from '../rules/typed/parse.ts';
import type { Directory, TypedOrder } from '../rules/typed/types.ts';
import { ownFunction } from '../store/sitting.ts';

/** Everybody whom the caller can name in an order that is given for a unit. */
export async function directoryFor(tx: Tx, caller: Caller, unit: string): Promise<Directory> {
  const units = (await allUnits(tx)).filter(({ retired }) => !retired);
  return {
    units: units.map(({ id, code, name, parent }) => ({ id, code, name, top: parent === null })),
    people: await seatHolders(tx),
    self: { unit, function: await ownFunction(tx, caller, unit) },
  };
}

/** What a typed order means today. */
export async function readTyped(
  tx: Tx,
  caller: Caller,
  { text, unit, at }: { text: string; unit: string; at: Date },
): Promise<TypedOrder> {
  return parseOrder(text, indexDirectory(await directoryFor(tx, caller, unit)), localDay(at));
}

/** An order with something in it that was not understood does not go out. */
export function mustBeClear({ steps, problems }: TypedOrder): Refusal | undefined {
  const [first] = problems.filter(({ hint }) => !hint);
  if (!first && steps.length > 0) return undefined;
  const details = { line: first?.line ?? 1, word: first?.word ?? '' };
  return new Refusal('invalid', 'circulation.order-unclear', details, { text: `circulation.problem.${first?.code ?? 'empty'}` });
}
