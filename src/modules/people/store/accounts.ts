// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { PasswordRecord } from './password.ts';

/** Transactions of the sign-in itself: it alone may look at credentials of persons who have not proven anything yet. */
export const asSignIn = { person: null, system: 'people.sign-in' } as const;

/** An account as the sign-in finds it. */
export interface Account {
  readonly person: string;
  readonly password: PasswordRecord | undefined;
}

/** What was typed as account name, in the one spelling that counts. */
export function foldAccount(typed: string): string {
  return typed.trim().toLowerCase().normalize('NFKC');
}

/** Finds who signs in by e-mail address or staff number; only those with access today. */
export async function findAccount(tx: Tx, account: string): Promise<Account | undefined> {
  const [row] = await tx.query<{ person: string } & { [Key in keyof PasswordRecord]: PasswordRecord[Key] | null }>(
    `select p.id as person, w.salt, w.hash, w.cost, w.block, w.lanes
       from people.person p left join people.password w on w.person = p.id
      where (lower(p.email) = $1 or lower(p.staff_number) = $1) and people.is_active(p.id)
      order by lower(p.email) = $1 desc limit 1`,
    [account],
  );
  if (!row) return undefined;
  const { person, salt, hash, cost, block, lanes } = row;
  const complete = salt !== null && hash !== null && cost !== null && block !== null && lanes !== null;
  return { person, password: complete ? { salt, hash, cost, block, lanes } : undefined };
}

/** Finds who an identity provider means, by e-mail address. */
export async function findByEmail(tx: Tx, email: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'select id from people.person where lower(email) = lower($1) and people.is_active(id)',
    [email],
  );
  return row?.id;
}

/** True when the person has access today. */
export async function isActive(tx: Tx, person: string): Promise<boolean> {
  const [row] = await tx.query<{ active: boolean }>('select people.is_active($1) as active', [person]);
  return row?.active ?? false;
}
