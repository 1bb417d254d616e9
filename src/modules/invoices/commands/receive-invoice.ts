// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingIn, documentSource } from '../../records/index.ts';
import { bytesOf, mostBytes, type ReadInvoice, readInvoice } from '../adapters/read-invoice.ts';
import type { InvoiceReceived } from '../events/invoice-received.ts';
import { dueOn, lastSkontoDay } from '../rules/due.ts';
import { localDay } from '../rules/local-day.ts';
import { numberKey } from '../rules/number-key.ts';
import { glanceAt, pictureOf } from '../rules/picture.ts';
import { applyReceived, findSameContent } from '../store/invoices.ts';

const input = z.strictObject({ document: z.uuid() });

/** Rechnung aufnehmen: a document of the E-Akte is read as an invoice. What it says comes from its bytes, never from who sends it. */
export const receiveInvoice: Command<z.infer<typeof input>, InvoiceReceived> = {
  name: 'invoices.receive-invoice',
  permission: 'invoices.receive',
  input,
  async decide({ input: { document }, caller, at, tx, runtime }) {
    const it = await documentSource(tx, document);
    if (!it) return new Refusal('not-found', 'records.document.not-found');
    const no = await actingIn(tx, caller, { file: it.file, permission: 'records.write' });
    if (no) return no;
    if (await findSameContent(tx, it.file, it.content)) return new Refusal('conflict', 'invoices.same-bytes');
    const bytes = it.size > mostBytes ? undefined : await bytesOf(await runtime.blobs.get(it.content));
    if (!bytes) return new Refusal('too-large', 'invoices.too-large');
    const day = localDay(at);
    return [
      {
        type: 'invoices.received',
        object: `invoice:${newId()}`,
        file: it.file,
        unit: it.leadUnit,
        content: it.content,
        facts: { case: it.case, document, fileName: it.fileName, receivedOn: day, ...factsOf(readInvoice(bytes, day), day) },
      },
    ];
  },
  apply: applyReceived,
};

function factsOf({ report, opened }: ReadInvoice, day: string) {
  const glance = opened && glanceAt(opened.invoice);
  return {
    number: glance?.number ?? '',
    seller: glance?.seller ?? '',
    sellerKey: glance?.sellerKey ?? '',
    iban: glance?.iban ?? '',
    amount: glance?.amount ?? null,
    currency: glance?.currency ?? '',
    issuedOn: glance?.issuedOn ?? null,
    dueOn: dueOn(glance?.dueOn, day),
    skontoOn: lastSkontoDay(glance?.terms ?? '', glance?.issuedOn) ?? null,
    orderKey: numberKey(glance?.order ?? ''),
    contractKey: numberKey(glance?.contract ?? ''),
    errors: report.unreadable ? 1 : report.counts.error,
    picture: JSON.stringify(opened ? { ...pictureOf(opened.invoice), glance } : null),
    report: JSON.stringify(report),
  };
}
