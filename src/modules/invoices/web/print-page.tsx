// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { PageHead, Part, Table } from '../../../ui/index.ts';
import { personNames } from '../../people/index.ts';
import { findInvoiceView, invoiceLines, type InvoiceView } from '../queries/invoice-view.ts';
import { germanDay } from '../rules/local-day.ts';
import type { Picture } from '../rules/picture.ts';
import { LinesTable } from './invoice-lines.tsx';
import { AllGroups } from './invoice-more.tsx';
import { Overview } from './invoice-overview.tsx';
import { History, type Names } from './invoice-side.tsx';
import { Report } from './report-part.tsx';
import { money } from './words.ts';

const mostPrinted = 10_000;

/** Rechnung drucken: everything of it on one page, with allocation and steps, as one puts it on paper. */
export const printPage: Page = {
  path: '/invoices/:invoice/print',
  permission: 'invoices.read',
  async show(visit) {
    const id = visit.param('invoice');
    const found = await visit.read(async (tx) => {
      const view = await findInvoiceView(tx, id);
      if (!view) return undefined;
      const people = view.steps.flatMap(({ person, represented }) => [person, represented].filter((one) => one !== null));
      const lines = await invoiceLines(tx, { id, from: 0, count: mostPrinted });
      return { view, lines, names: await personNames(tx, people) };
    });
    if (!found) return visit.notFound();
    const title = visit.say('invoices.view.print-title', { number: found.view.number || found.view.fileName });
    const body = <Sheet visit={visit} {...found} title={title} />;
    return visit.html(frame(visit, { title, current: '/invoices', body }));
  },
};

function Sheet(props: { visit: Visit; view: InvoiceView; lines: Picture['lines']; names: Names; title: string }) {
  const { visit, view, lines, names, title } = props;
  const { say } = visit;
  const { picture } = view;
  return (
    <>
      <PageHead
        title={title}
        lead={`${view.seller} · ${money(view.amount, view.currency)} · ${say(`invoices.state.${view.state}`)}`}
        crumbs={[{ label: view.number || view.fileName, href: `/invoices/${view.id}` }]}
      />
      <p>
        {say('invoices.view.received-on')}: {germanDay(view.receivedOn)} · {say('invoices.view.due')}: {germanDay(view.dueOn)}
        {view.booking === '' ? '' : ` · ${say('invoices.view.booking')}: ${view.booking}`}
      </p>
      {picture ? <Overview visit={visit} view={view} picture={picture} /> : null}
      {picture ? (
        <Part id="lines" title={say('invoices.view.lines')} count={view.lineCount} gap>
          <LinesTable visit={visit} lines={lines} currency={view.currency} />
        </Part>
      ) : null}
      <Allocations visit={visit} view={view} />
      <History visit={visit} view={view} names={names} />
      <Report visit={visit} view={view} />
      {picture ? <AllGroups visit={visit} groups={picture.groups} open /> : null}
    </>
  );
}

function Allocations({ visit: { say }, view }: { visit: Visit; view: InvoiceView }) {
  if (view.rows.length === 0) return null;
  return (
    <Part id="allocation" title={say('invoices.view.allocation')} gap>
      <Table
        caption={say('invoices.view.allocation-table')}
        captionHidden
        rows={view.rows}
        columns={[
          { id: 'code', title: say('invoices.view.allocation-code'), names: true, cell: ({ code }) => code },
          { id: 'measure', title: say('invoices.view.allocation-measure'), cell: ({ measure }) => measure },
          {
            id: 'amount',
            title: say('invoices.view.totals-amount'),
            numeric: true,
            cell: ({ amount }) => money(amount, view.currency),
          },
        ]}
      />
    </Part>
  );
}
