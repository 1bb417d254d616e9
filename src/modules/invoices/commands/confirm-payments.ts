// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { readConfirmations } from '../rules/confirmation.ts';
import { applyStepped, findInvoiceForChange } from '../store/invoices.ts';
import { stepped } from './step.ts';

const input = z.strictObject({ lines: z.string().max(200_000) });

/** Rückmeldung einlesen: booking number and day of payment, wholly or not at all. A line that was read before changes nothing. */
export const confirmPayments: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.confirm-payments',
  permission: 'invoices.hand-over',
  input,
  async decide({ input: { lines }, caller, at, tx }) {
    const read = readConfirmations(lines);
    if (read instanceof Refusal) return read;
    const events: InvoiceStepped[] = [];
    for (const { invoice, booking, paidOn } of read) {
      const it = await findInvoiceForChange(tx, invoice);
      const no = it && (await mayActIn(tx, caller, { permission: 'invoices.hand-over', unit: it.unit }));
      if (!it || no) return no ?? new Refusal('not-found', 'invoices.not-found');
      if (it.state === 'paid' || it.state === 'filed') continue;
      if (it.state !== 'handed-over') return new Refusal('conflict', `invoices.not-now.${it.state}`, { number: it.number });
      const event = stepped(it, 'paid', { caller, at }, { booking, note: booking });
      events.push({ ...event, facts: { ...event.facts, day: paidOn } });
    }
    return events;
  },
  apply: applyStepped,
};
