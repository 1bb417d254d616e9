// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped, findInvoiceOfCase } from '../store/invoices.ts';
import { stepped } from './step.ts';

const input = z.strictObject({ case: z.uuid() });

/** Abgelegt: its case was filed away, so retention runs by the filing plan. Refused and cancelled invoices stay what they are. */
export const fileInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.file-invoice',
  permission: 'invoices.receive',
  input,
  async decide({ input: { case: caseId }, caller, at, tx }) {
    if (caller.system === undefined) return new Refusal('not-permitted', 'kernel.not-permitted');
    const it = await findInvoiceOfCase(tx, caseId);
    if (it?.state !== 'paid') return [];
    return [stepped(it, 'filed', { caller, at })];
  },
  apply: applyStepped,
};
