// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, LinkButton, PageHead, Part } from '../../../ui/index.ts';
import { signInWithCode, signInWithPassword } from '../commands/sign-in.ts';
import { ownAccount } from '../queries/account.ts';
import { isDemonstration } from '../queries/demonstration.ts';
import type { IdentityProvider } from '../rules/identity-provider.ts';
import { safePath } from '../rules/safe-path.ts';
import { errorCount, FormErrors, Question } from './form-parts.tsx';
import { PasskeyButton } from './sign-in-page.tsx';
import { networkOfRequest, shownAgain, welcome } from './site.ts';

const inputOfAgain = z.strictObject({
  password: z.string().max(1_000),
  code: z.string().max(20),
  to: z.string().max(2_000).optional(),
});

/** Noch einmal zeigen, dass man es ist: sensitive acts ask for a proof that is not older than five minutes. */
export function againPage(provider: () => IdentityProvider | undefined): Page {
  return {
    path: '/sign-in/again',
    permission: 'signed-in',
    async show(visit) {
      const { say, caller } = visit;
      const to = safePath(String(visit.entered?.['to'] ?? visit.query('to') ?? ''));
      const { account, demo } = await visit.read(async (tx) => ({
        account: await ownAccount(tx, caller.session),
        demo: visit.runtime.config.demo && (await isDemonstration(tx)),
      }));
      const chosen = provider();
      const body = (
        <>
          <PageHead title={say('people.again.title')} lead={say('people.again.lead')} />
          {demo ? <DemoAgain visit={visit} to={to} /> : null}
          <PasskeyButton visit={visit} to={to} />
          {chosen ? (
            <Buttons>
              <LinkButton href={`/sign-in/oidc?to=${encodeURIComponent(to)}`}>
                {say('people.sign-in.provider-button', { name: chosen.label })}
              </LinkButton>
            </Buttons>
          ) : null}
          {account?.hasPassword ? <PasswordAgain visit={visit} to={to} /> : null}
        </>
      );
      return visit.html(frame(visit, { title: say('people.again.title'), errors: errorCount(visit), body }));
    },
  };
}

function DemoAgain({ visit: { say, caller }, to }: { visit: Visit; to: string }) {
  return (
    <Form action="/sign-in/demo" values={{ person: caller.person ?? '', to }} look="buttons">
      <Button look="main">{say('people.demo.again')}</Button>
    </Form>
  );
}

function PasswordAgain({ visit, to }: { visit: Visit; to: string }) {
  const { say } = visit;
  return (
    <Part id="password" title={say('people.sign-in.with-password')} gap>
      <FormErrors visit={visit} form="again" />
      <Form action="/sign-in/again" values={{ to }}>
        <Question
          visit={visit}
          form="again"
          type="password"
          name="password"
          label={say('people.sign-in.password')}
          autocomplete="current-password"
          required
        />
        <Question
          visit={visit}
          form="again"
          name="code"
          label={say('people.totp.code')}
          autocomplete="one-time-code"
          inputmode="numeric"
          short
          required
        />
        <Buttons>
          <Button>{say('people.again.button')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

/** Checks password and code of the one who is signed in; a new session begins, so that an old cookie is worth nothing. */
export function againEndpoint(page: Page): Endpoint {
  return {
    method: 'POST',
    path: '/sign-in/again',
    permission: 'signed-in',
    input: inputOfAgain,
    summary: 'Noch einmal ausweisen',
    async handle(visit, input) {
      const typed = input as z.infer<typeof inputOfAgain>;
      const outcome = await proveAgain(visit, typed);
      if (outcome instanceof Refusal)
        return page.show(shownAgain(visit, 'again', { refusal: outcome, entered: { to: typed.to } }));
      await welcome(visit, outcome);
      return visit.context.redirect(safePath(typed.to), 303);
    },
  };
}

async function proveAgain(visit: Visit, { password, code }: { password: string; code: string }): Promise<string | Refusal> {
  const { runtime, caller, context } = visit;
  const network = networkOfRequest(context);
  const account = await visit.read((tx) => ownAccount(tx, caller.session));
  const first = await signInWithPassword(runtime, { account: account?.email ?? '', password, network });
  if (first instanceof Refusal) {
    const wrong = first.reason === 'people.sign-in.wrong';
    return wrong
      ? new Refusal(first.kind, 'people.again.wrong-password', {}, { password: 'people.again.wrong-password' })
      : first;
  }
  return signInWithCode(runtime, { ticket: first.ticket, code, network });
}
