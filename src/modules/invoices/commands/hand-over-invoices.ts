// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn, personNames } from '../../people/index.ts';
import type { BatchMade } from '../events/batch-made.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { localDay } from '../rules/local-day.ts';
import { type OrderRecord, paymentOrder, totalOf } from '../rules/payment-order.ts';
import { apartFromPayment } from '../rules/workflow.ts';
import { applyBatchMade, nextBatchNo } from '../store/batches.ts';
import { allocationOf, applyStepped, doersOf, findOrderedForChange, type LockedInvoice } from '../store/invoices.ts';
import { stepped } from './step.ts';

const input = z.strictObject({ unit: z.uuid() });

/** Übergeben: all ordered invoices of a unit as one numbered, signed batch. */
export const handOverInvoices: Command<z.infer<typeof input>, BatchMade | InvoiceStepped> = {
  name: 'invoices.hand-over-invoices',
  permission: 'invoices.hand-over',
  input,
  weighty: true,
  async decide({ input: { unit }, caller, at, tx, runtime }) {
    const no = await mayActIn(tx, caller, { permission: 'invoices.hand-over', unit });
    if (no) return no;
    const ready = await collectOrders(tx, caller, { unit, day: localDay(at) });
    if (ready instanceof Refusal) return ready;
    const number = await nextBatchNo(tx, unit);
    const day = localDay(at);
    const total = totalOf(ready.records);
    const batch = {
      form: 'fachwerk-payment-orders/1',
      unit,
      no: number,
      day,
      count: ready.records.length,
      total,
      orders: ready.records,
    };
    const payload = JSON.stringify(batch);
    const content = createHash('sha256').update(payload).digest('hex');
    // The name in front keeps this signature from ever passing for one of a journal head.
    const signature = Buffer.from(runtime.vault.sign(Buffer.from(`fachwerk-payment-orders/1 ${content}`))).toString('base64');
    const facts = {
      no: number,
      day,
      count: ready.records.length,
      total,
      payload,
      signature,
      invoices: ready.invoices.map(({ id }) => id),
    };
    const made: BatchMade = { type: 'invoices.batch-made', object: `batch:${newId()}`, unit, content, facts };
    return [made, ...ready.invoices.map((it) => stepped(it, 'handed-over', { caller, at }, { note: String(number) }))];
  },
  apply: (tx, event) => (event.type === 'invoices.batch-made' ? applyBatchMade(tx, event) : applyStepped(tx, event)),
};

/** The orders of a unit, each complete; the first incomplete one is named. */
async function collectOrders(
  tx: Tx,
  caller: Caller,
  { unit, day }: { readonly unit: string; readonly day: string },
): Promise<{ invoices: LockedInvoice[]; records: OrderRecord[] } | Refusal> {
  const invoices = await findOrderedForChange(tx, unit);
  if (invoices.length === 0) return new Refusal('conflict', 'invoices.nothing-ordered');
  const acting = { person: caller.person, represented: caller.onBehalfOf ?? null };
  const records: OrderRecord[] = [];
  for (const it of invoices) {
    const doers = await doersOf(tx, it.id);
    const no = apartFromPayment(doers, acting);
    if (no) return no;
    const names = await personNames(
      tx,
      doers.flatMap(({ person }) => person ?? []),
    );
    const steps = Object.fromEntries(
      doers.map(({ step, day: on, person }) => [step, { day: on, name: names.get(person ?? '') ?? '' }]),
    );
    const record = paymentOrder({ ...it, rows: await allocationOf(tx, it.id), steps }, day);
    if (record instanceof Refusal) return record;
    records.push(record);
  }
  return { invoices, records };
}
