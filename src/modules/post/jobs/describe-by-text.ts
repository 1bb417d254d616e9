// SPDX-License-Identifier: EUPL-1.2
import { type Caller, type Command, execute } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { describeItem } from '../commands/describe-item.ts';
import { localDay } from '../rules/local-day.ts';
import { readLetter } from '../rules/read-letter.ts';
import { findFilable } from '../store/filing.ts';

const system = 'post.read-item';

/** What the text says is written down once, unless somebody has described the item before. */
export async function describeByText(runtime: Runtime, id: string, { text, key }: { text: string; key: string }): Promise<void> {
  const known = await inBackground(runtime, (tx) => findFilable(tx, id));
  if (!known || known.lock > 1) return;
  const read = readLetter(text, localDay(runtime.clock.now()));
  const input = {
    item: id,
    sender: known.sender || read.sender,
    ...(read.senderAddress === '' ? {} : { senderAddress: read.senderAddress }),
    subject: known.subject || read.subject,
    datedOn: read.datedOn,
    foreignReference: known.foreignReference || read.foreignReference,
  };
  await actInBackground(runtime, describeItem, input, `${key}:describe`);
}

/** A transaction of the background work that reads post. */
export function inBackground<T>(runtime: Runtime, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction({ person: null, system }, runtime.clock.now(), work);
}

/** Acts as the background work that reads post; what a person did meanwhile stands. */
export async function actInBackground<Input>(
  runtime: Runtime,
  command: Command<Input>,
  input: unknown,
  key: string,
): Promise<void> {
  const caller: Caller = { person: null, system, permissions: new Set([command.permission]) };
  const outcome = await execute(runtime, command, input, caller, { key: key.slice(0, 200).padEnd(16, '.') });
  if (outcome instanceof Refusal && outcome.kind !== 'conflict') throw new Error(outcome.reason);
}
