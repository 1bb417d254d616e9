// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Channel, ItemState } from '../rules/workflow.ts';

/** One line of an inbox. */
export interface InboxLine {
  readonly id: string;
  readonly state: ItemState;
  readonly channel: Channel;
  readonly sender: string;
  readonly subject: string;
  readonly fileName: string;
  readonly receivedOn: string;
  readonly reading: string;
  readonly office: string;
}

/** What lies in which drawer. */
export const drawers = ['open', 'given', 'quarantine', 'done'] as const;
export type Drawer = (typeof drawers)[number];

const most = 200;

const inDrawer: Readonly<Record<Drawer, string>> = {
  open: "office_id = any ($1) and state in ('new', 'forwarded', 'returned')",
  given: "from_id = any ($1) and not office_id = any ($1) and state in ('forwarded', 'returned')",
  quarantine: "office_id = any ($1) and state = 'quarantined'",
  done: "office_id = any ($1) and state in ('assigned', 'done')",
};

/** The inboxes of some offices: the oldest on top, because it waits longest; what is done with the newest on top. */
export function listInbox(tx: Tx, offices: readonly string[], drawer: Drawer): Promise<InboxLine[]> {
  const order = drawer === 'done' ? 'received_on desc, id desc' : 'received_on, id';
  return tx.query<InboxLine>(
    `select id, state, channel, sender, subject, file_name as "fileName", received_on as "receivedOn", reading, office_id as office
       from post.items where ${inDrawer[drawer]} order by ${order} limit ${most}`,
    [offices],
  );
}

/** How much lies open in these inboxes, at most `most` of it counted. */
export async function countOpen(tx: Tx, offices: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select from post.items where ${inDrawer.open} limit 1000) open`,
    [offices],
  );
  return row?.n ?? 0;
}
