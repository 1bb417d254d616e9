// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { AddressChangeWaits } from '../events/address-change-waits.ts';
import type { AddressConfirmed } from '../events/address-confirmed.ts';
import { idOf } from './persons.ts';

/** A changed address that waits for a second person. */
export interface AddressChange {
  readonly email: string;
  readonly requestedBy: string;
  readonly represented: string | null;
}

/** Finds the waiting change of a person's address and holds it. */
export async function findAddressChange(tx: Tx, person: string): Promise<AddressChange | undefined> {
  const [row] = await tx.query<AddressChange>(
    `select p.email, c.changed_by as "requestedBy", c.represented
       from people.address_change c join people.person p on p.id = c.person where c.person = $1 for update`,
    [person],
  );
  return row;
}

/** Notes who changed an address last; the one before all unconfirmed changes stays known. */
export async function applyAddressChangeWaits(tx: Tx, event: AddressChangeWaits): Promise<void> {
  const { before, changedBy, represented } = event.facts;
  await tx.query(
    `insert into people.address_change (person, before, changed_by, represented) values ($1, $2, $3, $4)
     on conflict (person) do update set changed_by = excluded.changed_by, represented = excluded.represented`,
    [idOf(event), before, changedBy, represented],
  );
}

/** From now on the address counts. */
export async function applyAddressConfirmed(tx: Tx, event: AddressConfirmed): Promise<void> {
  await tx.query('delete from people.address_change where person = $1', [idOf(event)]);
}
