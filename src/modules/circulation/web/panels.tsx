// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '@fachwerk/german-calendar';
import type { Visit } from '../../../kernel/page.ts';
import type { Panel } from '../../../kernel/panel.ts';
import { Button, EmptyState, Form, LinkButton, ListRow, ListRows, Part } from '../../../ui/index.ts';
import { personNames, unitsById } from '../../people/index.ts';
import { dayLoad, dueFollowUps, type FollowUpLine, followUpsOf, ownUnits } from '../queries/follow-ups.ts';
import { findInbox, type InboxLine } from '../queries/inbox.ts';
import { type OrderView, ordersAt, ordersOf } from '../queries/order-view.ts';
import { spans } from '../rules/follow-up-days.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { Load } from './load.tsx';
import { OrderSeats } from './seats-view.tsx';
import { When } from './words.tsx';

/** Zu tun: orders to me, on the desk. */
const deskOrders: Panel = {
  place: 'records.desk',
  permission: 'circulation.act',
  first: true,
  async show(visit) {
    const today = localDay(visit.runtime.clock.now());
    const found = await visit.read(async (tx) => {
      const inbox = await findInbox(tx);
      const reminders = await dueFollowUps(tx, { until: today, limit: 20 });
      const people = [...inbox, ...reminders].map(({ principal }) => principal).filter((id) => id !== null);
      return {
        inbox,
        reminders,
        names: await personNames(tx, people),
        units: await unitsById(
          tx,
          inbox.map(({ unit }) => unit),
        ),
      };
    });
    const { inbox, reminders, names, units } = found;
    const { say } = visit;
    const from = (line: InboxLine) => units.get(line.unit)?.code ?? '';
    return (
      <>
        <Part id="to-do" title={say('circulation.to-do')} count={inbox.length || undefined}>
          {inbox.length === 0 ? <EmptyState>{say('circulation.nothing-to-do')}</EmptyState> : null}
          <ListRows label={say('circulation.to-do')}>
            {inbox.map((line) => (
              <InboxRow visit={visit} line={line} from={from(line)} principal={names.get(line.principal ?? '')} today={today} />
            ))}
          </ListRows>
        </Part>
        <Part
          id="follow-ups-due"
          title={say('circulation.follow-ups')}
          count={reminders.length || undefined}
          right={<a href="/follow-ups">{say('circulation.all-follow-ups')}</a>}
          gap
        >
          {reminders.length === 0 ? <EmptyState>{say('circulation.no-follow-up-today')}</EmptyState> : null}
          <ListRows label={say('circulation.follow-ups')}>
            {reminders.map((line) => (
              <FollowUpRow visit={visit} line={line} today={today} principal={names.get(line.principal ?? '')} />
            ))}
          </ListRows>
        </Part>
      </>
    );
  },
};

function InboxRow(props: { visit: Visit; line: InboxLine; from: string; principal: string | undefined; today: string }) {
  const { visit, line, from, principal, today } = props;
  const { say } = visit;
  const said = [
    line.reference,
    say('circulation.from', { unit: from }),
    line.note,
    principal === undefined ? '' : say('circulation.for', { name: principal }),
  ];
  return (
    <ListRow
      want={say(`circulation.want.${line.kind}`)}
      title={line.title || line.subject}
      href={`/orders/${line.order}`}
      meta={said.filter((text) => text !== '').join(' · ')}
      by={<When visit={visit} due={line.due} today={today} />}
      action={
        <LinkButton
          small
          href={`/orders/${line.order}`}
          label={say('circulation.open-order', { title: line.title || line.subject })}
        >
          {say('circulation.open')}
        </LinkButton>
      }
    />
  );
}

/** One follow-up: done in place. */
export function FollowUpRow(props: {
  visit: Visit;
  line: FollowUpLine;
  today: string;
  principal?: string | undefined;
  back?: string;
}) {
  const { visit, line, today, principal } = props;
  const { say } = visit;
  const said = [
    line.reference,
    line.note,
    line.series === null ? '' : say(`circulation.series.${line.series}`),
    line.woken ? say('circulation.woken') : '',
    principal === undefined ? '' : say('circulation.for', { name: principal }),
  ];
  return (
    <ListRow
      want={say('circulation.look-again')}
      title={line.subject}
      href={`/cases/${line.case}`}
      meta={said.filter((text) => text !== '').join(' · ')}
      by={<When visit={visit} due={line.due} today={today} />}
      action={
        <Form action="/follow-ups/finish" look="inline" values={{ followUp: line.id, lock: String(line.lock) }}>
          <Button small label={say('circulation.follow-up-done', { subject: line.subject })}>
            {say('circulation.done')}
          </Button>
        </Form>
      }
    />
  );
}

