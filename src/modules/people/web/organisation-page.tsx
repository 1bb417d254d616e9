// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Form, More, PageHead, Part, Tree, type TreeNode } from '../../../ui/index.ts';
import { createUnit } from '../commands/create-unit.ts';
import { allUnits, type UnitView } from '../queries/units.ts';
import { administrationCrumb, unitChoices } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question } from './form-parts.tsx';

/** Organisation: all units as a tree. */
export const organisationPage: Page = {
  path: '/organisation',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller } = visit;
    const units = await visit.read(allUnits);
    const inUse = units.filter(({ retired }) => !retired);
    const body = (
      <>
        <PageHead
          title={say('people.area.organisation')}
          lead={say('people.organisation.lead', { n: inUse.length })}
          crumbs={[administrationCrumb(visit)]}
        />
        <DoneNotice visit={visit} />
        {inUse.length === 0 ? (
          <EmptyState>{say('people.organisation.none')}</EmptyState>
        ) : (
          <Tree label={say('people.area.organisation')} nodes={nodesBelow(units, null)} />
        )}
        {caller.permissions.has('people.manage-units') ? <NewUnit visit={visit} units={inUse} /> : null}
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.organisation'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    create: { command: createUnit, done: (_, { events }) => `/units/${events[0]?.object.split(':')[1]}?done=unit-created` },
  },
};

function nodesBelow(units: readonly UnitView[], parent: string | null): TreeNode[] {
  return units
    .filter((unit) => unit.parent === parent && !unit.retired)
    .map(({ id, code, name }) => {
      const children = nodesBelow(units, id);
      return {
        id: `unit-${id}`,
        number: code,
        label: name,
        href: `/units/${id}`,
        open: parent === null,
        ...(children.length > 0 ? { children } : {}),
      };
    });
}

function NewUnit({ visit, units }: { visit: Visit; units: readonly UnitView[] }) {
  const { say, key, enteredIn } = visit;
  const ask = { visit, form: 'create' };
  return (
    <Part id="new" title={say('people.unit.new')} gap>
      <More title={say('people.unit.new-open')} open={enteredIn === 'create'}>
        <FormErrors visit={visit} form="create" />
        <Form action="/organisation/create" formKey={key}>
          <Question {...ask} name="code" label={say('people.unit.code')} hint={say('people.unit.code-hint')} short required />
          <Question {...ask} name="name" label={say('people.unit.name')} required />
          <Question
            {...ask}
            type="select"
            name="parent"
            label={say('people.unit.parent')}
            options={unitChoices(units)}
            empty={say('people.unit.top')}
            value={visit.query('parent')}
          />
          <Question
            {...ask}
            type="date"
            name="from"
            label={say('people.valid-from')}
            hint={say('people.valid-from-hint')}
            optional
          />
          <Buttons>
            <Button>{say('people.unit.create')}</Button>
          </Buttons>
        </Form>
      </More>
    </Part>
  );
}
