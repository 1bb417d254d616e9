// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form, Part } from '../../../ui/index.ts';
import type { AddressChangeView } from '../queries/identities.ts';
import { fourEyes } from '../rules/four-eyes.ts';
import { FormErrors, ticked } from './form-parts.tsx';

/** Changed e-mail addresses that wait for a second pair of eyes. */
export function AddressChanges({
  visit,
  names,
  changes,
}: {
  visit: Visit;
  names: ReadonlyMap<string, string>;
  changes: readonly AddressChangeView[];
}) {
  const { say, caller } = visit;
  if (changes.length === 0 || !caller.permissions.has('people.release-grants')) return null;
  const before = ticked(visit, 'confirm-addresses', 'addresses');
  const judged = changes.map((change) => ({ change, no: fourEyes({ ...change, beneficiary: change.person }, caller) }));
  const sentence = ({ person, email, before: former }: AddressChangeView) =>
    say('people.address.sentence', { name: names.get(person) ?? '', email, before: former });
  return (
    <Part id="addresses" title={say('people.address.title')} count={changes.length} gap>
      <p>{say('people.address.lead')}</p>
      <FormErrors visit={visit} form="confirm-addresses" />
      <Form action="/administration/grants/confirm-addresses">
        {judged.map(({ change, no }) =>
          no ? (
            <p>
              {sentence(change)} <span class="muted">{say(no.reason)}</span>
            </p>
          ) : (
            <Field
              type="checkbox"
              name="addresses"
              id={`address-${change.person}`}
              value={`${change.person} ${change.email}`}
              checked={before?.includes(`${change.person} ${change.email}`)}
              label={sentence(change)}
              hint={say('people.address.changed-by', { name: names.get(change.requestedBy) ?? '' })}
            />
          ),
        )}
        {judged.some(({ no }) => !no) ? (
          <Buttons>
            <Button>{say('people.address.confirm')}</Button>
          </Buttons>
        ) : null}
      </Form>
    </Part>
  );
}
