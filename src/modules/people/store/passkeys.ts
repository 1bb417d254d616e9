// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { PasskeyRemoved } from '../events/passkey-removed.ts';

/** A passkey: what is needed to check a signature of its device. */
export interface Passkey {
  readonly id: string;
  readonly person: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
}

const columns = 'id, person, public_key as "publicKey", counter, transports, label';

/** Finds a passkey by the id the device presents. */
export async function findPasskey(tx: Tx, id: string): Promise<Passkey | undefined> {
  const [row] = await tx.query<Passkey>(`select ${columns} from people.passkey where id = $1 for update`, [id]);
  return row;
}

/** All passkeys of a person. */
export async function passkeysOf(tx: Tx, person: string): Promise<Passkey[]> {
  return tx.query<Passkey>(`select ${columns} from people.passkey where person = $1 order by label, id`, [person]);
}

/** Keeps a new passkey; false when the device has one here already. */
export async function savePasskey(tx: Tx, { id, person, publicKey, counter, transports, label }: Passkey): Promise<boolean> {
  const rows = await tx.query(
    `insert into people.passkey (id, person, public_key, counter, transports, label) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning id`,
    [id, person, publicKey, counter, transports, label],
  );
  return rows.length > 0;
}

/** Moves the device's counter on: a copy of the device would come with an old one. */
export async function saveCounter(tx: Tx, id: string, counter: number): Promise<void> {
  await tx.query('update people.passkey set counter = $2 where id = $1', [id, counter]);
}

/** Removes a passkey. */
export async function applyPasskeyRemoved(tx: Tx, { facts }: PasskeyRemoved): Promise<void> {
  await tx.query('delete from people.passkey where id = $1', [facts.passkey]);
}
