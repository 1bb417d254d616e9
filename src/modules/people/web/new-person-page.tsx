// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, LinkButton, PageHead } from '../../../ui/index.ts';
import { addPerson } from '../commands/add-person.ts';
import { administrationCrumb } from './choices.ts';
import { errorCount, FormErrors, Question } from './form-parts.tsx';

/** Neue Person. */
export const newPersonPage: Page = {
  path: '/administration/persons/new',
  permission: 'people.manage-persons',
  async show(visit) {
    const { say, key } = visit;
    const title = say('people.person.new');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('people.person.new-lead')}
          crumbs={[administrationCrumb(visit), { label: say('people.area.persons'), href: '/persons' }]}
        />
        <FormErrors visit={visit} form="add" />
        <Form action="/administration/persons/new/add" formKey={key} draft="new-person">
          <PersonFields visit={visit} form="add" />
          <Question
            visit={visit}
            form="add"
            type="date"
            name="activeFrom"
            label={say('people.person.active-from')}
            hint={say('people.valid-from-hint')}
            optional
          />
          <Buttons>
            <Button look="main">{say('people.person.add')}</Button>
            <LinkButton look="quiet" href="/persons">
              {say('people.cancel')}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', errors: errorCount(visit), body }));
  },
  actions: {
    add: { command: addPerson, done: (_, { events }) => `/persons/${events[0]?.object.split(':')[1]}?done=person-added` },
  },
};

/** What a person is called and how they are reached. */
export function PersonFields({
  visit,
  form,
  person,
}: {
  visit: Visit;
  form: string;
  person?: { title: string; givenName: string; familyName: string; email: string; staffNumber: string | null };
}) {
  const { say } = visit;
  const ask = { visit, form };
  return (
    <>
      <Question {...ask} name="title" label={say('people.person.title')} value={person?.title} short optional />
      <Question {...ask} name="givenName" label={say('people.person.given-name')} value={person?.givenName} required />
      <Question {...ask} name="familyName" label={say('people.person.family-name')} value={person?.familyName} required />
      <Question
        {...ask}
        type="email"
        name="email"
        label={say('people.person.email')}
        hint={say('people.person.email-hint')}
        value={person?.email}
        required
      />
      <Question
        {...ask}
        name="staffNumber"
        label={say('people.person.staff-number')}
        value={person?.staffNumber ?? undefined}
        short
        optional
      />
    </>
  );
}
