// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, LinkButton, PageHead } from '../../../ui/index.ts';
import { signInWithCode } from '../commands/sign-in.ts';
import { safePath } from '../rules/safe-path.ts';
import { errorCount, FormErrors, Question } from './form-parts.tsx';
import { endSteps, stepOfSignIn } from './sign-in-step.ts';
import { networkOfRequest, shownAgain, welcome } from './site.ts';

const inputOfCode = z.strictObject({ code: z.string().max(20), to: z.string().max(2_000).optional() });

/** Zweiter Schritt: the one-time code. */
export const signInCodePage: Page = {
  path: '/sign-in/code',
  permission: 'anyone',
  async show(visit) {
    const { say } = visit;
    if (stepOfSignIn(visit) === undefined) return visit.context.redirect('/sign-in', 303);
    const to = safePath(String(visit.entered?.['to'] ?? visit.query('to') ?? ''));
    const body = (
      <>
        <PageHead title={say('people.sign-in.code-title')} lead={say('people.sign-in.code-lead')} />
        <FormErrors visit={visit} form="code" />
        <Form action="/sign-in/code" values={{ to }}>
          <Question
            visit={visit}
            form="code"
            name="code"
            label={say('people.totp.code')}
            autocomplete="one-time-code"
            inputmode="numeric"
            short
            required
            autofocus
          />
          <Buttons>
            <Button look="main">{say('people.sign-in.button')}</Button>
            <LinkButton look="quiet" href="/sign-in">
              {say('people.sign-in.from-start')}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title: say('people.sign-in.code-title'), errors: errorCount(visit), body }));
  },
};

/** Checks the code and begins the session. */
export const signInCodeEndpoint: Endpoint = {
  method: 'POST',
  path: '/sign-in/code',
  permission: 'anyone',
  input: inputOfCode,
  summary: 'Anmelden mit Kennwort, zweiter Schritt',
  async handle(visit, input) {
    const { code, to } = input as z.infer<typeof inputOfCode>;
    const outcome = await signInWithCode(visit.runtime, {
      ticket: stepOfSignIn(visit) ?? '',
      code,
      network: networkOfRequest(visit.context),
    });
    if (outcome instanceof Refusal) return signInCodePage.show(shownAgain(visit, 'code', { refusal: outcome, entered: { to } }));
    endSteps(visit);
    await welcome(visit, outcome);
    return visit.context.redirect(safePath(to), 303);
  },
};
