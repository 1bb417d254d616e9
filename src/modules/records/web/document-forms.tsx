// SPDX-License-Identifier: EUPL-1.2
import type { Action, Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form } from '../../../ui/index.ts';
import { assignDocument } from '../commands/assign-document.ts';
import { classifyDocument } from '../commands/classify-document.ts';
import { changeDocument } from '../commands/change-document.ts';
import { finishDocument } from '../commands/finish-document.ts';
import { releaseEditLock } from '../commands/release-edit-lock.ts';
import { signOffDocument } from '../commands/sign-off-document.ts';
import { withdrawDocument } from '../commands/withdraw-document.ts';
import type { DocumentView } from '../queries/document-view.ts';
import { mayWithdraw } from '../rules/change-document.ts';
import { mayAssign, mayEdit, mayFinish } from '../rules/edit-document.ts';
import { Folded, isoDate, Question } from './form-parts.tsx';

const input = (visit: Visit, raw: Record<string, unknown>) => ({ ...raw, document: visit.param('document') });
const done = (visit: Visit) => `/documents/${visit.param('document')}`;

/** Everything that can be done on the page of a document, one command each. */
export const documentActions: Readonly<Record<string, Action>> = {
  'sign-off': { command: signOffDocument, input, done },
  withdraw: { command: withdrawDocument, input, done },
  change: { command: changeDocument, input: datesOf, done },
  assign: { command: assignDocument, input, done },
  finish: { command: finishDocument, input, done },
  classify: { command: classifyDocument, input, done },
  'release-lock': { command: releaseEditLock, input, done },
};

/** Dates are typed as on paper and sent as in the norm. */
function datesOf(visit: Visit, raw: Record<string, unknown>): Record<string, unknown> {
  const iso = (name: string) => {
    const value = raw[name];
    return typeof value === 'string' ? { [name]: isoDate(value) } : {};
  };
  return { ...input(visit, raw), ...iso('datedOn'), ...iso('receivedOn') };
}

interface DocumentFormProps {
  readonly visit: Visit;
  readonly view: DocumentView;
}

/** What moves a document on: take it in hand, finish it. */
export function Moves({ visit: { say, key }, view }: DocumentFormProps) {
  return (
    <>
      {mayAssign(view) ? null : (
        <Form action={`/documents/${view.id}/assign`} look="buttons" formKey={key}>
          <Button>{say('records.assign-document.button')}</Button>
        </Form>
      )}
      {mayFinish(view) ? null : (
        <Form action={`/documents/${view.id}/finish`} look="buttons" formKey={key}>
          <Button>{say('records.finish-document.button')}</Button>
          <p class="muted">{say('records.finish-document.means')}</p>
        </Form>
      )}
    </>
  );
}

/** Fakten des Dokuments ändern. */
export function ChangeDocument({ visit, view }: DocumentFormProps) {
  const { say, key } = visit;
  if (mayEdit(view)) return null;
  const form = 'change';
  const day = (name: 'datedOn' | 'receivedOn', label: string) => (
    <Question visit={visit} form={form} type="date" name={name} label={say(label)} value={view[name] ?? ''} optional />
  );
  return (
    <Folded visit={visit} form={form} title={say('records.change')}>
      <Form
        action={`/documents/${view.id}/change`}
        formKey={key}
        values={{ lock: String(view.lock) }}
        draft={`document-${view.id}`}
      >
        <Question
          visit={visit}
          form={form}
          name="title"
          label={say('records.document.title')}
          value={view.title}
          required
          maxlength={300}
        />
        <Question
          visit={visit}
          form={form}
          name="kind"
          label={say('records.document.kind')}
          hint={say('records.document.kind-hint')}
          value={view.kind}
          maxlength={60}
        />
        {day('datedOn', 'records.document.dated')}
        {day('receivedOn', 'records.document.received')}
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** Zurückziehen, with a reason; nothing disappears. */
export function Withdraw({ visit, view }: DocumentFormProps) {
  const { say, key } = visit;
  if (mayWithdraw(view)) return null;
  return (
    <Folded visit={visit} form="withdraw" title={say('records.withdraw.button')}>
      <Form action={`/documents/${view.id}/withdraw`} formKey={key}>
        <Question
          visit={visit}
          form="withdraw"
          name="reason"
          label={say('records.withdraw.reason')}
          hint={say('records.withdraw.hint')}
          required
          maxlength={500}
        />
        <Buttons>
          <Button>{say('records.withdraw.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
