// SPDX-License-Identifier: EUPL-1.2
import { parseDecimal } from '@fachwerk/en16931';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceAllocated } from '../events/invoice-allocated.ts';
import { readAllocation } from '../rules/allocation.ts';
import { knownCodes } from '../rules/budget.ts';
import { localDay } from '../rules/local-day.ts';
import { applyAllocated, lineAmountsOf } from '../store/invoices.ts';
import { codesOf } from '../store/lists.ts';
import { beginStep, invoiceSeen } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, rows: z.string().max(10_000) });

/** Kontieren: one line for each budget code. Not after it was certified arithmetically. */
export const allocateInvoice: Command<z.infer<typeof input>, InvoiceAllocated> = {
  name: 'invoices.allocate-invoice',
  permission: 'invoices.certify',
  input,
  async decide({ input: { rows, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['assigned', 'factual'], permission: 'invoices.certify' });
    if (it instanceof Refusal) return it;
    const amount = it.amount === null ? undefined : parseDecimal(it.amount);
    const read = readAllocation(rows, { amount, lines: await lineAmountsOf(tx, it.id) });
    if (read instanceof Refusal) return read;
    const year = Number(localDay(at).slice(0, 4));
    const unknown = knownCodes(read, await codesOf(tx, year), year);
    if (unknown) return unknown;
    const facts = { rows: read.map((row) => ({ ...row })) };
    return [{ type: 'invoices.allocated', object: `invoice:${it.id}`, file: it.file, unit: it.office ?? it.unit, facts }];
  },
  apply: applyAllocated,
};
