// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, Form, LinkButton, PageHead, Refusal } from '../../../ui/index.ts';
import { openCase } from '../commands/open-case.ts';
import { type FileHead, findFileHead } from '../queries/file-head.ts';
import { mayOpenCase } from '../rules/open-case.ts';
import { fieldErrors, typed } from './form-help.ts';

/** Neuer Vorgang in einer Akte. */
export const newCasePage: Page = {
  path: '/files/:file/new-case',
  permission: 'records.write',
  async show(visit) {
    const head = await visit.read((tx) => findFileHead(tx, visit.param('file')));
    if (!head) return visit.notFound();
    return visit.html(
      frame(visit, {
        title: visit.say('records.new-case.title'),
        current: '/files',
        errors: fieldErrors(visit).length,
        body: <NewCase visit={visit} head={head} />,
      }),
    );
  },
  actions: {
    open: {
      command: openCase,
      input: (visit, raw) => ({ ...raw, file: visit.param('file') }),
      done: (_, { events }) => `/cases/${events[0]?.object.slice('case:'.length)}`,
    },
  },
};

function NewCase({ visit, head }: { visit: Visit; head: FileHead }) {
  const { say, key } = visit;
  const no = mayOpenCase(head);
  const errors = fieldErrors(visit);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <>
      <PageHead
        title={say('records.new-case.title')}
        crumbs={[{ label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
        lead={say('records.new-case.lead', { reference: `${head.reference}#${head.cases + 1}` })}
      />
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <>
          {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
          <Form action={`/files/${head.id}/new-case/open`} formKey={key} draft={`new-case-${head.id}`}>
            <Field
              type="text"
              id="subject"
              name="subject"
              label={say('records.case.subject')}
              hint={say('records.case.subject-hint')}
              value={typed(visit, 'subject')}
              required
              maxlength={300}
              error={errorOf('subject')}
              autofocus
            />
            <Field
              type="text"
              id="subSubject"
              name="subSubject"
              label={say('records.case.sub-subject')}
              value={typed(visit, 'subSubject')}
              maxlength={300}
              error={errorOf('subSubject')}
            />
            <Field
              type="text"
              id="foreignReference"
              name="foreignReference"
              label={say('records.case.foreign-reference')}
              value={typed(visit, 'foreignReference')}
              maxlength={120}
              error={errorOf('foreignReference')}
            />
            <Field
              type="checkbox"
              id="draft"
              name="draft"
              label={say('records.case.as-draft')}
              hint={say('records.case.as-draft-hint')}
              checked={typed(visit, 'draft') !== ''}
              value="true"
            />
            <Buttons>
              <Button look="main">{say('records.new-case.button')}</Button>
              <LinkButton look="quiet" href={`/files/${head.id}`}>
                {say('records.cancel')}
              </LinkButton>
            </Buttons>
          </Form>
        </>
      )}
    </>
  );
}
