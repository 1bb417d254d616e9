// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, Refusal } from '../../../ui/index.ts';
import type { CaseView } from '../queries/case-view.ts';
import { type CaseForClosing, mayCloseCase, type Missing, missingForClosing } from '../rules/close-case.ts';
import { mayLetWait, mayRegisterCase, mayReopenCase, mayResume, mayWorkOn } from '../rules/change-case.ts';
import { Folded, Question } from './form-parts.tsx';

interface CaseStateProps {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly closing: CaseForClosing;
}

/** What comes next for a case: its number, z.d.A., or taking it back; or everything that stands in the way, with the way to each. */
export function CaseState({ visit, view, closing }: CaseStateProps) {
  if (!mayReopenCase(closing)) return <Reopen visit={visit} view={view} />;
  const no = mayWorkOn(closing);
  if (no) return <Refusal reason={visit.say(no.reason, no.details)} />;
  if (!mayRegisterCase(closing)) return <Register visit={visit} view={view} />;
  return (
    <>
      <Close visit={visit} view={view} closing={closing} />
      {mayLetWait(closing) ? null : <Wait visit={visit} view={view} />}
      {mayResume(closing) ? null : <Resume visit={visit} view={view} />}
    </>
  );
}

function Close({ visit, view, closing }: CaseStateProps) {
  const { say, key } = visit;
  const no = mayCloseCase(closing);
  if (no) {
    return (
      <Refusal id="close" reason={say(no.reason, no.details)}>
        <ul class="flow">
          {missingForClosing(closing).map((missing) => (
            <MissingLine visit={visit} view={view} missing={missing} />
          ))}
        </ul>
      </Refusal>
    );
  }
  return (
    <Form action={`/cases/${view.id}/close`} look="buttons" formKey={key} id="close">
      <Button look="main" hotkey="z">
        {say('records.close-case.button')}
      </Button>
      <p class="muted">{say('records.close-case.means')}</p>
    </Form>
  );
}

/** One thing that is missing, and where to put it right. */
function MissingLine({
  visit: { say },
  view,
  missing: { at, reason, details },
}: {
  visit: Visit;
  view: CaseView;
  missing: Missing;
}) {
  const [kind = '', id = ''] = at.split(':');
  const ways: Record<string, string> = {
    document: `/documents/${id}`,
    contacts: `/cases/${view.id}#contacts`,
    upload: `/cases/${view.id}#paper`,
    plan: `/files?plan=${encodeURIComponent(String(details['code'] ?? ''))}`,
  };
  const way = ways[kind];
  return (
    <li>
      {say(reason, details)} {way ? <a href={way}>{say(`records.close-case.way.${kind}`)}</a> : null}
    </li>
  );
}

function Register({ visit: { say, key }, view }: { visit: Visit; view: CaseView }) {
  return (
    <Form action={`/cases/${view.id}/register`} look="buttons" formKey={key}>
      <Button look="main">{say('records.register-case.button')}</Button>
      <p class="muted">{say('records.register-case.means')}</p>
    </Form>
  );
}

function Reopen({ visit, view }: { visit: Visit; view: CaseView }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="reopen" title={say('records.reopen-case.title')}>
      <Form action={`/cases/${view.id}/reopen`} formKey={key}>
        <Question
          visit={visit}
          form="reopen"
          name="reason"
          label={say('records.reason')}
          hint={say('records.reopen-case.hint')}
          required
          maxlength={500}
        />
        <Buttons>
          <Button>{say('records.reopen-case.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function Wait({ visit, view }: { visit: Visit; view: CaseView }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="wait" title={say('records.case-waits.title')}>
      <Form action={`/cases/${view.id}/wait`} formKey={key}>
        <Question visit={visit} form="wait" name="reason" label={say('records.case-waits.what-for')} required maxlength={500} />
        <Buttons>
          <Button>{say('records.case-waits.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function Resume({ visit: { say, key }, view }: { visit: Visit; view: CaseView }) {
  return (
    <Form action={`/cases/${view.id}/resume`} look="buttons" formKey={key}>
      <Button>{say('records.resume-case.button')}</Button>
    </Form>
  );
}
