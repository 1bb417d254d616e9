// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form } from '../../../ui/index.ts';
import type { ItemView } from '../queries/item-view.ts';
import { typed } from './words.ts';

/** A step that wants its reason in a sentence. */
export function Step({ visit, item, step, label }: { visit: Visit; item: ItemView; step: string; label: string }) {
  return (
    <Form action={`/post/items/${item.id}/${step}`} formKey={visit.key} values={{ lock: String(item.lock) }}>
      <Field
        id={`${step}-reason`}
        name="reason"
        label={visit.say('post.reason')}
        value={typed(visit, step, 'reason')}
        maxlength={500}
        required
      />
      <Buttons>
        <Button>{label}</Button>
      </Buttons>
    </Form>
  );
}
