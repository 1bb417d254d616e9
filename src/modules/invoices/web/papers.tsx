// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { PageHead } from '../../../ui/index.ts';
import { fetchAttachment } from '../commands/fetch-attachment.ts';
import { findInvoiceView, findOriginal, type InvoiceView } from '../queries/invoice-view.ts';
import { acknowledgement } from '../rules/acknowledgement.ts';
import { germanDay } from '../rules/local-day.ts';

/** A letter on its sheet, ready to print. */
function sheet(visit: Visit, view: InvoiceView, { title, letter }: { title: string; letter: string }): Promise<Response> {
  const body = (
    <>
      <PageHead title={title} crumbs={[{ label: view.number || view.fileName, href: `/invoices/${view.id}` }]} />
      <div class="sheet" lang="de">
        <p class="command">{letter}</p>
      </div>
    </>
  );
  return visit.html(frame(visit, { title, current: '/invoices', body }));
}

/** Das Schreiben an den Rechnungssteller, when an invoice was refused. */
export const letterPage: Page = {
  path: '/invoices/:invoice/letter',
  permission: 'invoices.read',
  async show(visit) {
    const view = await visit.read((tx) => findInvoiceView(tx, visit.param('invoice')));
    if (!view || view.letter === '') return visit.notFound();
    return sheet(visit, view, { title: visit.say('invoices.view.letter'), letter: view.letter });
  },
};

/** Eingangsbestätigung: that an invoice came, when, and which bytes. */
export const acknowledgementPage: Page = {
  path: '/invoices/:invoice/acknowledgement',
  permission: 'invoices.read',
  async show(visit) {
    const view = await visit.read((tx) => findInvoiceView(tx, visit.param('invoice')));
    if (!view) return visit.notFound();
    const letter = acknowledgement({ ...view, receivedOn: germanDay(view.receivedOn) });
    return sheet(visit, view, { title: visit.say('invoices.view.acknowledgement'), letter });
  },
};

/** Bytes that came from outside: only ever a download. */
function foreignBytes(body: ConstructorParameters<typeof Response>[0], name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** The original, byte for byte. */
export const originalEndpoint: Endpoint = {
  method: 'GET',
  path: '/invoices/:invoice/original',
  permission: 'invoices.read',
  summary: 'Download the invoice as it came',
  async handle(visit) {
    const found = await visit.read((tx) => findOriginal(tx, visit.param('invoice')));
    return found ? foreignBytes(await visit.runtime.blobs.get(found.content), found.fileName) : visit.notFound();
  },
};

/** A file inside the invoice, counted from one. */
export const attachmentEndpoint: Endpoint = {
  method: 'GET',
  path: '/invoices/:invoice/attachments/:no',
  permission: 'invoices.read',
  summary: 'Download a file that the invoice carries inside (BT-125)',
  async handle(visit) {
    const found = await visit.read((tx) => findOriginal(tx, visit.param('invoice')));
    const no = Number(visit.param('no'));
    if (!found || !Number.isInteger(no) || no < 1) return visit.notFound();
    const attachment = await fetchAttachment(visit.runtime, found.content, no - 1);
    return attachment ? foreignBytes(Uint8Array.from(attachment.bytes), attachment.name) : visit.notFound();
  },
};
