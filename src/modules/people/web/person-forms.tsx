// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, More, Part } from '../../../ui/index.ts';
import { newStartCode } from '../commands/invite-person.ts';
import type { PersonView } from '../queries/person-view.ts';
import type { RoleView } from '../queries/roles.ts';
import type { UnitView } from '../queries/units.ts';
import { unitChoices } from './choices.ts';
import { FormErrors, Question, typed } from './form-parts.tsx';
import { PersonFields } from './new-person-page.tsx';

interface Known {
  readonly visit: Visit;
  readonly person: PersonView;
  readonly roles: readonly RoleView[];
  readonly units: readonly UnitView[];
}

/** What an administrator can change about a person; nothing for everybody else. */
export function PersonForms(known: Known) {
  const { say, caller } = known.visit;
  const [functions, persons] = [
    caller.permissions.has('people.manage-functions'),
    caller.permissions.has('people.manage-persons'),
  ];
  if (!functions && !persons) return null;
  return (
    <Part id="change" title={say('people.administration.title')} gap>
      {functions ? <RequestFunction {...known} /> : null}
      {persons ? <Invite {...known} /> : null}
      {persons ? <Change {...known} /> : null}
    </Part>
  );
}

function RequestFunction({ visit, person, roles, units }: Known) {
  const { say, enteredIn, key } = visit;
  const ask = { visit, form: 'request-function' };
  return (
    <More title={say('people.function.request')} open={enteredIn === 'request-function'}>
      <FormErrors visit={visit} form="request-function" />
      <p>{say('people.function.request-lead')}</p>
      <Form action={`/persons/${person.id}/request-function`} formKey={key}>
        <Question
          {...ask}
          type="select"
          name="unit"
          label={say('people.unit')}
          options={unitChoices(units)}
          empty={say('people.choose')}
          required
        />
        <Question
          {...ask}
          type="select"
          name="role"
          label={say('people.role')}
          options={roles.map(({ code, name }) => ({ value: code, label: name }))}
          empty={say('people.choose')}
          required
        />
        <Question
          {...ask}
          type="date"
          name="from"
          label={say('people.valid-from')}
          hint={say('people.valid-from-hint')}
          optional
        />
        <Question
          {...ask}
          type="date"
          name="to"
          label={say('people.function.to')}
          hint={say('people.function.to-hint')}
          optional
        />
        <Buttons>
          <Button>{say('people.function.request')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

function Invite({ visit, person }: Known) {
  const { say, enteredIn } = visit;
  const code = typed(visit, 'invite', 'code') ?? newStartCode();
  return (
    <More title={say('people.invitation.title')} open={enteredIn === 'invite'}>
      <FormErrors visit={visit} form="invite" />
      <p>{say('people.invitation.lead')}</p>
      <p class="strong">{code}</p>
      <Form action={`/persons/${person.id}/invite`} values={{ code }} look="buttons">
        <Button>{say('people.invitation.button')}</Button>
      </Form>
    </More>
  );
}

function Change({ visit, person }: Known) {
  const { say, enteredIn } = visit;
  return (
    <More title={say('people.person.change')} open={enteredIn === 'change'}>
      <FormErrors visit={visit} form="change" />
      <Form action={`/persons/${person.id}/change`}>
        <PersonFields visit={visit} form="change" person={person} />
        <Question
          visit={visit}
          form="change"
          type="date"
          name="activeTo"
          label={say('people.person.active-to')}
          hint={say('people.person.active-to-hint')}
          value={person.activeTo ?? ''}
          optional
        />
        <Buttons>
          <Button>{say('people.save')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
