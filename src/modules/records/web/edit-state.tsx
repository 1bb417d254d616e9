// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, LinkButton, Notice } from '../../../ui/index.ts';
import type { DocumentView } from '../queries/document-view.ts';
import type { EditingView } from '../queries/editing.ts';
import { officeProgram } from '../rules/editing.ts';
import { mayAddVersion } from '../rules/change-document.ts';
import { Folded, Question } from './form-parts.tsx';
import { showMoment } from './words.ts';

interface EditStateProps {
  readonly visit: Visit;
  readonly document: string;
  readonly editing: EditingView;
  readonly names: ReadonlyMap<string, string>;
  readonly writable: boolean;
}

/** Who has the document open now, and which texts lie beside it: shown as long as it is so, to whoever may see the file. */
export function EditState({ visit, document, editing, names, writable }: EditStateProps) {
  const { say } = visit;
  const { locks, conflicts, original } = editing;
  return (
    <>
      {locks.map(({ holder, since, own }) => (
        <Notice tone="now">
          {own
            ? say('records.editing.locked-by-you', { since: showMoment(since) })
            : say('records.editing.locked', {
                name: names.get(holder) ?? say('records.history.unknown'),
                since: showMoment(since),
              })}
        </Notice>
      ))}
      {conflicts.map(({ id, title, base }) => (
        <Notice tone="late">
          {say('records.editing.conflict-here', { base })} <a href={`/documents/${id}`}>{title}</a>{' '}
          <a href={`/documents/${id}/compare?with=${document}`}>{say('records.compare.link-conflict')}</a>
        </Notice>
      ))}
      {original ? (
        <Notice tone="late">
          {say('records.editing.conflict-of', { base: original.base })} <a href={`/documents/${original.id}`}>{original.title}</a>{' '}
          <a href={`/documents/${document}/compare?with=${original.id}`}>{say('records.compare.link-conflict')}</a>
        </Notice>
      ) : null}
      {locks.length > 0 && writable ? <Release visit={visit} document={document} /> : null}
    </>
  );
}

/** Sperre aufheben, with a reason that stays in the history. */
function Release({ visit, document }: { visit: Visit; document: string }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="release-lock" title={say('records.editing.release')}>
      <Form action={`/documents/${document}/release-lock`} formKey={key}>
        <Question
          visit={visit}
          form="release-lock"
          name="reason"
          label={say('records.editing.release-reason')}
          hint={say('records.editing.release-hint')}
          required
          maxlength={500}
        />
        <Buttons>
          <Button>{say('records.editing.release')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** The way into the office suite, where a program edits such a file and the caller may. */
export function EditLink({ visit: { say, caller }, view }: { visit: Visit; view: DocumentView }) {
  const name = view.all[0]?.fileName ?? '';
  if (!caller.permissions.has('records.write') || mayAddVersion(view, view.versions) || officeProgram(name) === undefined)
    return null;
  return (
    <Buttons>
      <LinkButton href={`/documents/${view.id}/edit`}>{say('records.editing.title')}</LinkButton>
    </Buttons>
  );
}
