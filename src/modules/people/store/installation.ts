// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';

/** State of this Fachwerk as a whole. */
export interface Installation {
  readonly demo: boolean;
  readonly fourEyesBegan: boolean;
  readonly waitsForSetup: boolean;
}

/** Reads the state. */
export async function installation(tx: Tx): Promise<Installation> {
  const [row] = await tx.query<Installation>(
    'select demo, four_eyes as "fourEyesBegan", setup_token is not null as "waitsForSetup" from people.installation',
  );
  if (!row) throw new Error('installation is missing');
  return row;
}

/** Makes a new one-time word for the first administrator; the one before no longer works. */
export async function issueSetupToken(tx: Tx): Promise<string> {
  const token = randomBytes(15).toString('base64url');
  await tx.query('update people.installation set setup_token = $1', [digestOf(token)]);
  return token;
}

/** Checks the one-time word, in constant time, and holds the row: setting up happens once. */
export async function checkSetupToken(tx: Tx, token: string): Promise<boolean> {
  const [row] = await tx.query<{ digest: Buffer | null }>('select setup_token as digest from people.installation for update');
  return row?.digest ? timingSafeEqual(digestOf(token), row.digest) : false;
}

/** Set up: the word is gone. */
export async function endSetup(tx: Tx): Promise<void> {
  await tx.query('update people.installation set setup_token = null');
}

/** Makes this installation a demonstration. */
export async function applyDemonstrationDeclared(tx: Tx): Promise<void> {
  await tx.query('update people.installation set demo = true, setup_token = null');
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
