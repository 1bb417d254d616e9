// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { identifyHolder } from '../../people/index.ts';
import { mayActInFile } from '../store/acting.ts';
import { type EditHolder, findEditHolder } from '../store/editing.ts';
import { digestOf } from './open-editing.ts';

const nobody = { person: null } as const;
const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** Who holds a secret, and what it is for. */
export interface Editor {
  readonly caller: Caller;
  readonly holder: EditHolder;
}

/**
 * Asked with every request: the secret is known and not over, the person still serves, the substitution still runs, and the file is still
 * one in which they may write in that name. Else nobody calls.
 */
export async function identifyEditor(runtime: Runtime, secret: string): Promise<Editor | undefined> {
  if (!secretForm.test(secret)) return undefined;
  const at = runtime.clock.now();
  const holder = await runtime.database.read(nobody, at, (tx) => findEditHolder(tx, digestOf(secret)));
  const caller = holder && (await identifyHolder(runtime, { person: holder.person, onBehalfOf: holder.represented }));
  if (!holder || !caller) return undefined;
  const no = await runtime.database.read(caller, at, (tx) => mayActInFile(tx, caller, holder));
  return no ? undefined : { caller, holder };
}
