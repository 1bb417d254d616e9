// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, question: reasonText });

/** Rückfrage: what was certified so far counts no more, the office looks again. */
export const queryInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.query-invoice',
  permission: 'invoices.certify',
  input,
  async decide({ input: { question, ...seen }, caller, at, tx }) {
    const from = ['assigned', 'factual', 'arithmetic'] as const;
    const it = await beginStep(tx, caller, { ...seen, from, permission: 'invoices.certify' });
    return it instanceof Refusal ? it : [stepped(it, 'queried', { caller, at }, { note: question })];
  },
  apply: applyStepped,
};
