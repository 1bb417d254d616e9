// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths } from '@fachwerk/german-calendar';
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  ListRows,
  More,
  Notice,
  PageHead,
  Part,
} from '../../../ui/index.ts';
import { personNames, unitById } from '../../people/index.ts';
import { type CaseView, findCaseView } from '../../records/index.ts';
import { finishFollowUp, moveFollowUp } from '../commands/move-follow-up.ts';
import { setFollowUp } from '../commands/set-follow-up.ts';
import { dayLoad, dueFollowUps, type FollowUpLine, ownUnits } from '../queries/follow-ups.ts';
import { seriesKinds, spans } from '../rules/follow-up-days.ts';
import { localDay } from '../rules/local-day.ts';
import { Load } from './load.tsx';
import { FollowUpRow } from './panels.tsx';
import { fieldErrors, isoDate, typedInto } from './words.tsx';

const loadDays = 15;

/** Wiedervorlage setzen: which day, how full it is, whether it comes again. */
export const setFollowUpPage: Page = {
  path: '/cases/:case/follow-up',
  permission: 'circulation.act',
  async show(visit) {
    const from = localDay(visit.runtime.clock.now());
    const found = await visit.read(async (tx) => {
      const it = await findCaseView(tx, visit.param('case'));
      return (
        it && {
          it,
          unit: await unitById(tx, it.leadUnit),
          load: await dayLoad(tx, { units: [it.leadUnit], from, to: addDays(from, 2 * loadDays) }),
        }
      );
    });
    if (!found) return visit.notFound();
    const { it, unit, load } = found;
    const { say } = visit;
    const errors = fieldErrors(visit);
    const title = say('circulation.set-follow-up');
    const body = (
      <>
        <PageHead title={title} crumbs={[{ label: `${it.reference ?? ''} ${it.subject}`.trim(), href: `/cases/${it.id}` }]} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <div class="with-side">
          <div>
            <Setting visit={visit} it={it} />
          </div>
          <aside class="side">
            <Part id="load" title={say('circulation.load-of', { unit: unit?.code ?? '' })}>
              <Load visit={visit} load={load} from={from} days={loadDays} />
            </Part>
          </aside>
        </div>
      </>
    );
    return visit.html(frame(visit, { title, current: '/files', errors: errors.length, body }));
  },
  actions: {
    set: {
      command: setFollowUp,
      input: (visit, raw) => ({
        ...raw,
        case: visit.param('case'),
        ...(raw['due'] === undefined ? {} : { due: isoDate(raw['due']) }),
      }),
      done: (visit) => `/cases/${visit.param('case')}`,
    },
  },
};

function Setting({ visit, it }: { visit: Visit; it: CaseView }) {
  const { say, key, refusal } = visit;
  const typed = (field: string) => typedInto(visit, 'set', field) ?? '';
  return (
    <>
      <Form action={`/cases/${it.id}/follow-up/set`} look="buttons" label={say('circulation.follow-up-in')}>
        {spans.map((span) => (
          <Button small name="span" value={span}>
            {say(`circulation.span-long.${span}`)}
          </Button>
        ))}
      </Form>
      <Form action={`/cases/${it.id}/follow-up/set`} formKey={key}>
        <Field
          type="date"
          id="set-due"
          name="due"
          label={say('circulation.due')}
          value={typed('due')}
          error={refusal?.fields['due'] ? say(refusal.fields['due']) : undefined}
          required
        />
        <Field id="set-note" name="note" label={say('circulation.what-for')} value={typed('note')} maxlength={500} optional />
        <Field
          type="select"
          id="set-series"
          name="series"
          label={say('circulation.again')}
          empty={say('circulation.once')}
          options={seriesKinds.map((series) => ({ value: series, label: say(`circulation.series.${series}`) }))}
          value={typed('series')}
        />
        <Field
          type="radios"
          id="set-before"
          name="before"
          label={say('circulation.before')}
          options={[
            { value: 'self', label: say('circulation.before-self') },
            { value: 'unit', label: say('circulation.before-unit') },
          ]}
          value={typed('before') || 'self'}
        />
        <Buttons>
          <Button look="main">{say('circulation.set-follow-up')}</Button>
        </Buttons>
      </Form>
    </>
  );
}

/** Wiedervorlagen: what comes back to me in the next weeks. */
export const followUpsPage: Page = {
  path: '/follow-ups',
  permission: 'circulation.act',
  async show(visit) {
    const { say } = visit;
    const today = localDay(visit.runtime.clock.now());
    const found = await visit.read(async (tx) => {
      const lines = await dueFollowUps(tx, { until: addMonths(today, 3), limit: 200 });
      const load = await dayLoad(tx, { units: await ownUnits(tx), from: today, to: addDays(today, 2 * loadDays) });
      return {
        lines,
        load,
        names: await personNames(
          tx,
          lines.map(({ principal }) => principal).filter((id) => id !== null),
        ),
      };
    });
    const errors = fieldErrors(visit);
    const title = say('circulation.follow-ups');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('circulation.follow-ups-lead')}
          actions={
            <>
              <LinkButton href="/follow-ups/calendar">{say('circulation.calendar')}</LinkButton>
              <LinkButton href="/radar">{say('circulation.radar')}</LinkButton>
            </>
          }
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Load visit={visit} load={found.load} from={today} days={loadDays} />
        <Part id="list" title={say('circulation.next-weeks')} count={found.lines.length || undefined} gap>
          {found.lines.length === 0 ? <EmptyState>{say('circulation.no-follow-ups')}</EmptyState> : null}
          <ListRows label={title}>
            {found.lines.map((line) => (
              <FollowUpRow visit={visit} line={line} today={today} principal={found.names.get(line.principal ?? '')} />
            ))}
          </ListRows>
          {found.lines.length === 0 ? null : <Move visit={visit} lines={found.lines} />}
        </Part>
      </>
    );
    return visit.html(frame(visit, { title, current: '/follow-ups', errors: errors.length, body }));
  },
  actions: {
    finish: {
      command: finishFollowUp,
      done: (visit) => (visit.context.req.header('referer')?.endsWith('/follow-ups') ? '/follow-ups' : '/'),
    },
    move: {
      command: moveFollowUp,
      input(_, raw) {
        const [followUp, lock] = String(raw['which'] ?? '').split(' ');
        const { which: _which, ...rest } = raw;
        return { ...rest, ...(followUp ? { followUp, lock } : {}), due: isoDate(raw['due']) };
      },
      done: () => '/follow-ups',
    },
  },
};

function Move({ visit, lines }: { visit: Visit; lines: readonly FollowUpLine[] }) {
  const { say } = visit;
  return (
    <More title={say('circulation.move')} open={visit.enteredIn === 'move'}>
      <Notice>{say('circulation.move-means')}</Notice>
      <Form action="/follow-ups/move">
        <Field
          type="select"
          id="move-which"
          name="which"
          label={say('circulation.move-which')}
          options={lines.map(({ id, lock, reference, subject }) => ({
            value: `${id} ${lock}`,
            label: `${reference} ${subject}`.trim(),
          }))}
          value={typedInto(visit, 'move', 'which') ?? ''}
        />
        <Field
          type="date"
          id="move-due"
          name="due"
          label={say('circulation.due')}
          value={typedInto(visit, 'move', 'due') ?? ''}
          required
        />
        <Buttons>
          <Button>{say('circulation.move')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
