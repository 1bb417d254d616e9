// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, Form, More, Notice, PageHead, Part } from '../../../ui/index.ts';
import { caseNames } from '../../records/index.ts';
import { enterStartEvent } from '../commands/enter-start-event.ts';
import { liftHold, setHold } from '../commands/set-hold.ts';
import { explainedOf, isHeld, type ObjectView, objectOf } from '../queries/explanation.ts';
import { answerOf, type Explained, stepsOf } from '../rules/explain-retention.ts';
import { localDay } from '../rules/local-day.ts';
import { enteredKinds } from '../rules/retention-rule.ts';
import { HoldForm, StandingHolds } from './hold-parts.tsx';
import { errorOf, fieldErrors, sentenceText, typed, withDays } from './words.ts';

/** Warum ein Vorgang so lange aufbewahrt wird, Schritt für Schritt; what may change it. */
export const caseRetentionPage: Page = {
  path: '/retention/cases/:case',
  permission: 'records.read',
  async show(visit) {
    const { say, caller } = visit;
    const id = visit.param('case');
    const found = await visit.read(async (tx) => {
      const it = await objectOf(tx, id);
      const explained = it && (await explainedOf(tx, it, localDay(visit.runtime.clock.now())));
      return it && explained && { it, explained, held: await isHeld(tx, id), name: (await caseNames(tx, [id])).get(id) };
    });
    if (!found) return visit.notFound();
    const { it, explained, held } = found;
    const manages = caller.permissions.has('disposal.manage');
    const errors = fieldErrors(visit);
    const title = say('disposal.case.title', { reference: it.reference });
    const body = (
      <>
        <PageHead
          title={title}
          lead={sentenceText(say, answerOf(explained))}
          crumbs={[{ label: `${it.reference} ${found.name?.subject ?? ''}`.trim(), href: `/cases/${it.case}` }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {held && explained.holds.length === 0 ? <Notice tone="now">{say('disposal.hold.unseen')}</Notice> : null}
        <Steps visit={visit} explained={explained} />
        <StandingHolds visit={visit} holds={explained.holds} action={`/retention/cases/${it.case}/lift-hold`} manages={manages} />
        {manages && it.state === 'retained' ? <EventForm visit={visit} it={it} /> : null}
        {manages && it.state !== 'destroyed' ? (
          <HoldForm visit={visit} action={`/retention/cases/${it.case}/set-hold`} scope="case" subject={it.case} />
        ) : null}
      </>
    );
    return visit.html(frame(visit, { title, current: '/retention', errors: errors.length, body }));
  },
  actions: {
    'enter-event': {
      command: enterStartEvent,
      input: (visit, raw) => withDays({ ...raw, case: visit.param('case') }, 'onDate'),
      done: (visit) => `/retention/cases/${visit.param('case')}`,
    },
    'set-hold': { command: setHold, done: (visit) => `/retention/cases/${visit.param('case')}` },
    'lift-hold': { command: liftHold, done: (visit) => `/retention/cases/${visit.param('case')}` },
  },
};

/** The steps of the reasoning as a numbered list. */
export function Steps({ visit: { say }, explained }: { visit: Visit; explained: Explained }) {
  return (
    <Part id="why" title={say('disposal.case.why')} gap>
      <ol>
        {stepsOf(explained).map((step) => (
          <li>{sentenceText(say, step)}</li>
        ))}
      </ol>
    </Part>
  );
}

function EventForm({ visit, it }: { visit: Visit; it: ObjectView }) {
  const { say } = visit;
  const waits = it.until === null && !it.permanent;
  return (
    <More title={say('disposal.event.title')} open={waits || visit.enteredIn === 'enter-event'}>
      <Form action={`/retention/cases/${it.case}/enter-event`} formKey={visit.key}>
        <Field
          type="select"
          name="kind"
          label={say('disposal.event.kind')}
          options={enteredKinds.map((kind) => ({ value: kind, label: say(`disposal.start.${kind}`) }))}
          value={typed(visit, 'kind') || it.start}
        />
        <Field
          type="date"
          name="onDate"
          label={say('disposal.event.day')}
          value={typed(visit, 'onDate')}
          error={errorOf(visit, 'onDate')}
          optional
        />
        <Field
          name="other"
          label={say('disposal.event.other')}
          hint={say('disposal.event.other-hint')}
          value={typed(visit, 'other')}
          error={errorOf(visit, 'other')}
          optional
        />
        <Field name="note" label={say('disposal.event.note')} value={typed(visit, 'note')} optional />
        <Buttons>
          <Button>{say('disposal.event.button')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
