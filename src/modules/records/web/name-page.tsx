// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Form, PageHead, type Choice } from '../../../ui/index.ts';
import { functionOptions, personOptions, unitOptions } from '../../people/index.ts';
import { nameForFile } from '../commands/name-for-file.ts';
import { findFileHead } from '../queries/file-head.ts';
import { granteeOf } from './file-forms.tsx';
import { pageErrors, Question } from './form-parts.tsx';

const form = 'name';

/** Für die Akte benennen: anybody of the house, a function or a unit. A page of its own: the whole house is a long list. */
export const namePage: Page = {
  path: '/files/:file/access',
  permission: 'records.write',
  async show(visit) {
    const { say, key } = visit;
    const found = await visit.read(async (tx) => {
      const head = await findFileHead(tx, visit.param('file'));
      return head?.writable && head.state === 'open' ? { head, options: await choices(visit, tx) } : undefined;
    });
    if (!found) return visit.notFound();
    const { head, options } = found;
    const errors = pageErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('records.name.title')}
          lead={say('records.name.lead')}
          crumbs={[{ label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Form action={`/files/${head.id}/access/${form}`} formKey={key}>
          <Question
            visit={visit}
            form={form}
            type="select"
            name="who"
            label={say('records.name.who')}
            empty={say('records.choose')}
            options={options}
            required
          />
          <Question visit={visit} form={form} type="checkbox" name="writes" value="true" label={say('records.name.writes')} />
          <Buttons>
            <Button look="main">{say('records.name.button')}</Button>
          </Buttons>
        </Form>
      </>
    );
    return visit.html(frame(visit, { title: say('records.name.title'), current: '/files', errors: errors.length, body }));
  },
  actions: {
    [form]: { command: nameForFile, input: granteeOf, done: (visit) => `/files/${visit.param('file')}#access` },
  },
};

async function choices({ say }: Visit, tx: Parameters<typeof personOptions>[0]): Promise<Choice[]> {
  const [persons, functions, units] = [await personOptions(tx), await functionOptions(tx), await unitOptions(tx)];
  return [
    ...persons.map(({ id, label }) => ({ value: `person:${id}`, label, group: say('records.name.persons') })),
    ...functions.map(({ id, label }) => ({ value: `function:${id}`, label, group: say('records.name.functions') })),
    ...units.map(({ id, code, name }) => ({ value: `unit:${id}`, label: `${code} ${name}`, group: say('records.name.units') })),
  ];
}
