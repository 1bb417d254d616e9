// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, ErrorSummary, Facts, Form, Notice, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { fourEyes } from '../../people/index.ts';
import { declineUnsealing } from '../commands/decline-unsealing.ts';
import { releaseUnsealing } from '../commands/release-unsealing.ts';
import { listUnsealings, type UnsealingLine } from '../queries/unsealing.ts';
import { Folded, pageErrors, Question } from './form-parts.tsx';

/** Entsiegelungen: what waits for the second person, who need not see the file. */
export const unsealingsPage: Page = {
  path: '/unsealings',
  permission: 'records.registry',
  async show(visit) {
    const { say } = visit;
    const lines = await visit.read(listUnsealings);
    const errors = pageErrors(visit);
    const title = say('records.unsealings.title');
    const done = ['released', 'declined'].find((word) => word === visit.query('done'));
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('records.unsealings.lead')}
          crumbs={[{ label: say('people.administration.title'), href: '/administration' }]}
        />
        {done ? (
          <Notice tone="done" live>
            <p>{say(`records.unsealings.${done}`)}</p>
          </Notice>
        ) : null}
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {lines.length === 0 ? <EmptyState>{say('records.unsealings.none')}</EmptyState> : null}
        {lines.map((line) => (
          <Request visit={visit} line={line} />
        ))}
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }));
  },
  actions: {
    release: { command: releaseUnsealing, done: () => '/unsealings?done=released' },
    decline: { command: declineUnsealing, done: () => '/unsealings?done=declined' },
  },
};

function Request({ visit, line }: { visit: Visit; line: UnsealingLine }) {
  const { say, caller } = visit;
  const no = fourEyes(line, caller);
  return (
    <Part id={`request-${line.id}`} title={line.reference} gap>
      <Facts
        items={[
          { term: say('records.file.lead-unit'), value: line.unit },
          { term: say('records.unsealings.by'), value: line.name },
          { term: say('records.reason'), value: line.reason },
          { term: say('records.unsealings.to'), value: say(`records.protection.${line.toLevel}`) },
        ]}
      />
      {no ? <Refusal reason={say(no.reason, no.details)} /> : <Decide visit={visit} line={line} act="release" />}
      <Decide visit={visit} line={line} act="decline" />
    </Part>
  );
}

function Decide({ visit, line, act }: { visit: Visit; line: UnsealingLine; act: 'release' | 'decline' }) {
  const { say, key, entered } = visit;
  // Several requests stand on one page: only the one that was refused keeps what was typed.
  const mine = visit.enteredIn === act && entered?.['request'] === line.id;
  const form = `${act}-${line.id}`;
  const shown = mine ? { ...visit, enteredIn: form } : { ...visit, enteredIn: undefined };
  return (
    <Folded visit={shown} form={form} title={say(`records.unsealings.${act}`)}>
      <Form action={`/unsealings/${act}`} formKey={key} values={{ request: line.id }}>
        <Question
          visit={shown}
          form={form}
          name="reason"
          label={say('records.reason')}
          hint={say('records.reopen-file.hint')}
          maxlength={500}
          required
        />
        <Buttons>
          <Button>{say(`records.unsealings.${act}`)}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
