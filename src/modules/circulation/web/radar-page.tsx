// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Field, Form, LinkButton, ListRow, ListRows, PageHead } from '../../../ui/index.ts';
import { unitOptions } from '../../people/index.ts';
import { ownUnits } from '../queries/follow-ups.ts';
import { findForgotten } from '../queries/radar.ts';
import { germanDay } from '../rules/local-day.ts';

/** Vergessene Vorgänge: open cases of an office without any next step. By office, never by person. */
export const radarPage: Page = {
  path: '/radar',
  permission: 'circulation.read',
  async show(visit) {
    const { say } = visit;
    const found = await visit.read(async (tx) => {
      const units = await unitOptions(tx, { permission: 'circulation.read', represented: visit.caller.onBehalfOf });
      const own = await ownUnits(tx);
      const unit = units.find(({ id }) => id === visit.query('unit')) ?? units.find(({ id }) => own.includes(id)) ?? units[0];
      const after = /^[0-9a-f-]{36}$/.test(visit.query('after') ?? '') ? visit.query('after') : undefined;
      return { units, unit, page: unit ? await findForgotten(tx, { units: [unit.id], after }) : undefined };
    });
    const { units, unit, page } = found;
    const title = say('circulation.radar');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('circulation.radar-lead')}
          actions={<LinkButton href="/flow">{say('circulation.flow')}</LinkButton>}
        />
        <Form action="/radar" method="get">
          <Field
            type="select"
            id="unit"
            name="unit"
            label={say('circulation.office')}
            options={units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            value={unit?.id ?? ''}
          />
          <Buttons>
            <Button>{say('circulation.show')}</Button>
          </Buttons>
        </Form>
        {page === undefined || page.cases.length === 0 ? <EmptyState>{say('circulation.nothing-forgotten')}</EmptyState> : null}
        <ListRows label={title}>
          {page?.cases.map(({ id, reference, subject, state, startedOn }) => (
            <ListRow
              want={say(`circulation.forgotten.${state === 'waiting' ? 'waiting' : 'open'}`)}
              title={subject}
              href={`/cases/${id}`}
              meta={reference ?? say('circulation.draft-case')}
              by={say('circulation.begun', { day: germanDay(startedOn) })}
              action={
                <LinkButton small href={`/cases/${id}/follow-up`} label={say('circulation.set-for', { subject })}>
                  {say('circulation.set-it')}
                </LinkButton>
              }
            />
          ))}
        </ListRows>
        {page?.next && unit ? (
          <p class="btns">
            <LinkButton href={`/radar?unit=${unit.id}&after=${page.next}`}>{say('circulation.more')}</LinkButton>
          </p>
        ) : null}
      </>
    );
    return visit.html(frame(visit, { title, current: '/radar', body }));
  },
};
