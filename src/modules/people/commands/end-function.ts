// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FunctionEnded } from '../events/function-ended.ts';
import { beginOf } from '../rules/day.ts';
import { leavesTwoReleasers, mayEndFunction } from '../rules/end-function.ts';
import { applyFunctionEnded, findFunctionForChange, letsRelease, releasersWithout } from '../store/functions.ts';
import { dayOrNone } from './input.ts';

const input = z.strictObject({ function: z.uuid(), on: dayOrNone });

/** Funktion beenden, sofort oder mit Beginn eines Tages. One person may: taking a right away endangers nobody. */
export const endFunction: Command<z.infer<typeof input>, FunctionEnded> = {
  name: 'people.end-function',
  permission: 'people.manage-functions',
  input,
  weighty: true,
  async decide({ input: { function: id, on }, at, tx }) {
    const held = await findFunctionForChange(tx, id);
    if (!held) return new Refusal('not-found', 'people.function.not-found');
    const ends = on === null ? at : beginOf(on);
    const { person, role, unit } = held;
    const no = mayEndFunction(held, ends, at);
    if (no) return no;
    const concerned = await letsRelease(tx, { role });
    const last = concerned ? leavesTwoReleasers({ concerned, ...(await releasersWithout(tx, { person })) }) : undefined;
    if (last) return last;
    return [{ type: 'people.function-ended', object: `function:${id}`, unit, facts: { person, role, ends: ends.toISOString() } }];
  },
  apply: applyFunctionEnded,
};
