// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { allUnits, mayActIn, personName } from '../../people/index.ts';
import { mayAct } from '../rules/acting.ts';

/** What one may do with files: the permissions that are asked for a single file or unit. */
export type FilePermission = 'records.write' | 'records.sign' | 'records.registry';

interface Row {
  readonly now: boolean;
  readonly own: boolean;
  readonly lender: string | null;
}

/** May the caller act in this file the way they act now? Lead unit and named access count; background work may. */
export async function mayActInFile(
  tx: Tx,
  caller: Caller,
  { file, permission = 'records.write' }: { file: string; permission?: FilePermission },
): Promise<Refusal | undefined> {
  if (caller.system !== undefined) return undefined;
  const [row] = await tx.query<Row>('select now, own, lender from records.acting_in($1, $2, $3)', [
    file,
    permission,
    caller.onBehalfOf ?? null,
  ]);
  const { now = false, own = false, lender = null } = row ?? {};
  const name = now || own || lender === null ? undefined : await personName(tx, lender);
  return mayAct({ now, own, lender: name });
}

/** May the caller act in this unit the way they act now? */
export async function mayActInUnit(
  tx: Tx,
  caller: Caller,
  where: { permission: FilePermission; unit: string },
): Promise<Refusal | undefined> {
  return caller.system === undefined ? mayActIn(tx, caller, where) : undefined;
}

/** May the caller act for the whole body, as the filing plan needs it: in every unit that stands at the top? */
export async function mayActForBody(tx: Tx, caller: Caller, permission: FilePermission): Promise<Refusal | undefined> {
  const tops = (await allUnits(tx)).filter(({ parent, retired }) => parent === null && !retired);
  if (tops.length === 0 && caller.system === undefined) return new Refusal('not-permitted', 'kernel.not-permitted');
  for (const { id: unit } of tops) {
    const no = await mayActInUnit(tx, caller, { permission, unit });
    if (no) return no;
  }
  return undefined;
}

/** Does the caller hold this function the way they act now: their own, or that of the person they represent? */
export async function holdsFunction(tx: Tx, caller: Caller, id: string): Promise<boolean> {
  const [row] = await tx.query<{ holds: boolean }>(
    `select exists (select from people.functions_of(kernel.person(), $2::uuid is not null) f
                     where f.id = $1 and f.person = coalesce($2, kernel.person())) as holds`,
    [id, caller.onBehalfOf ?? null],
  );
  return row?.holds ?? false;
}
