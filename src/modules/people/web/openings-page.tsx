// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Chip, EmptyState, Facts, Form, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { openByBreakGlass } from '../commands/open-by-break-glass.ts';
import { reviewOpening } from '../commands/review-opening.ts';
import { personNames } from '../queries/names.ts';
import { openingsToReview, type OpeningView } from '../queries/waiting.ts';
import { mayReviewOpening, openingLimits } from '../rules/break-glass.ts';
import { safePath } from '../rules/safe-path.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question, typed } from './form-parts.tsx';
import { isId, showDay, showMoment } from './words.ts';

/** Notöffnungen, die zu prüfen sind: the most urgent first. */
export const openingsPage: Page = {
  path: '/administration/openings',
  permission: 'people.review-openings',
  async show(visit) {
    const { say } = visit;
    const { openings, names } = await visit.read(async (tx) => {
      const waiting = await openingsToReview(tx);
      return {
        openings: waiting,
        names: await personNames(
          tx,
          waiting.map(({ person }) => person),
        ),
      };
    });
    const body = (
      <>
        <PageHead
          title={say('people.area.openings')}
          lead={say('people.opening.lead', { n: openingLimits.reviewDays })}
          crumbs={[administrationCrumb(visit)]}
        />
        <DoneNotice visit={visit} />
        {openings.length === 0 ? <EmptyState>{say('people.opening.none')}</EmptyState> : null}
        {openings.map((opening) => (
          <Opening visit={visit} opening={opening} name={names.get(opening.person) ?? ''} />
        ))}
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.openings'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    review: { command: reviewOpening, done: () => '/administration/openings?done=opening-reviewed' },
  },
};

function Opening({ visit, opening, name }: { visit: Visit; opening: OpeningView; name: string }) {
  const { say, caller, entered } = visit;
  const { id, label, reason, openedAt, endsAt, reviewBy, late } = opening;
  const no = mayReviewOpening(opening, caller);
  const here = entered?.['opening'] === id;
  // Only the form that was refused shows the refusal; the others ask afresh.
  const form = here ? 'review' : `review-${id.slice(-6)}`;
  return (
    <Part
      id={`opening-${id}`}
      title={label}
      right={<Chip tone={late ? 'late' : 'now'}>{say('people.opening.review-by', { date: showDay(reviewBy) })}</Chip>}
      gap
    >
      <Facts
        items={[
          { term: say('people.opening.by'), value: name },
          { term: say('people.opening.span'), value: `${showMoment(openedAt)} – ${showMoment(endsAt)}` },
          { term: say('people.reason'), value: reason },
        ]}
      />
      {no ? (
        <Refusal reason={say(no.reason)} />
      ) : (
        <>
          {here ? <FormErrors visit={visit} form="review" /> : null}
          <Form action="/administration/openings/review" values={{ opening: id }}>
            <Question
              visit={visit}
              form={form}
              type="radios"
              name="verdict"
              label={say('people.opening.verdict')}
              options={['justified', 'unjustified'].map((value) => ({ value, label: say(`people.opening.${value}`) }))}
              required
            />
            <Question visit={visit} form={form} type="textarea" name="note" label={say('people.reason')} rows={2} required />
            <Buttons>
              <Button>{say('people.opening.button')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </Part>
  );
}

/** Notöffnung: the page of a file leads here with the file's id and what people call it. */
export const newOpeningPage: Page = {
  path: '/openings/new',
  permission: 'people.break-glass',
  async show(visit) {
    const { say, key } = visit;
    const subject = typed(visit, 'open', 'subject') ?? visit.query('subject') ?? '';
    const label = typed(visit, 'open', 'label') ?? visit.query('label') ?? '';
    if (!isId(subject) || label === '') return visit.notFound();
    const ask = { visit, form: 'open' };
    const hours = Array.from({ length: openingLimits.hours }, (_, index) => String(index + 1));
    const title = say('people.opening.new', { label });
    const body = (
      <>
        <PageHead title={title} lead={say('people.opening.new-lead')} />
        <FormErrors visit={visit} form="open" />
        <Form
          action={`/openings/new/open?to=${encodeURIComponent(safePath(visit.query('to')))}`}
          formKey={key}
          values={{ subject, label }}
        >
          <Question
            {...ask}
            type="textarea"
            name="reason"
            label={say('people.opening.reason')}
            hint={say('people.opening.reason-hint', { n: openingLimits.reason })}
            rows={3}
            required
          />
          <Question
            {...ask}
            type="select"
            name="hours"
            label={say('people.opening.hours')}
            options={hours.map((value) => ({ value, label: say('people.hours', { n: Number(value) }) }))}
            value="1"
          />
          <Buttons>
            <Button look="main">{say('people.opening.open')}</Button>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title, errors: errorCount(visit), body }));
  },
  actions: {
    open: { command: openByBreakGlass, done: (visit) => safePath(visit.query('to')) },
  },
};
