// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import { withinLimit } from '../rules/limit.ts';
import { fourEyes } from '../rules/workflow.ts';
import { applyStepped, doersOf } from '../store/invoices.ts';
import { callerLimit } from './caller-limit.ts';
import { beginStep, invoiceSeen, stepped } from './step.ts';

const input = z.strictObject(invoiceSeen);

/** Anordnen: another person than those who certified, within the limit of their function, tells the treasury to pay. */
export const orderPayment: Command<z.infer<typeof input>, InvoiceStepped> = {
  name: 'invoices.order-payment',
  permission: 'invoices.order',
  input,
  weighty: true,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, from: ['arithmetic'], permission: 'invoices.order' });
    if (it instanceof Refusal) return it;
    const acting = { person: caller.person, represented: caller.onBehalfOf ?? null };
    const no =
      fourEyes(await doersOf(tx, it.id), acting) ??
      withinLimit(it.amount, await callerLimit(tx, caller, it.office ?? it.unit, at));
    return no ?? [stepped(it, 'ordered', { caller, at })];
  },
  apply: applyStepped,
};
