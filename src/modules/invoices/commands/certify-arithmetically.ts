// SPDX-License-Identifier: EUPL-1.2
import { parseDecimal } from '@fachwerk/en16931';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { allocated } from '../rules/allocation.ts';
import { allAllocated } from '../rules/workflow.ts';
import { allocationOf, applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, stepped } from './step.ts';

const input = z.strictObject(invoiceSeen);

/** Rechnerisch richtig: all amounts add up, and every cent has its budget code. */
export const certifyArithmetically: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.certify-arithmetically',
  permission: 'invoices.certify',
  input,
  weighty: true,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['factual'], permission: 'invoices.certify' });
    if (it instanceof Refusal) return it;
    const amount = it.amount === null ? undefined : parseDecimal(it.amount);
    const no = allAllocated(amount, allocated(await allocationOf(tx, it.id)));
    return no ?? [stepped(it, 'arithmetic', { caller, at })];
  },
  apply: applyStepped,
};