/** How full the next two weeks are, for the caller's units. */
const deskLoad: Panel = {
  place: 'records.desk-side',
  permission: 'circulation.act',
  first: true,
  async show(visit) {
    const from = localDay(visit.runtime.clock.now());
    const load = await visit.read(async (tx) => dayLoad(tx, { units: await ownUnits(tx), from, to: addDays(from, 13) }));
    return (
      <Part id="load" title={visit.say('circulation.two-weeks')} right={<a href="/radar">{visit.say('circulation.radar')}</a>}>
        <Load visit={visit} load={load} from={from} days={10} />
      </Part>
    );
  },
};

function Orders({ visit, orders }: { visit: Visit; orders: readonly OrderView[] }) {
  const { say } = visit;
  return (
    <>
      {orders.map((view) => (
        <div class="flow">
          <p>
            <a href={`/orders/${view.id}`}>{view.title || say('circulation.order')}</a>{' '}
            <span class="muted">{`${say(`circulation.state.${view.state}`)}, ${germanDay(view.startedOn)}`}</span>
          </p>
          {view.state === 'running' || view.state === 'returned' ? <OrderSeats visit={visit} steps={view.steps} /> : null}
        </div>
      ))}
    </>
  );
}

/** Orders and follow-ups of a case. */
const caseOrders: Panel = {
  place: 'records.case',
  permission: 'circulation.read',
  first: true,
  async show(visit, subject) {
    const { say, caller } = visit;
    const today = localDay(visit.runtime.clock.now());
    const [orders, reminders] = await visit.read(async (tx) => [await ordersAt(tx, subject), await followUpsOf(tx, subject)]);
    return (
      <Part id="orders" title={say('circulation.orders')} level={3} count={orders.length || undefined}>
        <div class="flow">
          <Orders visit={visit} orders={orders} />
          {caller.permissions.has('circulation.order') ? (
            <p class="btns">
              <LinkButton href={`/cases/${subject}/order`} hotkey="v">
                {say('circulation.give')}
              </LinkButton>
            </p>
          ) : null}
          <p class="strong">{say('circulation.follow-ups')}</p>
          {reminders.length === 0 ? <p class="muted">{say('circulation.no-follow-up')}</p> : null}
          <ul class="plain">
            {reminders.map((line) => (
              <li>
                <When visit={visit} due={line.due} today={today} /> {line.note}
              </li>
            ))}
          </ul>
          {caller.permissions.has('circulation.act') ? <Quick visit={visit} subject={subject} /> : null}
        </div>
      </Part>
    );
  },
};

/** One click: again in a week, a month … */
function Quick({ visit: { say }, subject }: { visit: Visit; subject: string }) {
  return (
    <Form action={`/cases/${subject}/follow-up/set`} look="buttons" label={say('circulation.follow-up-in')}>
      {spans.slice(0, 4).map((span) => (
        <Button small name="span" value={span}>
          {say(`circulation.span.${span}`)}
        </Button>
      ))}
      <LinkButton small look="quiet" href={`/cases/${subject}/follow-up`} hotkey="w">
        {say('circulation.other-day')}
      </LinkButton>
    </Form>
  );
}

/** The order that a document goes round in. */
const documentOrders: Panel = {
  place: 'records.document',
  permission: 'circulation.read',
  first: true,
  async show(visit, subject) {
    const orders = await visit.read((tx) => ordersOf(tx, subject));
    if (orders.length === 0) return undefined;
    return (
      <Part id="orders" title={visit.say('circulation.orders')} level={3} count={orders.length}>
        <Orders visit={visit} orders={orders} />
      </Part>
    );
  },
};

/** What the circulation hangs into the pages of the E-Akte. */
export const panels: readonly Panel[] = [deskOrders, deskLoad, caseOrders, documentOrders];
