// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { addMonths } from '@fachwerk/german-calendar';
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Form, Notice, PageHead } from '../../../ui/index.ts';
import { closeCalendar, openCalendar } from '../commands/switch-calendar.ts';
import { feedOwner, hasFeed, ownDays } from '../queries/calendar.ts';
import { calendarOf } from '../rules/ical.ts';
import { localDay } from '../rules/local-day.ts';
import { fieldErrors } from './words.tsx';

const tokenBytes = 32;

/** Eigener Kalender: the address is shown before it is switched on, and never again. */
export const calendarPage: Page = {
  path: '/follow-ups/calendar',
  permission: 'circulation.act',
  async show(visit) {
    const { say, key } = visit;
    const on = await visit.read(hasFeed);
    const token = randomBytes(tokenBytes).toString('base64url');
    const base = visit.runtime.config.publicUrl ?? new URL(visit.context.req.url).origin;
    const errors = fieldErrors(visit);
    const title = say('circulation.calendar');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('circulation.calendar-lead')}
          crumbs={[{ label: say('circulation.follow-ups'), href: '/follow-ups' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {on ? <Notice tone="done">{say('circulation.calendar-on')}</Notice> : <Notice>{say('circulation.calendar-off')}</Notice>}
        <p>{say(on ? 'circulation.calendar-new' : 'circulation.calendar-address')}</p>
        <p>
          <code class="command">{`${base}/calendar/${token}`}</code>
        </p>
        <Form action="/follow-ups/calendar/open" formKey={key} values={{ token }}>
          <Buttons>
            <Button look="main">{say(on ? 'circulation.calendar-renew' : 'circulation.calendar-open')}</Button>
          </Buttons>
        </Form>
        {on ? (
          <Form action="/follow-ups/calendar/close">
            <Buttons>
              <Button>{say('circulation.calendar-close')}</Button>
            </Buttons>
          </Form>
        ) : null}
      </>
    );
    return visit.html(frame(visit, { title, current: '/follow-ups', errors: errors.length, body }));
  },
  actions: {
    open: { command: openCalendar, done: () => '/follow-ups/calendar' },
    close: { command: closeCalendar, done: () => '/follow-ups/calendar' },
  },
};

/** The calendar itself, for the program that fetches it: whoever knows the address. */
export const calendarEndpoint: Endpoint = {
  method: 'GET',
  path: '/calendar/:token',
  permission: 'anyone',
  summary: 'One’s own follow-ups and terms as iCalendar (RFC 5545), under a secret address',
  async handle(visit) {
    const owner = await visit.read((tx) => feedOwner(tx, visit.param('token')));
    if (owner === undefined) return visit.notFound();
    const now = visit.runtime.clock.now();
    const days = await visit.runtime.database.read({ person: owner }, now, (tx) => ownDays(tx, addMonths(localDay(now), 12)));
    const { say } = visit;
    const host = new URL(visit.runtime.config.publicUrl ?? visit.context.req.url).hostname;
    const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
    const text = calendarOf(
      days.map(({ id, day, kind, about }) => ({
        uid: id,
        day,
        summary: `${say(`circulation.want.${kind}`)} ${about || say('circulation.calendar-closed-file')}`,
      })),
      { name: say('circulation.calendar'), stamp, host },
    );
    return new Response(text, {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
    });
  },
};
