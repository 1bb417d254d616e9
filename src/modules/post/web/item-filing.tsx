// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form, More, Part } from '../../../ui/index.ts';
import type { ItemView } from '../queries/item-view.ts';
import { subjectText, typed } from './words.ts';

/** Where it is filed: into a case that is named, or into a new one. */
export function FilingForms({ visit, item }: { visit: Visit; item: ItemView }) {
  const { say } = visit;
  const values = { lock: String(item.lock) };
  return (
    <Part id="filing" title={say('post.filing.title')} level={3}>
      <Form action={`/post/items/${item.id}/file`} formKey={visit.key} values={values}>
        <Field
          id="file-reference"
          name="reference"
          label={say('post.filing.reference')}
          hint={say('post.filing.reference-hint')}
          value={typed(visit, 'file', 'reference')}
          maxlength={200}
          required
        />
        <Buttons>
          <Button>{say('post.filing.other')}</Button>
        </Buttons>
      </Form>
      <More title={say('post.filing.new-case')} open={visit.enteredIn === 'new-case'}>
        <Form action={`/post/items/${item.id}/new-case`} formKey={visit.key} values={values}>
          <Field
            id="new-case-reference"
            name="reference"
            label={say('post.filing.file')}
            value={typed(visit, 'new-case', 'reference')}
            maxlength={200}
            required
          />
          <Field
            id="new-case-subject"
            name="subject"
            label={say('post.filing.subject')}
            value={typed(visit, 'new-case', 'subject') ?? subjectText(say, item)}
            maxlength={300}
            required
          />
          <Buttons>
            <Button>{say('post.filing.open')}</Button>
          </Buttons>
        </Form>
      </More>
    </Part>
  );
}

/** It lies in a case: go there, or take it back with one key. */
export function UndoFiling({ visit, item }: { visit: Visit; item: ItemView }) {
  const { say, caller } = visit;
  return (
    <Part id="filing" title={say('post.filing.done')} level={3}>
      <Buttons>
        <a class="btn" href={`/documents/${item.document}`}>
          {say('post.item.open-document')}
        </a>
      </Buttons>
      {caller.permissions.has('post.handle') ? (
        <Form action={`/post/items/${item.id}/undo`} look="buttons" formKey={visit.key} values={{ lock: String(item.lock) }}>
          <Button hotkey="u" icon="undo">
            {say('post.step.undone')}
          </Button>
        </Form>
      ) : null}
    </Part>
  );
}
