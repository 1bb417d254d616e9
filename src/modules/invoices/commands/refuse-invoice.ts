// SPDX-License-Identifier: EUPL-1.2
import type { Report } from '@fachwerk/en16931';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { germanDay } from '../rules/local-day.ts';
import { refusalLetter } from '../rules/refusal-letter.ts';
import { applyStepped, findReport } from '../store/invoices.ts';
import { beginStep, invoiceSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...invoiceSeen, reason: reasonText });

/** Zurückweisen: only a person does it, and the supplier gets a letter that names each rule and what to do. */
export const refuseInvoice: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.refuse-invoice',
  permission: 'invoices.receive',
  input,
  weighty: true,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, {
      ...seen,
      from: ['received', 'checked', 'assigned'],
      permission: 'invoices.receive',
    });
    if (it instanceof Refusal) return it;
    const { findings } = (await findReport(tx, it.id)) as Report;
    const letter = refusalLetter({
      seller: it.seller,
      number: it.number,
      issuedOn: it.issuedOn === null ? '' : germanDay(it.issuedOn),
      receivedOn: germanDay(it.receivedOn),
      reason,
      findings,
    });
    return [stepped(it, 'refused', { caller, at }, { note: reason, letter })];
  },
  apply: applyStepped,
};
