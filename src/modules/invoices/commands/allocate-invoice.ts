// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceAllocated } from '../events/invoice-allocated.ts';
import { readAllocation } from '../rules/allocation.ts';
import { applyAllocated } from '../store/invoices.ts';
import { beginStep, invoiceSeen } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, rows: z.string().max(10_000) });

/** Kontieren: one line for each budget code. Not after it was certified arithmetically. */
export const allocateInvoice: Command<z.infer<typeof input>, InvoiceAllocated> = {
  name: 'invoices.allocate-invoice',
  permission: 'invoices.certify',
  input,
  async decide({ input: { rows, ...seen }, caller, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['assigned', 'factual'], permission: 'invoices.certify' });
    if (it instanceof Refusal) return it;
    const read = readAllocation(rows);
    if (read instanceof Refusal) return read;
    const facts = { rows: read.map((row) => ({ ...row })) };
    return [{ type: 'invoices.allocated', object: `invoice:${it.id}`, file: it.file, unit: it.office ?? it.unit, facts }];
  },
  apply: applyAllocated,
};
