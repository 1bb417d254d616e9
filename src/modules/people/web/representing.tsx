// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Form, Notice, Part } from '../../../ui/index.ts';
import type { SubstitutionView } from '../queries/substitutions.ts';
import { showLast } from './words.ts';

/** The switch "Sie vertreten …": whom one may represent now, and in whose name one acts. Nothing when there is nobody. */
export function Representing({
  visit,
  lent,
  names,
  to,
}: {
  visit: Visit;
  lent: readonly SubstitutionView[];
  names: ReadonlyMap<string, string>;
  to: string;
}) {
  const { say, caller } = visit;
  if (lent.length === 0) return null;
  return (
    <Part id="representing" title={say('people.represent.title')} count={lent.length}>
      {lent.map(({ id, principal, to: end, covers }) => {
        const name = names.get(principal) ?? '';
        const acting = caller.onBehalfOf === principal;
        return (
          <Notice tone={acting ? 'now' : 'info'}>
            <p>
              {say(acting ? 'people.represent.acting' : 'people.represent.may', { name, date: showLast(end) })}{' '}
              <span class="muted">{covers.join(', ')}</span>
            </p>
            <Form action="/represent" values={acting ? { to } : { substitution: id, to }} look="inline">
              <Button small>{say(acting ? 'people.represent.stop' : 'people.represent.start', { name })}</Button>
            </Form>
          </Notice>
        );
      })}
    </Part>
  );
}
