// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Form, More, PageHead, Part } from '../../../ui/index.ts';
import { excludeForBias } from '../commands/exclude-for-bias.ts';
import { liftExclusion } from '../commands/lift-exclusion.ts';
import { personNames } from '../queries/names.ts';
import { personOptions } from '../queries/person-view.ts';
import { type ExclusionView, exclusionsSeen } from '../queries/waiting.ts';
import { type Ground, grounds } from '../rules/exclusion.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question, typed } from './form-parts.tsx';
import { isId } from './words.ts';

/** Befangenheit: the exclusions one has or decides about. */
export const exclusionsPage: Page = {
  path: '/administration/exclusions',
  permission: 'signed-in',
  async show(visit) {
    const { say } = visit;
    const { exclusions, names } = await visit.read(async (tx) => {
      const seen = await exclusionsSeen(tx);
      return {
        exclusions: seen,
        names: await personNames(
          tx,
          seen.map(({ person }) => person),
        ),
      };
    });
    const body = (
      <>
        <PageHead
          title={say('people.area.exclusions')}
          lead={say('people.exclusion.lead')}
          crumbs={[administrationCrumb(visit)]}
        />
        <DoneNotice visit={visit} />
        <FormErrors visit={visit} form="lift" />
        {exclusions.length === 0 ? <EmptyState>{say('people.exclusion.none')}</EmptyState> : null}
        {exclusions.map((exclusion) => (
          <Exclusion visit={visit} exclusion={exclusion} name={names.get(exclusion.person) ?? ''} />
        ))}
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.exclusions'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    lift: { command: liftExclusion, done: () => '/administration/exclusions?done=exclusion-lifted' },
  },
};

function Exclusion({
  visit,
  exclusion: { id, person, label, ground, reason },
  name,
}: {
  visit: Visit;
  exclusion: ExclusionView;
  name: string;
}) {
  const { say, caller, entered } = visit;
  const mayLift = caller.permissions.has('people.exclude') && person !== caller.person;
  return (
    <Part id={`exclusion-${id}`} title={say('people.exclusion.sentence', { name, label })} gap>
      <p>
        {say(`people.ground.${ground}`)} <span class="muted">({grounds[ground as Ground]})</span>
      </p>
      <p>{reason}</p>
      {mayLift ? (
        <More title={say('people.exclusion.lift')} open={entered?.['exclusion'] === id}>
          <Form action="/administration/exclusions/lift" values={{ exclusion: id }}>
            <Question visit={visit} form="lift" type="textarea" name="reason" label={say('people.reason')} rows={2} required />
            <Buttons>
              <Button>{say('people.exclusion.lift')}</Button>
            </Buttons>
          </Form>
        </More>
      ) : null}
    </Part>
  );
}

/** Ausschließen: the page of a file leads here with the file's id and what people call it. */
export const newExclusionPage: Page = {
  path: '/exclusions/new',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller, key } = visit;
    const subject = typed(visit, 'exclude', 'subject') ?? visit.query('subject') ?? '';
    const label = typed(visit, 'exclude', 'label') ?? visit.query('label') ?? '';
    if (!isId(subject) || label === '') return visit.notFound();
    const persons = caller.permissions.has('people.exclude') ? await visit.read(personOptions) : [];
    const ask = { visit, form: 'exclude' };
    const title = say('people.exclusion.new', { label });
    const body = (
      <>
        <PageHead title={title} lead={say('people.exclusion.new-lead')} />
        <FormErrors visit={visit} form="exclude" />
        <Form action="/exclusions/new/exclude" formKey={key} values={{ subject, label }}>
          {persons.length > 0 ? (
            <Question
              {...ask}
              type="select"
              name="person"
              label={say('people.exclusion.person')}
              options={persons.map(({ id, label: name }) => ({ value: id, label: name }))}
              value={caller.person ?? ''}
              required
            />
          ) : null}
          <Question
            {...ask}
            type="radios"
            name="ground"
            label={say('people.exclusion.ground')}
            options={Object.entries(grounds).map(([value, law]) => ({ value, label: say(`people.ground.${value}`), hint: law }))}
            required
          />
          <Question
            {...ask}
            type="textarea"
            name="reason"
            label={say('people.reason')}
            hint={say('people.exclusion.reason-hint')}
            rows={3}
            required
          />
          <Buttons>
            <Button look="main">{say('people.exclusion.button')}</Button>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title, errors: errorCount(visit), body }));
  },
  actions: {
    exclude: { command: excludeForBias, done: () => '/administration/exclusions?done=excluded' },
  },
};
