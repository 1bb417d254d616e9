// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Pagination, Part, Table } from '../../../ui/index.ts';
import type { Picture } from '../rules/picture.ts';
import { money, quantity } from './words.ts';

/** Lines on one page. */
export const linesOnPage = 100;

/** The invoice's lines, each column with its business term. */
export function LinesTable(props: { visit: Visit; lines: Picture['lines']; currency: string }) {
  const { lines, currency } = props;
  const { say } = props.visit;
  return (
    <Table
      caption={say('invoices.view.lines-table')}
      captionHidden
      stack
      rows={lines}
      columns={[
        { id: 'no', title: say('invoices.view.line-no'), cell: ({ no }) => no },
        { id: 'item', title: say('invoices.view.line-item'), names: true, cell: ({ item }) => item },
        {
          id: 'quantity',
          title: say('invoices.view.line-quantity'),
          numeric: true,
          cell: (line) => quantity(props.visit, line.quantity, line.unit),
        },
        { id: 'price', title: say('invoices.view.line-price'), numeric: true, cell: ({ price }) => price.replace('.', ',') },
        { id: 'vat', title: say('invoices.view.line-vat'), numeric: true, cell: ({ vat }) => vat },
        { id: 'amount', title: say('invoices.view.line-amount'), numeric: true, cell: ({ amount }) => money(amount, currency) },
      ]}
    />
  );
}

/** One page of the lines, with the way to the others. */
export function LinesPage(props: {
  visit: Visit;
  view: { readonly id: string; readonly lineCount: number; readonly currency: string };
  lines: Picture['lines'];
  page: number;
  capped: boolean;
}) {
  const { visit, view, lines, page, capped } = props;
  const { say } = visit;
  return (
    <Part id="lines" title={say('invoices.view.lines')} count={view.lineCount} gap>
      <LinesTable visit={visit} lines={lines} currency={view.currency} />
      {capped ? <p class="muted">{say('invoices.view.more-lines')}</p> : null}
      {view.lineCount <= linesOnPage ? null : (
        <Pagination
          page={page}
          pageSize={linesOnPage}
          total={view.lineCount}
          href={(n) => `/invoices/${view.id}?side=lines&page=${n}`}
          label={say('invoices.view.lines-pages')}
        />
      )}
    </Part>
  );
}
