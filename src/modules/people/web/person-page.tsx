// SPDX-License-Identifier: EUPL-1.2
import type { Action, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Chip, EmptyState, Facts, Form, LinkButton, ListRows, PageHead, Part } from '../../../ui/index.ts';
import { changePerson } from '../commands/change-person.ts';
import { endFunction } from '../commands/end-function.ts';
import { invitePerson } from '../commands/invite-person.ts';
import { requestFunction } from '../commands/request-function.ts';
import { unbindIdentity } from '../commands/unbind-identity.ts';
import { identitiesOf } from '../queries/identities.ts';
import { personNames } from '../queries/names.ts';
import { type FunctionView, type PersonView, personView } from '../queries/person-view.ts';
import { allRoles } from '../queries/roles.ts';
import { type SubstitutionView, substitutionsOf } from '../queries/substitutions.ts';
import { unitOptions } from '../queries/units.ts';
import { grantsWaiting, type GrantView } from '../queries/waiting.ts';
import { displayName } from '../rules/display-name.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors } from './form-parts.tsx';
import { PersonIdentities } from './identities.tsx';
import { PersonForms } from './person-forms.tsx';
import { SubstitutionRow } from './substitution-row.tsx';
import { isId, showDay, showSpan } from './words.ts';

/** Eine Person: functions, substitution, what waits for release. What she did stands in files, and nowhere by person. */
export const personPage: Page = {
  path: '/persons/:person',
  permission: 'signed-in',
  async show(visit) {
    const id = visit.param('person');
    if (!isId(id)) return visit.notFound();
    const found = await visit.read(async (tx) => {
      const substitutions = await substitutionsOf(tx, id);
      return {
        person: await personView(tx, id),
        substitutions,
        names: await personNames(
          tx,
          substitutions.flatMap(({ principal, deputy }) => [principal, deputy]),
        ),
        waiting: (await grantsWaiting(tx)).filter(({ person }) => person === id),
        identities: await identitiesOf(tx, id),
        roles: await allRoles(tx),
        units: await unitOptions(tx),
      };
    });
    const { person, substitutions, names, waiting, identities, roles, units } = found;
    if (!person) return visit.notFound();
    const { say } = visit;
    const name = displayName(person);
    const body = (
      <>
        <PageHead
          title={name}
          lead={leadOf(visit, person)}
          crumbs={[administrationCrumb(visit), { label: say('people.area.persons'), href: '/persons' }]}
        />
        <DoneNotice visit={visit} />
        <Functions visit={visit} person={person} waiting={waiting} />
        <Substitutions visit={visit} person={id} substitutions={substitutions} names={names} />
        <PersonIdentities visit={visit} identities={identities} person={id} />
        <PersonForms visit={visit} person={person} roles={roles} units={units} />
      </>
    );
    return visit.html(frame(visit, { title: name, current: '/administration', errors: errorCount(visit), body }));
  },
  actions: {
    'request-function': action(requestFunction, 'function-requested'),
    change: action(changePerson, 'person-changed'),
    invite: action(invitePerson, 'person-invited'),
    unbind: { ...action(unbindIdentity, 'identity-unbound'), input: (_, raw) => raw },
    'end-function': { ...action(endFunction, 'function-ended'), input: (_, raw) => raw },
  },
};

function action(command: Action['command'], done: string): Action {
  return {
    command,
    input: (visit, raw) => ({ ...raw, person: visit.param('person') }),
    done: (visit) => `/persons/${visit.param('person')}?done=${done}`,
  };
}

function leadOf({ say }: Visit, { active, activeFrom, activeTo, email }: PersonView): string {
  if (active && activeTo === null) return email;
  if (active && activeTo !== null) return `${email}, ${say('people.person.access-until', { date: showDay(activeTo) })}`;
  return `${email}, ${say(activeTo === null ? 'people.person.access-from' : 'people.person.no-access', { date: showDay(activeFrom) })}`;
}

function Functions({ visit, person, waiting }: { visit: Visit; person: PersonView; waiting: readonly GrantView[] }) {
  const { say } = visit;
  return (
    <Part id="functions" title={say('people.functions.title')} count={person.functions.length || undefined}>
      <FormErrors visit={visit} form="end-function" />
      {person.functions.length + waiting.length === 0 ? <EmptyState>{say('people.functions.none')}</EmptyState> : null}
      <ListRows plain>
        {person.functions.map((held) => (
          <FunctionRow visit={visit} held={held} person={person.id} />
        ))}
      </ListRows>
      <Facts
        items={waiting.map(({ roleName, unitCode, declined }) => ({
          term: `${unitCode ?? ''} ${roleName ?? ''}`,
          value:
            declined === null ? (
              <Chip tone="now">{say('people.grant.waits')}</Chip>
            ) : (
              say('people.grant.declined', { reason: declined })
            ),
        }))}
      />
    </Part>
  );
}

function FunctionRow({ visit, held, person }: { visit: Visit; held: FunctionView; person: string }) {
  const { say, caller } = visit;
  return (
    <li>
      <div class="row">
        <p class="row-what">
          {held.roleName}
          <span class="row-meta">
            <a href={`/units/${held.unit}`}>
              {held.unitCode} {held.unitName}
            </a>
          </span>
        </p>
        <span class="row-by">{showSpan(visit, held)}</span>
        <div class="row-do">
          {caller.permissions.has('people.manage-functions') ? (
            <Form action={`/persons/${person}/end-function`} values={{ function: held.id }} look="inline">
              <Button small label={say('people.function.end-named', { role: held.roleName, unit: held.unitCode })}>
                {say('people.function.end')}
              </Button>
            </Form>
          ) : null}
        </div>
      </div>
    </li>
  );
}

function Substitutions({
  visit,
  person,
  substitutions,
  names,
}: {
  visit: Visit;
  person: string;
  substitutions: readonly SubstitutionView[];
  names: ReadonlyMap<string, string>;
}) {
  const { say, caller } = visit;
  const mayAppoint = caller.person === person || caller.permissions.has('people.manage-substitutions');
  return (
    <Part id="substitution" title={say('people.area.substitutions')} count={substitutions.length || undefined} gap>
      {substitutions.length === 0 ? <EmptyState>{say('people.substitution.none')}</EmptyState> : null}
      <ListRows plain>
        {substitutions.map((one) => (
          <SubstitutionRow visit={visit} substitution={one} names={names} />
        ))}
      </ListRows>
      {mayAppoint ? (
        <p>
          <LinkButton small href={`/substitutions?principal=${person}#appoint`}>
            {say('people.substitution.appoint')}
          </LinkButton>
        </p>
      ) : null}
    </Part>
  );
}
