// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, reason: reasonText });

/** Stornieren: it is not to be paid (duplicate, credited). As long as it was not handed over. */
export const cancelInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.cancel-invoice',
  permission: 'invoices.receive',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const from = ['received', 'checked', 'assigned', 'factual', 'arithmetic', 'ordered'] as const;
    const it = await beginStep(tx, caller, { ...seen, from, permission: 'invoices.receive' });
    return it instanceof Refusal ? it : [stepped(it, 'cancelled', { caller, at }, { note: reason })];
  },
  apply: applyStepped,
};
