// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { chooseRepresentation } from '../store/sessions.ts';

/** Switches in whose name this session acts: for a principal ("i. V."), or in one's own. No act, but the state of one browser. */
export async function represent(
  runtime: Runtime,
  caller: Caller,
  substitution: string | undefined,
): Promise<Refusal | undefined> {
  const { session } = caller;
  if (session === undefined) return new Refusal('not-permitted', 'kernel.sign-in-first');
  return runtime.database.transaction(caller, runtime.clock.now(), async (tx) => {
    const chosen = await chooseRepresentation(tx, session, substitution);
    return chosen ? undefined : new Refusal('conflict', 'people.substitution.not-in-force');
  });
}
