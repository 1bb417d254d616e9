// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { BatchMade } from '../events/batch-made.ts';

/** The number that the unit's next batch gets; a lock on the unit's row of batches keeps the numbers without a gap. */
export async function nextBatchNo(tx: Tx, unit: string): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('invoices.batch:' || $1, 0))", [unit]);
  const [row] = await tx.query<{ no: number }>('select coalesce(max(no), 0) + 1 as no from invoices.batches where unit_id = $1', [
    unit,
  ]);
  return row?.no ?? 1;
}

/** Keeps the batch as it was signed, and says of each invoice in which batch it stands. */
export async function applyBatchMade(tx: Tx, { object, unit, content, facts }: BatchMade): Promise<void> {
  const id = object.slice('batch:'.length);
  await tx.query(
    `insert into invoices.batches (id, unit_id, no, made_on, count, total, payload, digest, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, unit, facts.no, facts.day, facts.count, facts.total, facts.payload, content, facts.signature],
  );
  await tx.query('update invoices.invoices set batch_id = $1 where id = any ($2)', [id, facts.invoices]);
}
