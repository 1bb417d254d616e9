// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, PageHead } from '../../../ui/index.ts';
import { useInvitation } from '../commands/accept-invitation.ts';
import { errorCount, FormErrors, Question } from './form-parts.tsx';
import { shownAgain, welcome } from './site.ts';
import { offerTotp, TotpFields } from './totp-fields.tsx';

/** Anmeldung einrichten, mit dem Startcode der Verwaltung. */
export const welcomePage: Page = {
  path: '/welcome',
  permission: 'anyone',
  async show(visit) {
    const { say, key } = visit;
    const offer = await offerTotp(visit, 'welcome', say('people.welcome.account'));
    const body = (
      <>
        <PageHead title={say('people.welcome.title')} lead={say('people.welcome.lead')} />
        <FormErrors visit={visit} form="welcome" />
        <Form action="/welcome" formKey={key}>
          <Question
            visit={visit}
            form="welcome"
            name="invitation"
            label={say('people.welcome.code')}
            hint={say('people.welcome.code-hint')}
            spellcheck={false}
            required
          />
          <Question
            visit={visit}
            form="welcome"
            type="password"
            name="password"
            label={say('people.password.new')}
            hint={say('people.password.hint')}
            autocomplete="new-password"
            required
          />
          <TotpFields visit={visit} form="welcome" offer={offer} />
          <Buttons>
            <Button look="main">{say('people.welcome.button')}</Button>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title: say('people.welcome.title'), errors: errorCount(visit), body }));
  },
};

const inputOfWelcome = z.strictObject({
  invitation: z.string().max(60),
  password: z.string().max(1_000),
  secret: z.string().max(64),
  code: z.string().max(20),
});

/** Takes the start code and signs in at once: who holds it has just proven everything. */
export const welcomeEndpoint: Endpoint = {
  method: 'POST',
  path: '/welcome',
  permission: 'anyone',
  input: inputOfWelcome,
  summary: 'Anmeldung mit Startcode einrichten',
  async handle(visit, input) {
    const raw = input as z.infer<typeof inputOfWelcome>;
    const person = await useInvitation(visit.runtime, raw, visit.key);
    if (person instanceof Refusal)
      return welcomePage.show(shownAgain(visit, 'welcome', { refusal: person, entered: { ...raw, password: '' } }));
    await welcome(visit, person);
    return visit.context.redirect('/', 303);
  },
};
