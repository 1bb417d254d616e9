// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { IdentityBound } from '../events/identity-bound.ts';
import type { IdentityUnbound } from '../events/identity-unbound.ts';
import type { IdentityNoticeRead } from '../events/identity-notice-read.ts';
import type { ProviderIdentity } from '../rules/identity-provider.ts';
import { idOf } from './persons.ts';

/** An account of an identity provider and whose it is. */
export interface BoundIdentity {
  readonly id: string;
  readonly issuer: string;
  readonly person: string;
  /** False once the administration has unbound it. */
  readonly bound: boolean;
}

/** Whom an account of an identity provider means, and whether that person has access today. */
export async function personOfIdentity(
  tx: Tx,
  { issuer, subject }: ProviderIdentity,
): Promise<{ person: string; active: boolean } | undefined> {
  const [row] = await tx.query<{ person: string; active: boolean }>(
    `select person, people.is_active(person) as active from people.provider_identity
      where issuer = $1 and subject = $2 and unbound is null`,
    [issuer, subject],
  );
  return row;
}

/** What speaks against binding a person by their address: another account of theirs, or a changed address that nobody confirmed. */
export async function againstBinding(
  tx: Tx,
  { person, issuer }: { person: string; issuer: string },
): Promise<{ boundOtherwise: boolean; addressWaits: boolean }> {
  const [row] = await tx.query<{ boundOtherwise: boolean; addressWaits: boolean }>(
    `select exists (select from people.provider_identity where person = $1 and issuer = $2 and unbound is null) as "boundOtherwise",
            exists (select from people.address_change where person = $1) as "addressWaits"`,
    [person, issuer],
  );
  return row ?? { boundOtherwise: true, addressWaits: true };
}

/** Finds a bound account and holds it. */
export async function findIdentity(tx: Tx, id: string): Promise<BoundIdentity | undefined> {
  const [row] = await tx.query<BoundIdentity>(
    'select id, issuer, person, unbound is null as bound from people.provider_identity where id = $1 for update',
    [id],
  );
  return row;
}

/** Binds an account to a person. */
export async function applyIdentityBound(tx: Tx, event: IdentityBound): Promise<void> {
  const { identity, issuer, subject, since } = event.facts;
  await tx.query('insert into people.provider_identity (id, issuer, subject, person, since) values ($1, $2, $3, $4, $5)', [
    identity,
    issuer,
    subject,
    idOf(event),
    since,
  ]);
}

/** Unbinds an account; the row stays as a notice until the person has read it. */
export async function applyIdentityUnbound(tx: Tx, { facts }: IdentityUnbound): Promise<void> {
  await tx.query('update people.provider_identity set unbound = $2, reason = $3 where id = $1', [
    facts.identity,
    facts.on,
    facts.reason,
  ]);
}

/** Removes the notice. */
export async function applyIdentityNoticeRead(tx: Tx, { facts }: IdentityNoticeRead): Promise<void> {
  await tx.query('delete from people.provider_identity where id = $1 and unbound is not null', [facts.identity]);
}
