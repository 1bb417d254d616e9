// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { clearSessionCookie, sessionToken } from '../../../kernel/session.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, LinkButton, PageHead, Part } from '../../../ui/index.ts';
import { signInWithPassword, signOut } from '../commands/sign-in.ts';
import { demoPeople, isDemonstration, waitsForSetup } from '../queries/demonstration.ts';
import { safePath } from '../rules/safe-path.ts';
import { DemoPeople } from './demo-people.tsx';
import { DoneNotice, errorCount, FormErrors, Question } from './form-parts.tsx';
import { isSecure } from './identify.ts';
import type { IdentityProvider } from '../rules/identity-provider.ts';
import { keepStep } from './sign-in-step.ts';
import { networkOfRequest, shownAgain } from './site.ts';

const inputOfSignIn = z.strictObject({
  account: z.string().max(300),
  password: z.string().max(1_000),
  to: z.string().max(2_000).optional(),
});

const demoPerRole = 5;

/** Anmelden: passkey, password and one-time code, the city's own identity provider; in a demo city one click. */
export function signInPage(provider: () => IdentityProvider | undefined): Page {
  return {
    path: '/sign-in',
    permission: 'anyone',
    async show(visit) {
      const to = safePath(visit.query('to'));
      if (visit.caller.person !== null && !visit.refusal) return visit.context.redirect(to, 303);
      const { demo, setup, people } = await visit.read(async (tx) => {
        const demo = visit.runtime.config.demo && (await isDemonstration(tx));
        return { demo, setup: await waitsForSetup(tx), people: demo ? await demoPeople(tx, demoPerRole) : [] };
      });
      if (setup) return visit.context.redirect('/setup', 303);
      const { say } = visit;
      const body = (
        <>
          <PageHead
            title={say('people.sign-in.title')}
            lead={say(demo ? 'people.sign-in.lead-demo' : 'people.sign-in.lead', { city: visit.runtime.config.city })}
          />
          <DoneNotice visit={visit} />
          {demo ? <DemoPeople visit={visit} to={to} people={people} /> : null}
          <SignInWays visit={visit} to={to} provider={provider()} />
        </>
      );
      return visit.html(frame(visit, { title: say('people.sign-in.title'), errors: errorCount(visit), body }));
    },
  };
}

function SignInWays({ visit, to, provider }: { visit: Visit; to: string; provider: IdentityProvider | undefined }) {
  const { say } = visit;
  const target = encodeURIComponent(to);
  return (
    <>
      <PasskeyButton visit={visit} to={to} />
      {provider ? (
        <Part id="provider" title={provider.label} gap>
          <p>{say('people.sign-in.provider-lead')}</p>
          <Buttons>
            <LinkButton href={`/sign-in/oidc?to=${target}`}>
              {say('people.sign-in.provider-button', { name: provider.label })}
            </LinkButton>
          </Buttons>
        </Part>
      ) : null}
      <Part id="password" title={say('people.sign-in.with-password')} gap>
        <FormErrors visit={visit} form="password" />
        <Form action="/sign-in" values={{ to }}>
          <Question
            visit={visit}
            form="password"
            type="email"
            name="account"
            label={say('people.sign-in.account')}
            autocomplete="username"
            required
          />
          <Question
            visit={visit}
            form="password"
            type="password"
            name="password"
            label={say('people.sign-in.password')}
            autocomplete="current-password"
            required
          />
          <Buttons>
            <Button look="main">{say('people.sign-in.next')}</Button>
            <LinkButton look="quiet" href="/welcome">
              {say('people.sign-in.start-code')}
            </LinkButton>
          </Buttons>
        </Form>
      </Part>
    </>
  );
}

/** Shown by its island where the browser knows passkeys. */
export function PasskeyButton({ visit: { say }, to }: { visit: Visit; to: string }) {
  return (
    <div data-island="passkey-sign-in" data-to={to} data-failed={say('people.passkey.not-verified')} hidden>
      <Buttons>
        <Button type="button">{say('people.sign-in.with-passkey')}</Button>
      </Buttons>
      <p role="status" />
    </div>
  );
}

/** First step: account and password; on to the one-time code. */
export function signInEndpoint(page: Page): Endpoint {
  return {
    method: 'POST',
    path: '/sign-in',
    permission: 'anyone',
    input: inputOfSignIn,
    summary: 'Anmelden mit Kennwort, erster Schritt',
    async handle(visit, input) {
      const typed = input as z.infer<typeof inputOfSignIn>;
      const outcome = await signInWithPassword(visit.runtime, { ...typed, network: networkOfRequest(visit.context) });
      if (outcome instanceof Refusal)
        return page.show(shownAgain(visit, 'password', { refusal: outcome, entered: { account: typed.account } }));
      keepStep(visit, outcome.ticket);
      return visit.context.redirect(`/sign-in/code?to=${encodeURIComponent(safePath(typed.to))}`, 303);
    },
  };
}

/** Abmelden. */
export const signOutEndpoint: Endpoint = {
  method: 'POST',
  path: '/sign-out',
  permission: 'anyone',
  input: z.strictObject({}),
  summary: 'Abmelden',
  async handle({ runtime, context }) {
    const secure = isSecure(runtime);
    const token = sessionToken(context, secure);
    if (token !== undefined) await signOut(runtime, token);
    clearSessionCookie(context, secure);
    context.header('clear-site-data', '"cache"');
    return context.redirect('/sign-in?done=signed-out', 303);
  },
};
