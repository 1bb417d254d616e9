// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';
import { dueFollowUps } from './follow-ups.ts';
import { findInbox } from './inbox.ts';

/** Whose calendar answers at this secret; undefined when nobody's does. */
export async function feedOwner(tx: Tx, token: string): Promise<string | undefined> {
  const [row] = await tx.query<{ owner: string | null }>('select circulation.feed_owner($1) as owner', [
    createHash('sha256').update(token).digest(),
  ]);
  return row?.owner ?? undefined;
}

/** Has the caller switched their calendar on? */
export async function hasFeed(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select 1 from circulation.feeds where person = kernel.person()');
  return rows.length > 0;
}

/** One day of the calendar; reference and subject only of files that are open to their unit. */
export interface OwnDay {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly about: string;
}

/** One's own follow-ups and terms, nobody else's and not those of the represented. */
export async function ownDays(tx: Tx, until: string): Promise<OwnDay[]> {
  const reminders = (await dueFollowUps(tx, { until, limit: 500 })).filter(({ principal }) => principal === null);
  const terms = (await findInbox(tx)).filter(({ principal, due }) => principal === null && due !== null);
  const [row] = await tx.query<{ open: string[] }>('select records.showable($1, 0::smallint) as open', [
    [...reminders, ...terms].map(({ file }) => file),
  ]);
  const open = new Set(row?.open);
  const about = (file: string, reference: string, subject: string) => (open.has(file) ? `${reference} ${subject}`.trim() : '');
  return [
    ...reminders.map(({ id, due, file, reference, subject }) => ({
      id,
      day: due,
      kind: 'follow-up',
      about: about(file, reference, subject),
    })),
    ...terms.map(({ step, due, kind, file, reference, subject }) => ({
      id: step,
      day: due ?? '',
      kind,
      about: about(file, reference, subject),
    })),
  ];
}
