// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Field, Form, ListRows, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { appointSubstitute } from '../commands/appoint-substitute.ts';
import { endSubstitution } from '../commands/end-substitution.ts';
import { personNames } from '../queries/names.ts';
import { type FunctionView, functionsHeld, personOptions } from '../queries/person-view.ts';
import {
  personsManaged,
  representable,
  type SubstitutionView,
  substitutionsManaged,
  substitutionsOf,
} from '../queries/substitutions.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question, ticked, typed } from './form-parts.tsx';
import { Representing } from './representing.tsx';
import { SubstitutionRow } from './substitution-row.tsx';
import { isId } from './words.ts';

/** Vertretung: mine, and for a head those of their people. */
export const substitutionsPage: Page = {
  path: '/substitutions',
  permission: 'signed-in',
  async show(visit) {
    const { say } = visit;
    const found = await load(visit);
    const body = (
      <>
        <PageHead
          title={say('people.area.substitutions')}
          lead={say('people.substitution.lead')}
          crumbs={[administrationCrumb(visit)]}
        />
        <DoneNotice visit={visit} />
        <Representing visit={visit} lent={found.lent} names={found.names} to="/substitutions" />
        <Lines visit={visit} id="mine" title={say('people.substitution.mine')} lines={found.mine} names={found.names} />
        {found.managed.length > 0 ? (
          <Lines
            visit={visit}
            id="managed"
            title={say('people.substitution.managed')}
            lines={found.managed}
            names={found.names}
          />
        ) : null}
        <Appoint visit={visit} found={found} />
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.substitutions'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    appoint: { command: appointSubstitute, done: () => '/substitutions?done=substitute-appointed' },
    end: { command: endSubstitution, done: () => '/substitutions?done=substitution-ended' },
  },
};

type Found = Awaited<ReturnType<typeof load>>;

function load(visit: Visit) {
  const own = visit.caller.person ?? '';
  const asked = typed(visit, 'appoint', 'principal') ?? visit.query('principal') ?? own;
  const principal = isId(asked) ? asked : own;
  return visit.read(async (tx) => {
    const [mine, managed, lent] = [await substitutionsOf(tx, own), await substitutionsManaged(tx), await representable(tx)];
    const options = await personOptions(tx);
    return {
      mine,
      lent,
      principal,
      managed: managed.filter(({ id }) => !mine.some((one) => one.id === id)),
      names: await personNames(tx, [principal, ...[...mine, ...managed].flatMap((one) => [one.principal, one.deputy])]),
      options,
      persons: await personsManaged(tx),
      functions: await functionsHeld(tx, principal),
    };
  });
}

function Lines({
  visit,
  id,
  title,
  lines,
  names,
}: {
  visit: Visit;
  id: string;
  title: string;
  lines: readonly SubstitutionView[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <Part id={id} title={title} count={lines.length || undefined} gap>
      <FormErrors visit={visit} form={id === 'mine' ? 'end' : 'none'} />
      {lines.length === 0 ? <EmptyState>{visit.say('people.substitution.none')}</EmptyState> : null}
      <ListRows plain>
        {lines.map((one) => (
          <SubstitutionRow visit={visit} substitution={one} names={names} end />
        ))}
      </ListRows>
    </Part>
  );
}

function Appoint({ visit, found }: { visit: Visit; found: Found }) {
  const { say, caller, key } = visit;
  const { principal, persons, options, names, functions } = found;
  const own = principal === caller.person;
  const ask = { visit, form: 'appoint' };
  return (
    <Part
      id="appoint"
      title={
        own ? say('people.substitution.appoint') : say('people.substitution.appoint-for', { name: names.get(principal) ?? '' })
      }
      gap
    >
      {persons.size > 0 ? <ChoosePrincipal visit={visit} found={found} /> : null}
      {caller.onBehalfOf === undefined ? null : <Refusal reason={say('people.substitution.not-as-deputy')} />}
      <FormErrors visit={visit} form="appoint" />
      <Form action="/substitutions/appoint" formKey={key} values={{ principal }} draft={`substitution-${principal}`}>
        <Question
          {...ask}
          type="select"
          name="deputy"
          label={say('people.substitution.deputy')}
          options={options.filter(({ id }) => id !== principal).map(({ id, label }) => ({ value: id, label }))}
          empty={say('people.choose')}
          required
        />
        <Question {...ask} type="date" name="from" label={say('people.substitution.first-day')} required />
        <Question {...ask} type="date" name="to" label={say('people.substitution.last-day')} required />
        <Covers visit={visit} functions={functions} />
        <Buttons>
          <Button look="main">{say('people.substitution.appoint')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

/** A head first says for whom; only then the functions to cover are known. */
function ChoosePrincipal({ visit: { say, caller }, found: { persons, options, principal } }: { visit: Visit; found: Found }) {
  const choices = options
    .filter(({ id }) => persons.has(id) || id === caller.person)
    .map(({ id, label }) => ({ value: id, label }));
  return (
    <Form action="/substitutions" method="get">
      <Field type="select" name="principal" label={say('people.substitution.principal')} options={choices} value={principal} />
      <Button small>{say('people.choose-button')}</Button>
    </Form>
  );
}

function Covers({ visit, functions }: { visit: Visit; functions: readonly FunctionView[] }) {
  const { say } = visit;
  const before = ticked(visit, 'appoint', 'functions');
  const free = functions.filter(({ transferable }) => transferable);
  const own = functions.filter(({ transferable }) => !transferable);
  return (
    <fieldset class="field" id="appoint-functions">
      <legend>{say('people.substitution.covers')}</legend>
      {free.length === 0 ? <p class="hint">{say('people.substitution.nothing-to-cover')}</p> : null}
      {free.map(({ id, roleName, unitCode, unitName }) => (
        <Field
          type="checkbox"
          name="functions"
          id={`function-${id}`}
          value={id}
          label={`${roleName}, ${unitCode} ${unitName}`}
          checked={before ? before.includes(id) : true}
        />
      ))}
      {own.map(({ roleName, unitCode }) => (
        <p class="hint">
          {roleName}, {unitCode}: {say('people.substitution.not-transferable')}
        </p>
      ))}
    </fieldset>
  );
}
