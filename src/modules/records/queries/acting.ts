// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { allUnits, mayActIn, personName } from '../../people/index.ts';
import { mayAct } from '../rules/acting.ts';

/** For pages: the same answer that a command will give whether the caller may act in a file the way they act now. */
export async function actingIn(
  tx: Tx,
  caller: Caller,
  { file, permission }: { file: string; permission: 'records.write' | 'records.sign' | 'records.registry' },
): Promise<Refusal | undefined> {
  const [row] = await tx.query<{ now: boolean; own: boolean; lender: string | null }>(
    'select now, own, lender from records.acting_in($1, $2, $3)',
    [file, permission, caller.onBehalfOf ?? null],
  );
  const { now = false, own = false, lender = null } = row ?? {};
  return mayAct({ now, own, lender: lender === null ? undefined : await personName(tx, lender) });
}

/** For pages of the filing plan: whether the caller may act for the whole body, in every unit that stands at the top. */
export async function actingForBody(tx: Tx, caller: Caller, permission: string): Promise<Refusal | undefined> {
  const tops = (await allUnits(tx)).filter(({ parent, retired }) => parent === null && !retired);
  if (tops.length === 0) return new Refusal('not-permitted', 'kernel.not-permitted');
  for (const { id: unit } of tops) {
    const no = await mayActIn(tx, caller, { permission, unit });
    if (no) return no;
  }
  return undefined;
}
