// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Notice, Part, Table } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import type { Picture } from '../rules/picture.ts';
import { SaidTable } from './said-table.tsx';
import { money, showSaid, termText } from './words.ts';

type Seen = Pick<Picture, 'totals' | 'vat' | 'groups'>;

/** What matters first: is the picture the same as the data, who wants how much for what, how does it add up? */
export function Overview({ visit, view, picture }: { visit: Visit; view: InvoiceView; picture: Seen }) {
  return (
    <>
      <Compared visit={visit} view={view} />
      <Essentials visit={visit} picture={picture} />
      <Totals visit={visit} picture={picture} currency={view.currency} />
    </>
  );
}

function Compared({ visit: { say, locale }, view }: { visit: Visit; view: InvoiceView }) {
  if (view.isBeingRead) return <Notice>{say('invoices.view.compared-later')}</Notice>;
  if (view.compared.length === 0) return null;
  const differs = view.compared.some(({ found }) => !found);
  return (
    <Part id="compared" title={say('invoices.view.compared')} gap>
      <Notice tone={differs ? 'late' : 'done'}>
        {view.compared.map(({ term, value, found }) => (
          <p>
            {termText(term, locale)}:{' '}
            <strong>{isSum(term) ? money(value, view.currency) : showSaid({ term, text: value })}</strong>{' '}
            {say(found ? 'invoices.view.compared-same' : 'invoices.view.compared-other')}
          </p>
        ))}
      </Notice>
    </Part>
  );
}

const isSum = (term: string) => ['BT-109', 'BT-110', 'BT-112', 'BT-115'].includes(term);

/** Who, to whom, for what, when, on which account. */
const essentials = [
  ...['BT-27', 'BT-31', 'BT-44', 'BT-10', 'BT-13', 'BT-12', 'BT-2', 'BT-9', 'BT-72', 'BT-73', 'BT-74', 'BT-25'],
  ...['BT-84', 'BT-85', 'BT-83', 'BT-20', 'BT-22'],
];

function Essentials({ visit, picture }: { visit: Visit; picture: Seen }) {
  const { say } = visit;
  const said = picture.groups.flatMap((group) => group.said);
  const items = essentials.flatMap((term) => said.filter((one) => one.term === term));
  return (
    <Part id="essentials" title={say('invoices.view.essentials')} gap>
      <SaidTable visit={visit} caption={say('invoices.view.essentials-table')} said={items} />
    </Part>
  );
}

/** Signs that make the sums a calculation one can follow: what is added, what is taken off, what comes out. */
const signs: Readonly<Record<string, string>> = {
  'BT-106': '',
  'BT-107': '−',
  'BT-108': '+',
  'BT-109': '=',
  'BT-110': '+',
  'BT-112': '=',
  'BT-113': '−',
  'BT-114': '+',
  'BT-115': '=',
};

function Totals({ visit, picture, currency }: { visit: Visit; picture: Seen; currency: string }) {
  const { say, locale } = visit;
  return (
    <Part id="totals" title={say('invoices.view.totals')} gap>
      <Table
        caption={say('invoices.view.totals-table')}
        captionHidden
        rows={picture.totals}
        here={({ term }) => term === 'BT-115'}
        columns={[
          {
            id: 'term',
            title: say('invoices.view.totals-term'),
            names: true,
            cell: ({ term }) => `${signs[term] ?? ''} ${termText(term, locale)}`.trim(),
          },
          { id: 'amount', title: say('invoices.view.totals-amount'), numeric: true, cell: ({ text }) => money(text, currency) },
        ]}
      />
      {picture.vat.length === 0 ? null : <Vat visit={visit} vat={picture.vat} currency={currency} />}
    </Part>
  );
}

function Vat({ visit: { say }, vat, currency }: { visit: Visit; vat: Picture['vat']; currency: string }) {
  return (
    <Table
      caption={say('invoices.view.vat')}
      rows={vat}
      columns={[
        {
          id: 'rate',
          title: say('invoices.view.vat-rate'),
          names: true,
          cell: ({ category, rate }) => `${category} ${rate} %`,
        },
        { id: 'base', title: say('invoices.view.vat-base'), numeric: true, cell: ({ base }) => money(base, currency) },
        { id: 'tax', title: say('invoices.view.vat-tax'), numeric: true, cell: ({ tax }) => money(tax, currency) },
      ]}
    />
  );
}
