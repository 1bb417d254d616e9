// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** One's own account, as only its owner sees it. */
export interface AccountView {
  readonly email: string;
  readonly locale: string;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: readonly { readonly id: string; readonly label: string }[];
  /** Sessions in other browsers; since when and where is not kept. */
  readonly otherSessions: number;
  readonly provenAt: Date | undefined;
}

/** The caller's own account; row level security shows nobody else's. */
export async function ownAccount(tx: Tx, session: string | undefined): Promise<AccountView | undefined> {
  const [row] = await tx.query<Omit<AccountView, 'provenAt'> & { provenAt: Date | null }>(
    `select p.email, p.locale,
            exists (select from people.password w where w.person = p.id) as "hasPassword",
            exists (select from people.totp t where t.person = p.id) as "hasTotp",
            coalesce((select json_agg(json_build_object('id', k.id, 'label', k.label) order by k.label, k.id) from people.passkey k where k.person = p.id), '[]') as passkeys,
            (select count(*) from kernel.session s where s.person = p.id and s.id is distinct from $1 and s.ends_at > kernel.at() and s.idle_until > kernel.at()) as "otherSessions",
            (select s.proven_at from kernel.session s where s.person = p.id and s.id = $1) as "provenAt"
       from people.person p where p.id = kernel.person()`,
    [session ?? null],
  );
  return row && { ...row, provenAt: row.provenAt ?? undefined };
}

/** Whose name a start code is for comes from the code itself; here: what the greeting needs. */
export async function ownEmail(tx: Tx, person: string): Promise<string | undefined> {
  const [row] = await tx.query<{ email: string }>('select email from people.person where id = $1', [person]);
  return row?.email;
}
