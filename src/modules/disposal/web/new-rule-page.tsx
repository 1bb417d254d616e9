// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, Form, LinkButton, PageHead } from '../../../ui/index.ts';
import { listPlanUnits, type PlanUnitLine } from '../../records/index.ts';
import { proposeRule } from '../commands/propose-rule.ts';
import { startKinds } from '../rules/retention-rule.ts';
import { errorOf, fieldErrors, typed, withDays } from './words.ts';

/** Neue Aufbewahrungsregel: a proposal that moves nothing yet. */
export const newRulePage: Page = {
  path: '/retention/new-rule',
  permission: 'disposal.rules',
  async show(visit) {
    const { say } = visit;
    const plan = await visit.read(listPlanUnits);
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('disposal.new-rule.title')}
          lead={say('disposal.new-rule.lead')}
          crumbs={[{ label: say('disposal.retention.title'), href: '/retention' }]}
        />
        <Form action="/retention/new-rule/propose" formKey={visit.key} draft="retention-rule:new">
          {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
          <WhatHolds visit={visit} plan={plan.filter(({ state }) => state !== 'retired')} />
          <WhyAndWhen visit={visit} />
          <Buttons>
            <Button look="main">{say('disposal.new-rule.button')}</Button>
            <LinkButton look="quiet" href="/retention">
              {say('records.cancel')}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(
      frame(visit, { title: say('disposal.new-rule.title'), current: '/retention', errors: errors.length, body }),
    );
  },
  actions: {
    propose: {
      command: proposeRule,
      input: (_visit, raw) => withDays(raw, 'validFrom', 'validTo'),
      done: (_visit, { events }) => `/retention/rules/${events[0]?.object.slice('retention-rule:'.length)}`,
    },
  },
};

function WhatHolds({ visit, plan }: { visit: Visit; plan: readonly PlanUnitLine[] }) {
  const { say } = visit;
  return (
    <>
      <Field
        type="select"
        name="planUnit"
        label={say('disposal.rule.plan-unit')}
        hint={say('disposal.rule.plan-unit-hint')}
        empty={say('disposal.choose')}
        options={plan.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        value={typed(visit, 'planUnit') || visit.query('unit')}
        error={errorOf(visit, 'planUnit')}
        required
      />
      <Field
        type="number"
        name="years"
        short
        label={say('disposal.rule.years')}
        value={typed(visit, 'years')}
        error={errorOf(visit, 'years')}
      />
      <Field type="checkbox" name="permanent" label={say('disposal.rule.permanent')} checked={typed(visit, 'permanent') !== ''} />
      <Field
        type="select"
        name="start"
        label={say('disposal.rule.start')}
        options={startKinds.map((kind) => ({ value: kind, label: say(`disposal.start.${kind}`) }))}
        value={typed(visit, 'start') || 'filed'}
      />
      <Field
        type="select"
        name="disposal"
        label={say('disposal.rule.disposal')}
        empty={say('disposal.rule.disposal-as-plan')}
        options={(['A', 'B', 'V'] as const).map((type) => ({ value: type, label: say(`disposal.type.${type}`) }))}
        value={typed(visit, 'disposal')}
      />
    </>
  );
}

function WhyAndWhen({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <>
      <Field
        name="basis"
        label={say('disposal.rule.basis')}
        hint={say('disposal.rule.basis-hint')}
        value={typed(visit, 'basis')}
        error={errorOf(visit, 'basis')}
        required
      />
      <Field
        type="textarea"
        name="reason"
        rows={3}
        label={say('disposal.rule.reason')}
        value={typed(visit, 'reason')}
        error={errorOf(visit, 'reason')}
        required
      />
      <Field
        type="date"
        name="validFrom"
        label={say('disposal.rule.valid-from')}
        value={typed(visit, 'validFrom')}
        error={errorOf(visit, 'validFrom')}
        required
      />
      <Field
        type="date"
        name="validTo"
        optional
        label={say('disposal.rule.valid-to')}
        value={typed(visit, 'validTo')}
        error={errorOf(visit, 'validTo')}
      />
      <Field
        type="checkbox"
        name="shortens"
        label={say('disposal.rule.shortens')}
        hint={say('disposal.rule.shortens-hint')}
        checked={typed(visit, 'shortens') !== ''}
      />
    </>
  );
}
