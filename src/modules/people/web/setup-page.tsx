// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, PageHead } from '../../../ui/index.ts';
import { setUp } from '../commands/found-administration.ts';
import { waitsForSetup } from '../queries/demonstration.ts';
import { errorCount, FormErrors, Question } from './form-parts.tsx';
import { shownAgain, welcome } from './site.ts';
import { offerTotp, TotpFields } from './totp-fields.tsx';

/** Erste Einrichtung auf leerem System: the one-time word stands in the output of the start. */
export const setupPage: Page = {
  path: '/setup',
  permission: 'anyone',
  async show(visit) {
    const { say, key } = visit;
    if (!(await visit.read(waitsForSetup))) return visit.context.redirect('/sign-in', 303);
    const offer = await offerTotp(visit, 'setup', say('people.welcome.account'));
    const ask = { visit, form: 'setup' };
    const body = (
      <>
        <PageHead title={say('people.setup.title')} lead={say('people.setup.lead')} />
        <FormErrors visit={visit} form="setup" />
        <Form action="/setup" formKey={key}>
          <Question
            {...ask}
            name="token"
            label={say('people.setup.token')}
            hint={say('people.setup.token-hint')}
            spellcheck={false}
            required
          />
          <Question {...ask} name="unitName" label={say('people.setup.unit')} hint={say('people.setup.unit-hint')} required />
          <Question {...ask} name="givenName" label={say('people.person.given-name')} autocomplete="given-name" required />
          <Question {...ask} name="familyName" label={say('people.person.family-name')} autocomplete="family-name" required />
          <Question {...ask} type="email" name="email" label={say('people.person.email')} autocomplete="username" required />
          <Question
            {...ask}
            type="password"
            name="password"
            label={say('people.password.new')}
            hint={say('people.password.hint')}
            autocomplete="new-password"
            required
          />
          <TotpFields {...ask} offer={offer} />
          <Buttons>
            <Button look="main">{say('people.setup.button')}</Button>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title: say('people.setup.title'), errors: errorCount(visit), body }));
  },
};

const text = z.string().max(1_000);
const inputOfSetup = z.strictObject({
  token: text,
  unitName: text,
  givenName: text,
  familyName: text,
  email: text,
  password: text,
  secret: text,
  code: text,
});

/** Sets up the first administrator and signs them in. */
export const setupEndpoint: Endpoint = {
  method: 'POST',
  path: '/setup',
  permission: 'anyone',
  input: inputOfSetup,
  summary: 'Erste Verwaltung einrichten',
  async handle(visit, input) {
    const raw = input as z.infer<typeof inputOfSetup>;
    const person = await setUp(visit.runtime, raw, visit.key);
    if (person instanceof Refusal)
      return setupPage.show(shownAgain(visit, 'setup', { refusal: person, entered: { ...raw, password: '' } }));
    await welcome(visit, person);
    return visit.context.redirect('/administration', 303);
  },
};
