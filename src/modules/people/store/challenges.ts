// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';

/** What a first step of signing in leaves behind for the second. */
export type ChallengeKind = 'code' | 'passkey-sign-in' | 'passkey-registration' | 'oidc';

const lifetime = 5 * 60_000;

/** Keeps what the second step must match; the ticket that finds it again is known to the browser alone. */
export async function issueChallenge(
  tx: Tx,
  kind: ChallengeKind,
  { content, at }: { content: object; at: Date },
): Promise<string> {
  const ticket = randomBytes(24).toString('base64url');
  await tx.query('insert into people.challenge (id, kind, content, expires_at) values ($1, $2, $3, $4)', [
    hashOf(ticket),
    kind,
    JSON.stringify(content),
    new Date(at.getTime() + lifetime),
  ]);
  return ticket;
}

/** What a ticket stands for, while it is valid. */
export async function readChallenge<Content>(
  tx: Tx,
  kind: ChallengeKind,
  { ticket, at }: { ticket: string; at: Date },
): Promise<Content | undefined> {
  const [row] = await tx.query<{ content: string }>(
    'select content from people.challenge where id = $1 and kind = $2 and expires_at > $3',
    [hashOf(ticket), kind, at],
  );
  return row && (JSON.parse(row.content) as Content);
}

/** Takes a ticket: it works once. */
export async function takeChallenge<Content>(
  tx: Tx,
  kind: ChallengeKind,
  { ticket, at }: { ticket: string; at: Date },
): Promise<Content | undefined> {
  const [row] = await tx.query<{ content: string }>(
    'delete from people.challenge where id = $1 and kind = $2 and expires_at > $3 returning content',
    [hashOf(ticket), kind, at],
  );
  return row && (JSON.parse(row.content) as Content);
}

/** Marks a one-time code as used; false when it was used before (RFC 6238 section 5.2). The mark says neither who nor when for long. */
export async function useCode(tx: Tx, { person, step, at }: { person: string; step: number; at: Date }): Promise<boolean> {
  const mark = createHash('sha256').update(`code ${person} ${step}`).digest();
  const rows = await tx.query(
    `insert into people.challenge (id, kind, content, expires_at) values ($1, 'used-code', '', $2) on conflict do nothing returning id`,
    [mark, new Date(at.getTime() + 3 * 60_000)],
  );
  return rows.length > 0;
}

function hashOf(ticket: string): Buffer {
  return createHash('sha256').update(ticket).digest();
}
