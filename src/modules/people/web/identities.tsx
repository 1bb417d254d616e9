// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Facts, Form, More, Notice, Part } from '../../../ui/index.ts';
import type { IdentityView } from '../queries/identities.ts';
import { FormErrors, Question } from './form-parts.tsx';
import { showDay } from './words.ts';

interface Known {
  readonly visit: Visit;
  readonly identities: readonly IdentityView[];
}

/** The accounts through which one signs in here, and since when. Nothing when there is none. */
export function OwnIdentities({ visit: { say }, identities }: Known) {
  const bound = identities.filter(({ unbound }) => unbound === null);
  if (bound.length === 0) return null;
  return (
    <Part id="identities" title={say('people.identity.title')} count={bound.length} gap>
      <p>{say('people.identity.lead')}</p>
      <Facts
        items={bound.map(({ issuer, since }) => ({ term: issuer, value: say('people.span.since', { date: showDay(since) }) }))}
      />
    </Part>
  );
}

/** What an administrator sees of somebody's accounts, and the way to unbind one. */
export function PersonIdentities({ visit, identities, person }: Known & { person: string }) {
  const { say, caller, enteredIn, entered } = visit;
  const bound = identities.filter(({ unbound }) => unbound === null);
  if (bound.length === 0 || !caller.permissions.has('people.manage-persons')) return null;
  return (
    <Part id="identities" title={say('people.identity.title')} count={bound.length} gap>
      <FormErrors visit={visit} form="unbind" />
      {bound.map(({ id, issuer, since }) => (
        <>
          <p>
            {issuer}, {say('people.span.since', { date: showDay(since) })}
          </p>
          <More
            title={say('people.identity.unbind-named', { issuer })}
            open={enteredIn === 'unbind' && entered?.['identity'] === id}
          >
            <p>{say('people.identity.unbind-lead')}</p>
            <Form action={`/persons/${person}/unbind`} values={{ identity: id }}>
              <Question
                visit={visit}
                form="unbind"
                type="textarea"
                name="reason"
                label={say('people.reason')}
                rows={2}
                required
              />
              <Buttons>
                <Button>{say('people.identity.unbind')}</Button>
              </Buttons>
            </Form>
          </More>
        </>
      ))}
    </Part>
  );
}

/** Tells somebody that the administration has unbound an account of theirs, until they have read it. */
export function UnbindingNotices({ visit: { say }, identities }: Known) {
  return (
    <>
      {identities
        .filter(({ unbound }) => unbound !== null)
        .map(({ id, issuer, unbound, reason }) => (
          <Notice tone="now">
            <p>{say('people.identity.was-unbound', { issuer, date: showDay(unbound ?? ''), reason: reason ?? '' })}</p>
            <Form action="/me/read-unbinding" values={{ identity: id }} look="inline">
              <Button small>{say('people.grants.seen')}</Button>
            </Form>
          </Notice>
        ))}
    </>
  );
}
