// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { InvoiceState } from '../rules/workflow.ts';

/** One line of the queue. */
export interface QueueLine {
  readonly id: string;
  readonly number: string;
  readonly seller: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly state: InvoiceState;
  readonly dueOn: string;
  readonly skontoOn: string | null;
  readonly errors: number;
  readonly question: string;
}

const most = 200;

/** Open invoices by what is urgent: the discount's last day while it can be had, else the due day. */
export function listQueue(tx: Tx, today: string, done: boolean): Promise<QueueLine[]> {
  return tx.query<QueueLine>(
    `select id, number, seller, amount::text as amount, currency, state, due_on as "dueOn", skonto_on as "skontoOn", errors, question
       from invoices.invoices
      where (state in ('paid', 'filed', 'refused', 'cancelled')) = $2
      order by case when skonto_on >= $1::date and skonto_on < due_on then skonto_on else due_on end, id limit ${most}`,
    [today, done],
  );
}
