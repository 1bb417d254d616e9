// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { OrderRecord } from '../rules/payment-order.ts';

/** One batch in the list. */
export interface BatchLine {
  readonly id: string;
  readonly unit: string;
  readonly no: number;
  readonly madeOn: string;
  readonly count: number;
  readonly total: string;
  readonly open: number;
}

/** The newest batches of the caller's units. */
export function listBatches(tx: Tx): Promise<BatchLine[]> {
  return tx.query<BatchLine>(
    `select b.id, b.unit_id as unit, b.no, b.made_on as "madeOn", b.count, b.total::text as total,
            (select count(*)::int from invoices.invoices i where i.batch_id = b.id and i.state = 'handed-over') as open
       from invoices.batches b order by b.made_on desc, b.no desc limit 50`,
  );
}

/** A batch as it was signed. */
export interface BatchPaper {
  readonly no: number;
  readonly payload: string;
  readonly digest: string;
  readonly signature: string;
}

/** The signed records, always the same bytes: fetching them again sends nothing twice. */
export async function findBatch(tx: Tx, id: string): Promise<BatchPaper | undefined> {
  const [row] = await tx.query<BatchPaper>('select no, payload, digest, signature from invoices.batches where id = $1', [id]);
  return row;
}

/** What waits to be handed over, by unit. */
export function listReady(tx: Tx): Promise<{ unit: string; count: number; total: string }[]> {
  return tx.query(
    `select unit_id as unit, count(*)::int as count, sum(amount)::text as total from invoices.invoices
      where state = 'ordered' and unit_id = any (people.unit_scope('invoices.hand-over')) group by unit_id`,
  );
}

/** Orders of the newest batch that the caller sees: what templates are tried on. */
export async function findNewestBatch(tx: Tx): Promise<{ no: number; orders: OrderRecord[] } | undefined> {
  const [row] = await tx.query<{ no: number; payload: string }>(
    'select no, payload from invoices.batches where count > 0 order by made_on desc, no desc limit 1',
  );
  return row && { no: row.no, orders: (JSON.parse(row.payload) as { orders: OrderRecord[] }).orders.slice(0, 20) };
}
