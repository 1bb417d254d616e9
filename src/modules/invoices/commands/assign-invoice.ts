// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { applyStepped } from '../store/invoices.ts';
import { beginStep, invoiceSeen, stepped } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, office: z.uuid() });

/** Zuordnen: the office that ordered the goods certifies and orders the payment. */
export const assignInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.assign-invoice',
  permission: 'invoices.receive',
  input,
  async decide({ input: { office, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['checked', 'assigned'], permission: 'invoices.receive' });
    if (it instanceof Refusal) return it;
    const unit = await unitById(tx, office);
    if (!unit || unit.retired) return new Refusal('invalid', 'invoices.no-office', {}, { office: 'invoices.no-office' });
    return [stepped(it, 'assigned', { caller, at }, { office, note: `${unit.code} ${unit.name}` })];
  },
  apply: applyStepped,
};
