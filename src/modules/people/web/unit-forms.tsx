// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, More, Part } from '../../../ui/index.ts';
import type { UnitView } from '../queries/units.ts';
import { unitChoices } from './choices.ts';
import { FormErrors, Question } from './form-parts.tsx';

/** What an administrator can change about a unit: name, place, end. */
export function UnitForms({ visit, unit, units }: { visit: Visit; unit: UnitView; units: readonly UnitView[] }) {
  const { say, enteredIn } = visit;
  const others = units.filter(({ id }) => id !== unit.id);
  const address = `/units/${unit.id}`;
  return (
    <Part id="change" title={say('people.unit.change')} gap>
      <More title={say('people.unit.rename')} open={enteredIn === 'rename'}>
        <FormErrors visit={visit} form="rename" />
        <Form action={`${address}/rename`}>
          <Question visit={visit} form="rename" name="code" label={say('people.unit.code')} value={unit.code} short required />
          <Question visit={visit} form="rename" name="name" label={say('people.unit.name')} value={unit.name} required />
          <From visit={visit} form="rename" />
          <Go label={say('people.unit.rename')} />
        </Form>
      </More>
      <More title={say('people.unit.move')} open={enteredIn === 'move'}>
        <FormErrors visit={visit} form="move" />
        <Form action={`${address}/move`}>
          <Question
            visit={visit}
            form="move"
            type="select"
            name="parent"
            label={say('people.unit.parent')}
            options={unitChoices(others)}
            empty={say('people.unit.top')}
            value={unit.parent ?? ''}
          />
          <From visit={visit} form="move" />
          <Go label={say('people.unit.move')} />
        </Form>
      </More>
      <More title={say('people.unit.retire')} open={enteredIn === 'retire'}>
        <FormErrors visit={visit} form="retire" />
        <p>{say('people.unit.retire-lead')}</p>
        <Form action={`${address}/retire`}>
          <Question
            visit={visit}
            form="retire"
            type="select"
            name="heir"
            label={say('people.unit.heir')}
            hint={say('people.unit.heir-hint')}
            options={unitChoices(others)}
            empty={say('people.unit.no-heir-chosen')}
          />
          <Question
            visit={visit}
            form="retire"
            type="date"
            name="on"
            label={say('people.unit.retire-on')}
            hint={say('people.valid-from-hint')}
            optional
          />
          <Go label={say('people.unit.retire')} />
        </Form>
      </More>
    </Part>
  );
}

function From({ visit, form }: { visit: Visit; form: string }) {
  return (
    <Question
      visit={visit}
      form={form}
      type="date"
      name="from"
      label={visit.say('people.valid-from')}
      hint={visit.say('people.valid-from-hint')}
      optional
    />
  );
}

function Go({ label }: { label: string }) {
  return (
    <Buttons>
      <Button>{label}</Button>
    </Buttons>
  );
}
