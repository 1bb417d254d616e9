// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, Chips, EmptyState, FilterChip, LinkButton, ListRow, ListRows, Notice, PageHead } from '../../../ui/index.ts';
import { listQueue, type QueueLine } from '../queries/queue.ts';
import { urgency } from '../rules/due.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { money } from './words.ts';

/** Rechnungen: what costs money soonest stands on top. */
export const queuePage: Page = {
  path: '/invoices',
  permission: 'invoices.read',
  async show(visit) {
    const { say, caller } = visit;
    const today = localDay(visit.runtime.clock.now());
    const done = visit.query('done') === '1';
    const lines = await visit.read((tx) => listQueue(tx, today, done));
    const received = Number(visit.query('received') ?? 0);
    const body = (
      <>
        <PageHead
          title={say('invoices.queue.title')}
          lead={say('invoices.queue.lead')}
          actions={
            <>
              {caller.permissions.has('invoices.hand-over') ? (
                <LinkButton href="/invoices/hand-over">{say('invoices.hand-over.title')}</LinkButton>
              ) : null}
              {caller.permissions.has('invoices.receive') ? (
                <LinkButton look="main" icon="plus" hotkey="n" href="/invoices/receive">
                  {say('invoices.receive.title')}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {received > 0 ? (
          <Notice tone="done" live>
            {say('invoices.queue.received', { n: received })}
          </Notice>
        ) : null}
        <Chips label={say('invoices.queue.title')}>
          <FilterChip href="/invoices" on={!done}>
            {say('invoices.queue.open')}
          </FilterChip>
          <FilterChip href="/invoices?done=1" on={done}>
            {say('invoices.queue.done')}
          </FilterChip>
        </Chips>
        {lines.length === 0 ? <EmptyState>{say('invoices.queue.none')}</EmptyState> : null}
        <ListRows label={say('invoices.queue.title')}>
          {lines.map((line) => (
            <Line visit={visit} line={line} today={today} />
          ))}
        </ListRows>
      </>
    );
    return visit.html(frame(visit, { title: say('invoices.queue.title'), current: '/invoices', body }));
  },
};

function Line({ visit: { say }, line, today }: { visit: Visit; line: QueueLine; today: string }) {
  const remarks = [
    say(`invoices.state.${line.state}`),
    line.question === '' ? '' : say('invoices.state.queried'),
    line.errors === 0 ? '' : say('invoices.queue.errors', { n: line.errors }),
  ].filter((text) => text !== '');
  return (
    <ListRow
      want={say(`invoices.want.${line.state}`)}
      title={`${line.seller || say('invoices.view.unreadable')} · ${line.number || say('invoices.view.no-number')}`}
      href={`/invoices/${line.id}`}
      meta={`${money(line.amount, line.currency)} · ${remarks.join(' · ')}`}
      by={<When say={say} line={line} today={today} />}
    />
  );
}

function When({ say, line, today }: { say: Visit['say']; line: QueueLine; today: string }) {
  if (['paid', 'filed', 'refused', 'cancelled', 'handed-over'].includes(line.state)) return <>{germanDay(line.dueOn)}</>;
  const day = urgency(line, today);
  if (day === line.skontoOn) return <Chip tone="now">{say('invoices.queue.skonto-until', { date: germanDay(day) })}</Chip>;
  if (day < today) return <Chip tone="late">{say('invoices.queue.overdue', { date: germanDay(day) })}</Chip>;
  return <Chip>{say('invoices.queue.due', { date: germanDay(day) })}</Chip>;
}
