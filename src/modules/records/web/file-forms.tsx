// SPDX-License-Identifier: EUPL-1.2
import type { Action, Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, Refusal } from '../../../ui/index.ts';
import { addAlias } from '../commands/add-alias.ts';
import { changeFile } from '../commands/change-file.ts';
import { classifyFile } from '../commands/classify-file.ts';
import { closeFile } from '../commands/close-file.ts';
import { declineUnsealing } from '../commands/decline-unsealing.ts';
import { handOverFile } from '../commands/hand-over-file.ts';
import { nameForFile } from '../commands/name-for-file.ts';
import { protectFile } from '../commands/protect-file.ts';
import { reopenFile } from '../commands/reopen-file.ts';
import { requestUnsealing } from '../commands/request-unsealing.ts';
import { unnameForFile } from '../commands/unname-for-file.ts';
import type { CaseLine } from '../queries/file-contents.ts';
import type { FileHead } from '../queries/file-head.ts';
import { mayChangeFile, mayCloseFile, mayReopenFile } from '../rules/change-file.ts';
import { Folded, Question } from './form-parts.tsx';

const input = (visit: Visit, raw: Record<string, unknown>) => ({ ...raw, file: visit.param('file') });
const done = (visit: Visit) => `/files/${visit.param('file')}`;
/** Who protects a file may lose it by that; the list of files is always there. */
const toAccess = (visit: Visit) => `/files/${visit.param('file')}#access`;

/** `person:…`, `function:…` or `unit:…`, as the forms offer them. */
export function granteeOf(visit: Visit, raw: Record<string, unknown>): Record<string, unknown> {
  const { who, ...rest } = raw;
  if (typeof who !== 'string') return input(visit, raw);
  const [kind = '', grantee = ''] = who.split(':');
  return { ...input(visit, rest), kind, grantee };
}

/** Everything that can be done on the page of a file, one command each. */
export const fileActions: Readonly<Record<string, Action>> = {
  change: { command: changeFile, input, done },
  close: { command: closeFile, input, done },
  reopen: { command: reopenFile, input, done },
  protect: { command: protectFile, input, done: toAccess },
  name: { command: nameForFile, input: granteeOf, done: toAccess },
  unname: { command: unnameForFile, input: granteeOf, done: toAccess },
  unseal: { command: requestUnsealing, input, done: toAccess },
  'take-back': { command: declineUnsealing, done: toAccess },
  'add-alias': {
    command: addAlias,
    input: (visit, raw) => ({ ...raw, object: `file:${visit.param('file')}` }),
    done: (visit) => `${done(visit)}#aliases`,
  },
  classify: { command: classifyFile, input, done },
  // Whoever hands a file over may not see it any more; the list is always there.
  'hand-over': { command: handOverFile, input, done: () => '/files' },
};

/** Fakten der Akte ändern. */
export function ChangeFile({ visit, head }: { visit: Visit; head: FileHead }) {
  const { say, key } = visit;
  if (mayChangeFile(head, head.lock)) return null;
  const media = ['electronic', 'hybrid', 'paper'].map((value) => ({ value, label: say(`records.medium.${value}`) }));
  return (
    <Folded visit={visit} form="change" title={say('records.change')}>
      <Form action={`/files/${head.id}/change`} formKey={key} values={{ lock: String(head.lock) }} draft={`file-${head.id}`}>
        <Question
          visit={visit}
          form="change"
          name="subject"
          label={say('records.file.subject')}
          hint={say('records.file.subject-hint')}
          value={head.subject}
          required
          maxlength={300}
        />
        <Question
          visit={visit}
          form="change"
          type="select"
          name="medium"
          label={say('records.file.medium')}
          value={head.medium}
          options={media}
        />
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** Akte schließen or wieder öffnen; or why it cannot be closed yet. */
export function FileState({ visit, head, cases }: { visit: Visit; head: FileHead; cases: readonly CaseLine[] }) {
  const { say, key } = visit;
  if (!head.writable) return null;
  if (!mayReopenFile(head)) return <Reopen visit={visit} head={head} />;
  const open = cases.filter(({ state }) => state !== 'filed');
  const no = mayCloseFile(head, open.length);
  return (
    <Folded visit={visit} form="close" title={say('records.close-file.title')}>
      {no ? (
        <Refusal reason={say(no.reason, no.details)}>
          <ul class="flow">
            {open.map(({ id, reference, subject }) => (
              <li>
                <a href={`/cases/${id}`}>{`${reference ?? say('records.case.draft-number')} ${subject}`}</a>
              </li>
            ))}
          </ul>
        </Refusal>
      ) : (
        <Form action={`/files/${head.id}/close`} look="buttons" formKey={key}>
          <Button>{say('records.close-file.button')}</Button>
          <p class="muted">{say('records.close-file.means')}</p>
        </Form>
      )}
    </Folded>
  );
}

function Reopen({ visit, head }: { visit: Visit; head: FileHead }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="reopen" title={say('records.reopen-file.title')}>
      <Form action={`/files/${head.id}/reopen`} formKey={key}>
        <Question
          visit={visit}
          form="reopen"
          name="reason"
          label={say('records.reason')}
          hint={say('records.reopen-file.hint')}
          required
          maxlength={500}
        />
        <Buttons>
          <Button>{say('records.reopen-file.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
