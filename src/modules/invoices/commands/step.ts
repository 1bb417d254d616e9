// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import { actingIn } from '../../records/index.ts';
import type { InvoiceStep, InvoiceStepped } from '../events/invoice-stepped.ts';
import { localDay } from '../rules/local-day.ts';
import { type InvoiceState, mayStep } from '../rules/workflow.ts';
import { findInvoiceForChange, type LockedInvoice } from '../store/invoices.ts';

/** Which invoice, and as which state the person saw it. */
export const invoiceSeen = { invoice: z.uuid(), lock: z.coerce.number().int().min(1) };
/** Why, in a sentence. */
export const reasonText = z.string().trim().min(3).max(500);

/** Locks the invoice and asks what all steps ask: is it there, does it stand there, may the caller act for the unit concerned? */
export async function beginStep(
  tx: Tx,
  caller: Caller,
  wish: {
    readonly invoice: string;
    readonly lock: number;
    readonly from: readonly InvoiceState[];
    readonly permission: 'invoices.receive' | 'invoices.certify' | 'invoices.order';
  },
): Promise<LockedInvoice | Refusal> {
  const it = await findInvoiceForChange(tx, wish.invoice);
  if (!it) return new Refusal('not-found', 'invoices.not-found');
  return mayStep(it, wish.from, wish.lock) ?? (await mayActFor(tx, caller, it, wish.permission)) ?? it;
}

/** At receipt the file's keepers act, afterwards the office that it was assigned to. */
export async function mayActFor(
  tx: Tx,
  caller: Caller,
  it: LockedInvoice,
  permission: 'invoices.receive' | 'invoices.certify' | 'invoices.order',
): Promise<Refusal | undefined> {
  if (permission === 'invoices.receive') return actingIn(tx, caller, { file: it.file, permission: 'records.write' });
  return mayActIn(tx, caller, { permission, unit: it.office ?? it.unit });
}

/** The event of a step, with who did it. */
export function stepped(
  it: Pick<LockedInvoice, 'id' | 'file' | 'unit' | 'office'>,
  step: InvoiceStep,
  { caller, at }: { caller: Caller; at: Date },
  more: { note?: string; office?: string; letter?: string; booking?: string } = {},
): InvoiceStepped {
  const { note = '', ...rest } = more;
  const facts = { person: caller.person, represented: caller.onBehalfOf ?? null, day: localDay(at), note, ...rest };
  return { type: `invoices.${step}`, object: `invoice:${it.id}`, file: it.file, unit: it.office ?? it.unit, facts };
}
