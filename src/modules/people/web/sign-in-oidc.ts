// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { beginWithProvider, endWithProvider, whoCameBack } from '../commands/sign-in-with-provider.ts';
import { safePath } from '../rules/safe-path.ts';
import type { IdentityProvider, ProviderChecks } from '../rules/identity-provider.ts';
import { endSteps, keepStep, stepOfSignIn } from './sign-in-step.ts';
import { shownAgain, siteOf, welcome } from './site.ts';

const backPath = '/sign-in/oidc/back';

/** What is remembered while the browser is away. */
interface Journey {
  readonly checks: ProviderChecks;
  readonly to: string;
}

/** Anmelden über die Anmeldestelle der Stadt: there and back. */
export function oidcEndpoints(provider: () => IdentityProvider | undefined, page: Page): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/sign-in/oidc',
      permission: 'anyone',
      summary: 'Anmelden über die Anmeldestelle: hin',
      async handle(visit) {
        const chosen = provider();
        if (!chosen) return visit.notFound();
        const begun = await chosen.begin(`${siteOf(visit).origin}${backPath}`, visit.caller.person !== null);
        if (begun instanceof Refusal) return refused(visit, page, begun);
        const journey: Journey = { checks: begun.checks, to: safePath(visit.query('to')) };
        keepStep(visit, await beginWithProvider(visit.runtime, journey));
        return visit.context.redirect(begun.url, 303);
      },
    },
    {
      method: 'GET',
      path: backPath,
      permission: 'anyone',
      summary: 'Anmelden über die Anmeldestelle: zurück',
      async handle(visit) {
        const chosen = provider();
        if (!chosen) return visit.notFound();
        const person = await comeBack(visit, chosen);
        if (person instanceof Refusal) return refused(visit, page, person);
        endSteps(visit);
        await welcome(visit, person.id);
        return visit.context.redirect(person.to, 303);
      },
    },
  ];
}

async function comeBack(visit: Visit, provider: IdentityProvider): Promise<{ id: string; to: string } | Refusal> {
  const { runtime, context, caller } = visit;
  const address = new URL(context.req.url);
  const journey = await endWithProvider<Journey>(runtime, stepOfSignIn(visit) ?? '');
  if (!journey) return new Refusal('invalid', 'people.sign-in.expired');
  // Behind a proxy the request names an inner address; the provider checked the outer one.
  const outer = `${siteOf(visit).origin}${backPath}${address.search}`;
  const confirmed = await provider.finish(outer, journey.checks);
  if (confirmed instanceof Refusal) return confirmed;
  const person = await whoCameBack(runtime, confirmed, caller.person);
  if (person instanceof Refusal) return person;
  return { id: person, to: journey.to };
}

function refused(visit: Visit, page: Page, refusal: Refusal): Promise<Response> {
  return page.show(shownAgain(visit, 'password', { refusal, entered: {} }));
}
