// SPDX-License-Identifier: EUPL-1.2
import { type Caller, type Command, type Done, execute } from '../../../src/kernel/command.ts';
import type { Event } from '../../../src/kernel/event.ts';
import { Refusal } from '../../../src/kernel/refusal.ts';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { fullName } from '../town/names.ts';
import type { Colleague } from '../town/staff.ts';

/** Background work under which the town is founded. */
export const founding: Caller = { person: null, system: 'demo.founding', permissions: new Set() };

const permissions = new Set([
  'records.read',
  'records.write',
  'records.sign',
  'records.prove',
  'records.registry',
  'circulation.act',
  'circulation.order',
  'people.manage-substitutions',
  'people.exclude',
  'invoices.read',
  'invoices.receive',
  'invoices.certify',
  'invoices.order',
  'invoices.hand-over',
  'invoices.keep-lists',
]);

/** Somebody of the staff as caller. What they may do in a unit or file is asked of the database, as for everybody. */
export function callerAs({ id, name }: Colleague): Caller {
  return { person: id, permissions, name: fullName(name) };
}

/** Lets somebody do something; a refusal is a mistake in the story and stops the founding. */
export async function act<Input, E extends Event>(
  runtime: Runtime,
  command: Command<Input, E>,
  input: unknown,
  { caller, at, key }: { caller: Caller; at: Date; key: string },
): Promise<Done> {
  const outcome = await execute(runtime, command, input, caller, {
    key: `demo:${command.name}:${key}`.replaceAll(/[^\x21-\x7e]/g, '-'),
    at,
  });
  if (!(outcome instanceof Refusal)) return outcome;
  const why = Object.values(outcome.fields)[0] ?? outcome.reason;
  throw new Error(`Die Vorführstadt ließ sich nicht gründen: ${command.name} (${key}) wurde abgelehnt: ${why}`);
}

/** Id of the first thing that an act made. */
export function madeBy({ events }: Done): string {
  const object = events[0]?.object ?? '';
  return object.slice(object.indexOf(':') + 1);
}
