// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, LinkButton, Part, Refusal } from '../../../ui/index.ts';
import { mayChangeUnit, mayRetireUnit } from '../rules/change-plan.ts';
import { Folded, Question } from './form-parts.tsx';
import { UnitWords } from './plan-parts.tsx';
import type { PlanUnitPageView } from './plan-unit-page.tsx';

/** What the registry can do with a unit, each with its refusal where the button would be. */
export function PlanUnitForms({ visit, view }: { visit: Visit; view: PlanUnitPageView }) {
  const { say } = visit;
  const no = view.no ?? mayChangeUnit(asPlanned(view));
  return (
    <Part id="change" title={say('records.plan-unit.change-title')} gap>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <>
          <Change visit={visit} view={view} />
          <Retire visit={visit} view={view} />
          <p>
            <LinkButton small href={`/filing-plan?below=${encodeURIComponent(`${view.unit.code}.`)}#new`}>
              {say('records.plan-unit.add-below')}
            </LinkButton>
          </p>
        </>
      )}
      <Skip visit={visit} view={view} />
    </Part>
  );
}

/** The unit as the rules know it: they name what is above by its code. */
function asPlanned({ unit, all }: PlanUnitPageView) {
  return { ...unit, parentCode: all.get(unit.parent ?? '')?.code ?? null };
}

function Change({ visit, view: { unit } }: { visit: Visit; view: PlanUnitPageView }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="change" title={say('records.plan-unit.change')}>
      <Form action={`/filing-plan/units/${unit.id}/change`} formKey={key} draft={`plan-unit-${unit.id}`}>
        <p class="muted">{say('records.plan-unit.change-means')}</p>
        <UnitWords visit={visit} form="change" unit={unit} />
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function Retire({ visit, view }: { visit: Visit; view: PlanUnitPageView }) {
  const { say, key } = visit;
  const units = [...view.all.values()].map((unit) => asPlanned({ ...view, unit }));
  const no = mayRetireUnit(asPlanned(view), { units, formerCodes: new Map() });
  return (
    <Folded visit={visit} form="retire" title={say('records.plan-unit.retire')}>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <Form action={`/filing-plan/units/${view.unit.id}/retire`} look="buttons" formKey={key}>
          <Button>{say('records.plan-unit.retire')}</Button>
          <p class="muted">{say('records.plan-unit.retire-means')}</p>
        </Form>
      )}
    </Folded>
  );
}

function Skip({ visit, view: { unit, units } }: { visit: Visit; view: PlanUnitPageView }) {
  const { say, key } = visit;
  const ask = { visit, form: 'skip' };
  const options = units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  if (options.length === 0) return null;
  return (
    <Folded visit={visit} form="skip" title={say('records.skip-numbers.title')}>
      <Form action={`/filing-plan/units/${unit.id}/skip`} formKey={key}>
        <p class="muted">{say('records.skip-numbers.means')}</p>
        <Question
          {...ask}
          type="select"
          name="leadUnit"
          label={say('records.file.lead-unit')}
          options={options}
          empty={say('records.choose')}
          required
        />
        <Question {...ask} name="upTo" label={say('records.skip-numbers.up-to')} short required />
        <Question
          {...ask}
          name="reason"
          label={say('records.reason')}
          hint={say('records.skip-numbers.hint')}
          maxlength={500}
          required
        />
        <Buttons>
          <Button>{say('records.skip-numbers.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
