// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ContactAdded, ContactChanged, ContactFacts, ContactRemoved } from '../events/contact.ts';

const idOf = (object: string) => object.slice('contact:'.length);

/** A contact with the case it belongs to. */
export interface LockedContact extends ContactFacts {
  readonly id: string;
  readonly case: string;
}

/** The contact, when the caller may see it. */
export async function findContact(tx: Tx, id: string): Promise<LockedContact | undefined> {
  const [row] = await tx.query<LockedContact>(
    'select id, case_id as "case", role, name, address, email, phone from records.contacts where id = $1',
    [id],
  );
  return row;
}

/** Writes a new contact. */
export async function applyContactAdded(tx: Tx, { object, file, facts }: ContactAdded): Promise<void> {
  await tx.query(
    'insert into records.contacts (id, file_id, case_id, role, name, address, email, phone) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [idOf(object), file, facts.case, facts.role, facts.name, facts.address, facts.email, facts.phone],
  );
}

/** Writes what differs. */
export async function applyContactChanged(tx: Tx, { object, facts }: ContactChanged): Promise<void> {
  await tx.query(
    `update records.contacts set role = coalesce($2::jsonb ->> 'role', role), name = coalesce($2::jsonb ->> 'name', name),
            address = coalesce($2::jsonb ->> 'address', address), email = coalesce($2::jsonb ->> 'email', email),
            phone = coalesce($2::jsonb ->> 'phone', phone) where id = $1`,
    [idOf(object), JSON.stringify(facts.after)],
  );
}

/** Removes a contact. */
export async function applyContactRemoved(tx: Tx, { object }: ContactRemoved): Promise<void> {
  await tx.query('delete from records.contacts where id = $1', [idOf(object)]);
}
