// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Field, Form, Notice, PageHead, Part } from '../../../ui/index.ts';
import { personOptions } from '../queries/person-view.ts';
import { whyMay } from '../queries/standing.ts';
import { unitOptions } from '../queries/units.ts';
import type { Explanation } from '../rules/explain.ts';
import { administrationCrumb, unitChoices } from './choices.ts';
import { isId, showDate } from './words.ts';

/** Warum darf ich das, warum nicht? The same rule that decides, in words. About others only for those who look after the rights. */
export const explainPage: Page = {
  path: '/administration/explain',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller, modules } = visit;
    const others = caller.permissions.has('people.explain-others');
    const question = questionOf(visit, others);
    const { persons, units, answer } = await visit.read(async (tx) => ({
      persons: others ? await personOptions(tx) : [],
      units: await unitOptions(tx),
      answer: question && (await whyMay(tx, question)),
    }));
    const permissions = modules
      .flatMap((module) => Object.entries(module.permissions))
      .map(([value, key]) => ({ value, label: say(key) }));
    const body = (
      <>
        <PageHead title={say('people.area.explain')} lead={say('people.explain.lead')} crumbs={[administrationCrumb(visit)]} />
        <Form action="/administration/explain" method="get" label={say('people.area.explain')}>
          {others ? (
            <Field
              type="select"
              name="person"
              label={say('people.explain.person')}
              options={persons.map(({ id, label }) => ({ value: id, label }))}
              value={visit.query('person') ?? caller.person ?? ''}
            />
          ) : null}
          <Field
            type="select"
            name="permission"
            label={say('people.explain.permission')}
            options={permissions}
            value={visit.query('permission')}
          />
          <Field
            type="select"
            name="unit"
            label={say('people.unit')}
            options={unitChoices(units)}
            empty={say('people.explain.anywhere')}
            value={visit.query('unit')}
          />
          <Button>{say('people.explain.button')}</Button>
        </Form>
        {answer ? <Answer visit={visit} answer={answer} /> : null}
      </>
    );
    return visit.html(frame(visit, { title: say('people.area.explain'), current: '/administration', body }));
  },
};

function questionOf(visit: Visit, others: boolean): { person: string; permission: string; unit?: string; at: Date } | undefined {
  const { caller, modules, runtime } = visit;
  const permission = visit.query('permission') ?? '';
  if (!modules.some((module) => permission in module.permissions)) return undefined;
  const asked = others ? visit.query('person') : undefined;
  const person = asked && isId(asked) ? asked : caller.person;
  const unit = visit.query('unit');
  return person === null ? undefined : { person, permission, at: runtime.clock.now(), ...(unit && isId(unit) ? { unit } : {}) };
}

function Answer({ visit: { say }, answer: { allowed, reason, details } }: { visit: Visit; answer: Explanation }) {
  const { date } = details;
  const shown = date === undefined ? details : { ...details, date: showDate(new Date(date)) };
  return (
    <Part id="answer" title={say('people.explain.answer')} gap>
      <Notice tone={allowed ? 'done' : 'info'} live>
        <p>{say(reason, shown)}</p>
      </Notice>
    </Part>
  );
}
