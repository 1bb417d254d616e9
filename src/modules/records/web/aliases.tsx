// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, Part } from '../../../ui/index.ts';
import { Folded, Question } from './form-parts.tsx';

const form = 'add-alias';

/** Frühere Zeichen: what the file or case was called before, found for ever; and the way to note one. */
export function Aliases({
  visit,
  aliases,
  at,
  works,
}: {
  visit: Visit;
  aliases: readonly string[];
  /** Path of the page: `/files/…` or `/cases/…`. */
  at: string;
  works: boolean;
}) {
  const { say, key } = visit;
  if (aliases.length === 0 && !works) return null;
  return (
    <Part id="aliases" title={say('records.alias.title')} level={3} count={aliases.length || undefined}>
      {aliases.length > 0 ? (
        <ul class="plain">
          {aliases.map((alias) => (
            <li>{alias}</li>
          ))}
        </ul>
      ) : null}
      {works ? (
        <Folded visit={visit} form={form} title={say('records.alias.add')}>
          <Form action={`${at}/${form}`} formKey={key}>
            <Question
              visit={visit}
              form={form}
              name="reference"
              label={say('records.alias.reference')}
              hint={say('records.alias.hint')}
              required
              maxlength={120}
            />
            <Buttons>
              <Button>{say('records.alias.button')}</Button>
            </Buttons>
          </Form>
        </Folded>
      ) : null}
    </Part>
  );
}
