// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** An account of an identity provider as its person and the administration see it. */
export interface IdentityView {
  readonly id: string;
  readonly issuer: string;
  readonly since: string;
  /** Day and reason once the administration has unbound it; then it is a notice for the person. */
  readonly unbound: string | null;
  readonly reason: string | null;
}

/** Accounts that belong to a person; row level security shows them to that person and to those who manage persons. */
export async function identitiesOf(tx: Tx, person: string): Promise<IdentityView[]> {
  return tx.query<IdentityView>(
    'select id, issuer, since, unbound, reason from people.provider_identity where person = $1 order by unbound, issuer, id',
    [person],
  );
}

/** One's own accounts that the administration has unbound and one has not yet acknowledged. */
export async function unbindingsToRead(tx: Tx): Promise<IdentityView[]> {
  return tx.query<IdentityView>(
    `select id, issuer, since, unbound, reason from people.provider_identity
      where person = kernel.person() and unbound is not null order by unbound, id`,
  );
}

/** A changed address that waits for a second person. */
export interface AddressChangeView {
  readonly person: string;
  readonly before: string;
  readonly email: string;
  readonly requestedBy: string;
  readonly represented: string | null;
}

/** Changed addresses that wait; row level security shows them to those who manage persons or release. */
export async function addressChangesWaiting(tx: Tx): Promise<AddressChangeView[]> {
  return tx.query<AddressChangeView>(
    `select c.person, c.before, p.email, c.changed_by as "requestedBy", c.represented
       from people.address_change c join people.person p on p.id = c.person order by p.email, c.person`,
  );
}
