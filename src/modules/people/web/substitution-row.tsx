// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { SubstitutionView } from '../queries/substitutions.ts';
import { showDate, showLast } from './words.ts';
import { Button, Form } from '../../../ui/index.ts';

/** One substitution: who for whom, until when, for what; with the button to end it where that is possible. */
export function SubstitutionRow({
  visit: { say },
  substitution,
  names,
  end,
}: {
  visit: Visit;
  substitution: SubstitutionView;
  names: ReadonlyMap<string, string>;
  end?: boolean;
}) {
  const { id, principal, deputy, from, to, inForce, covers } = substitution;
  const who = { deputy: names.get(deputy) ?? '', principal: names.get(principal) ?? '' };
  return (
    <li>
      <div class="row">
        <p class="row-what">
          {say('people.substitution.sentence', who)}
          <span class="row-meta">{covers.join(', ')}</span>
        </p>
        <span class="row-by">
          {say(inForce ? 'people.substitution.until' : 'people.substitution.span', { from: showDate(from), to: showLast(to) })}
        </span>
        <div class="row-do">
          {end ? (
            <Form action="/substitutions/end" values={{ substitution: id }} look="inline">
              <Button small label={say('people.substitution.end-named', who)}>
                {say('people.substitution.end')}
              </Button>
            </Form>
          ) : null}
        </div>
      </div>
    </li>
  );
}
