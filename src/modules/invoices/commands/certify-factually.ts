// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, stepped } from './step.ts';

const input = z.strictObject(invoiceSeen);

/** Sachlich richtig: what is charged was ordered and delivered. */
export const certifyFactually: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.certify-factually',
  permission: 'invoices.certify',
  input,
  weighty: true,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['assigned'], permission: 'invoices.certify' });
    return it instanceof Refusal ? it : [stepped(it, 'factual', { caller, at })];
  },
  apply: applyStepped,
};
