// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type Caller, type Command, type Done, execute } from '../src/kernel/command.ts';
import type { Event } from '../src/kernel/event.ts';
import { newId } from '../src/kernel/id.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import type { World } from './world.ts';

/** Does an act with a fresh key; answers with what happened or the reason why not. */
export async function act<Input, E extends Event>(
  world: World,
  command: Command<Input, E>,
  input: unknown,
  caller: Caller,
): Promise<Done | string> {
  const outcome = await execute(world.runtime, command, input, caller, { key: newId() });
  return outcome instanceof Refusal ? (Object.values(outcome.fields)[0] ?? outcome.reason) : outcome;
}

/** Id of the nth thing an act made; a refusal fails the test. */
export function madeBy(outcome: Done | string, index = 0): string {
  assert.ok(typeof outcome !== 'string', `refused: ${String(outcome)}`);
  return outcome.events[index]?.object.split(':')[1] ?? assert.fail('nothing was made');
}
