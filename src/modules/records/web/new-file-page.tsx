// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, type Choice, ErrorSummary, Field, Form, LinkButton, PageHead } from '../../../ui/index.ts';
import { unitOptions } from '../../people/index.ts';
import { openFile } from '../commands/open-file.ts';
import { listPlan } from '../queries/file-list.ts';
import { fieldErrors, typed } from './form-help.ts';

/** Neue Akte. */
export const newFilePage: Page = {
  path: '/files/new',
  permission: 'records.write',
  async show(visit) {
    const { plan, units } = await visit.read(async (tx) => ({
      plan: (await listPlan(tx)).filter(({ leaf, state }) => leaf && state === 'active'),
      units: await unitOptions(tx, { permission: 'records.write', represented: visit.caller.onBehalfOf }),
    }));
    const wished = plan.find(({ code }) => code === visit.query('plan'))?.id;
    const body = (
      <NewFile
        visit={visit}
        plan={plan.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        units={units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        chosen={typed(visit, 'planUnit') || wished}
      />
    );
    return visit.html(
      frame(visit, { title: visit.say('records.new-file.title'), current: '/files', errors: fieldErrors(visit).length, body }),
    );
  },
  actions: {
    open: { command: openFile, done: (_, { events }) => `/files/${events[0]?.file}` },
  },
};

function NewFile({
  visit,
  plan,
  units,
  chosen,
}: {
  visit: Visit;
  plan: readonly Choice[];
  units: readonly Choice[];
  chosen: string | undefined;
}) {
  const { say, key } = visit;
  const errors = fieldErrors(visit);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <>
      <PageHead
        title={say('records.new-file.title')}
        lead={say('records.new-file.lead')}
        crumbs={[{ label: say('records.files.title'), href: '/files' }]}
      />
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Form action="/files/new/open" formKey={key} draft="new-file">
        <Place visit={visit} plan={plan} units={units} chosen={chosen} errorOf={errorOf} />
        <Field
          type="text"
          id="subject"
          name="subject"
          label={say('records.file.subject')}
          hint={say('records.file.subject-hint')}
          value={typed(visit, 'subject')}
          required
          maxlength={300}
          error={errorOf('subject')}
        />
        <Field
          type="radios"
          id="protection"
          name="protection"
          label={say('records.file.protection')}
          value={typed(visit, 'protection') || '0'}
          options={['0', '1', '2'].map((value) => ({ value, label: say(`records.protection.${value}`) }))}
        />
        <Buttons>
          <Button look="main">{say('records.new-file.button')}</Button>
          <LinkButton look="quiet" href="/files">
            {say('records.cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

/** Where the file belongs: its place in the plan and the unit that leads. */
function Place({
  visit,
  plan,
  units,
  chosen,
  errorOf,
}: {
  visit: Visit;
  plan: readonly Choice[];
  units: readonly Choice[];
  chosen: string | undefined;
  errorOf: (field: string) => string | undefined;
}) {
  const { say } = visit;
  return (
    <>
      <Field
        type="select"
        id="planUnit"
        name="planUnit"
        label={say('records.file.plan')}
        options={plan}
        value={chosen}
        empty={say('records.choose')}
        required
        error={errorOf('planUnit')}
      />
      <Field
        type="select"
        id="leadUnit"
        name="leadUnit"
        label={say('records.file.lead-unit')}
        options={units}
        value={typed(visit, 'leadUnit') || (units.length === 1 ? units[0]?.value : undefined)}
        empty={say('records.choose')}
        required
        error={errorOf('leadUnit')}
      />
    </>
  );
}
