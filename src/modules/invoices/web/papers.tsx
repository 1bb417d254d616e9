// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { PageHead } from '../../../ui/index.ts';
import { findInvoiceView, findOriginal } from '../queries/invoice-view.ts';

/** Das Schreiben an den Rechnungssteller, ready to print. */
export const letterPage: Page = {
  path: '/invoices/:invoice/letter',
  permission: 'invoices.read',
  async show(visit) {
    const view = await visit.read((tx) => findInvoiceView(tx, visit.param('invoice')));
    if (!view || view.letter === '') return visit.notFound();
    const title = visit.say('invoices.view.letter');
    const body = (
      <>
        <PageHead title={title} crumbs={[{ label: view.number || view.fileName, href: `/invoices/${view.id}` }]} />
        <div class="sheet" lang="de">
          <p class="command">{view.letter}</p>
        </div>
      </>
    );
    return visit.html(frame(visit, { title, current: '/invoices', body }));
  },
};

/** The original, byte for byte; always as a download, because it came from outside. */
export const originalEndpoint: Endpoint = {
  method: 'GET',
  path: '/invoices/:invoice/original',
  permission: 'invoices.read',
  summary: 'Download the invoice as it came',
  async handle(visit) {
    const found = await visit.read((tx) => findOriginal(tx, visit.param('invoice')));
    if (!found) return visit.notFound();
    return new Response(await visit.runtime.blobs.get(found.content), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  },
};
