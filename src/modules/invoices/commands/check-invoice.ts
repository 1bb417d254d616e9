// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, stepped } from './step.ts';

const input = z.strictObject(invoiceSeen);

/** Formal geprüft: a person has seen the report and takes the invoice on, with or without faults. */
export const checkInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.check-invoice',
  permission: 'invoices.receive',
  input,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['received'], permission: 'invoices.receive' });
    return it instanceof Refusal ? it : [stepped(it, 'checked', { caller, at })];
  },
  apply: applyStepped,
};
