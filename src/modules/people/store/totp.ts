// SPDX-License-Identifier: EUPL-1.2
import { Secret, TOTP } from 'otpauth';
import type { Tx } from '../../../kernel/database.ts';
import type { Vault } from '../../../kernel/vault/index.ts';

const purpose = 'totp';

/** One-time codes as every authenticator app makes them (RFC 6238): SHA-1, six digits, thirty seconds. */
export function totpOf(secret: string, account: { label: string; issuer: string }): TOTP {
  return new TOTP({ ...account, algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) });
}

/** A new secret of 160 bits (RFC 4226 section 4), in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The thirty-second step a code belongs to, if it is right now or one step away from it; clocks of phones differ a little. */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  const delta = totpOf(secret, { label: '', issuer: '' }).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 30_000) + delta;
}

/** Keeps a secret, sealed for this person alone; the one before is gone. */
export async function saveTotp(tx: Tx, vault: Vault, { person, secret }: { person: string; secret: string }): Promise<void> {
  const { keyId, sealed } = vault.seal(purpose, Buffer.from(secret), person);
  await tx.query(
    `insert into people.totp (person, key_id, sealed) values ($1, $2, $3)
     on conflict (person) do update set key_id = excluded.key_id, sealed = excluded.sealed`,
    [person, keyId, Buffer.from(sealed)],
  );
}

/** The secret of a person; undefined when there is none. */
export async function findTotp(tx: Tx, vault: Vault, person: string): Promise<string | undefined> {
  const [row] = await tx.query<{ keyId: string; sealed: Buffer }>(
    'select key_id as "keyId", sealed from people.totp where person = $1',
    [person],
  );
  return row && vault.open(purpose, row, person).toString();
}
