// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Notice, Part } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import { shortagesOf } from '../rules/budget.ts';
import { skontoOffers } from '../rules/due.ts';
import { germanDay } from '../rules/local-day.ts';
import type { Difference, Match } from '../rules/match.ts';
import { money } from './words.ts';

interface Props {
  readonly visit: Visit;
  readonly view: InvoiceView;
}

const settled = ['handed-over', 'paid', 'filed', 'refused', 'cancelled'];

/** What the discount is worth, and until when. */
export function SkontoNotice({ visit: { say }, view, today }: Props & { today: string }) {
  if (settled.includes(view.state)) return null;
  const offers = skontoOffers({ ...view, terms: view.picture?.glance.terms ?? '' }, today);
  if (offers.length === 0) return null;
  return (
    <Notice tone="now">
      {offers.map(({ percent, until, saving, toPay }) => (
        <p>
          {say('invoices.view.skonto-offer', {
            percent: percent.replace('.', ','),
            date: germanDay(until),
            saving: money(saving, view.currency),
            amount: money(toPay, view.currency),
          })}
        </p>
      ))}
    </Notice>
  );
}

/** Which order or contract it belongs to, with every difference; and budget codes whose means do not suffice. */
export function Claims({ visit, view }: Props) {
  const { say } = visit;
  const short = settled.includes(view.state) ? [] : shortagesOf(view.rows, view.codes);
  if (view.matches.length === 0 && short.length === 0) return null;
  return (
    <Part id="claims" title={say('invoices.match.title')} gap>
      {view.matches.map((match) => (
        <MatchNotice visit={visit} view={view} match={match} />
      ))}
      {short.map((details) => (
        <Notice tone="late">{say('invoices.budget.short', { ...details })}</Notice>
      ))}
    </Part>
  );
}

function MatchNotice({ visit: { say }, view, match }: Props & { match: Match }) {
  if (!('cells' in match)) return <Notice tone="late">{say(`invoices.match.${match.by}`, { number: match.number })}</Notice>;
  const { cells, left, differences, by } = match;
  const kind = say(`invoices.match.kind.${cells['kind'] ?? 'order'}`);
  const details = { kind, number: cells['number'] ?? '', supplier: cells['supplier'] ?? '', unit: cells['unit'] ?? '' };
  return (
    <Notice tone={differences.length > 0 ? 'late' : by === 'supplier' ? 'info' : 'done'}>
      <p>
        {say(by === 'supplier' ? 'invoices.match.by-supplier' : 'invoices.match.found', details)}{' '}
        {left === undefined ? null : say(leftWords(left), { left: money(left, view.currency) })}
      </p>
      {differences.map((difference) => (
        <p>{say(`invoices.match.differs.${difference.kind}`, shown(difference, view.currency))}</p>
      ))}
    </Notice>
  );
}

function leftWords(left: string): string {
  return left.startsWith('-') || left === '0.00' ? 'invoices.match.nothing-left' : 'invoices.match.left';
}

function shown({ kind, invoice, expected }: Difference, currency: string): { invoice: string; expected: string } {
  if (kind === 'amount') return { invoice: money(invoice, currency), expected: money(expected, currency) };
  if (kind === 'expired') return { invoice: germanDay(invoice), expected: germanDay(expected) };
  return { invoice, expected };
}
