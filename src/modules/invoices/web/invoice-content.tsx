// SPDX-License-Identifier: EUPL-1.2
import { termName } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import { EmptyState, Facts, More, Notice, Part, Table } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import type { Picture } from '../rules/picture.ts';
import { money, termLanguage, termText } from './words.ts';

/** What the invoice says, each value with its business term. */
export function Content({ visit, view }: { visit: Visit; view: InvoiceView }) {
  const { say } = visit;
  const { picture, currency } = view;
  if (!picture) {
    const reason = view.report.unreadable?.reason ?? '';
    return (
      <Part id="content" title={say('invoices.view.unreadable')} gap>
        <EmptyState>{say('invoices.view.unreadable-why', { reason })}</EmptyState>
      </Part>
    );
  }
  return (
    <>
      <Compared visit={visit} view={view} />
      <Totals visit={visit} picture={picture} currency={currency} />
      <Lines visit={visit} picture={picture} currency={currency} />
      <Part id="all" title={say('invoices.view.more')} gap>
        {picture.groups.map(({ id, said }) => (
          <More
            title={id.startsWith('BG-') ? termName(id, termLanguage(visit.locale)) : say('invoices.view.head')}
            open={!id.startsWith('BG-')}
          >
            <Facts items={said.map(({ term, text }) => ({ term: termText(term, visit.locale), value: text }))} />
          </More>
        ))}
      </Part>
      {picture.attachments.length === 0 ? null : (
        <Part id="attachments" title={say('invoices.view.attachments')} count={picture.attachments.length} gap>
          <ul>
            {picture.attachments.map(({ name, about, type }) => (
              <li>
                {name} <span class="muted">{[about, type].filter((text) => text !== '').join(' · ')}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Compared({ visit: { say, locale }, view }: { visit: Visit; view: InvoiceView }) {
  if (view.compared.length === 0) return null;
  const differs = view.compared.some(({ found }) => !found);
  return (
    <Part id="compared" title={say('invoices.view.compared')} gap>
      <Notice tone={differs ? 'late' : 'done'}>
        {view.compared.map(({ term, value, found }) => (
          <p>
            {termText(term, locale)}: <strong>{value}</strong>{' '}
            {say(found ? 'invoices.view.compared-same' : 'invoices.view.compared-other')}
          </p>
        ))}
      </Notice>
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

function Totals({ visit, picture, currency }: { visit: Visit; picture: Picture; currency: string }) {
  const { say, locale } = visit;
  return (
    <Part id="totals" title={say('invoices.view.totals')} gap>
      <Table
        caption={say('invoices.view.totals')}
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
      {picture.vat.length === 0 ? null : (
        <Table
          caption={say('invoices.view.vat')}
          rows={picture.vat}
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
      )}
    </Part>
  );
}

function Lines({ visit: { say }, picture, currency }: { visit: Visit; picture: Picture; currency: string }) {
  return (
    <Part id="lines" title={say('invoices.view.lines')} count={picture.lines.length} gap>
      <Table
        caption={say('invoices.view.lines')}
        captionHidden
        stack
        rows={picture.lines}
        columns={[
          { id: 'no', title: say('invoices.view.line-no'), cell: ({ no }) => no },
          { id: 'item', title: say('invoices.view.line-item'), names: true, cell: ({ item }) => item },
          {
            id: 'quantity',
            title: say('invoices.view.line-quantity'),
            numeric: true,
            cell: ({ quantity, unit }) => `${quantity} ${unit}`,
          },
          { id: 'price', title: say('invoices.view.line-price'), numeric: true, cell: ({ price }) => price },
          { id: 'vat', title: say('invoices.view.line-vat'), numeric: true, cell: ({ vat }) => vat },
          { id: 'amount', title: say('invoices.view.line-amount'), numeric: true, cell: ({ amount }) => money(amount, currency) },
        ]}
      />
      {picture.mostLinesShown ? <p class="muted">{say('invoices.view.more-lines')}</p> : null}
    </Part>
  );
}
