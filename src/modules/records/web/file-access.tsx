// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, Part } from '../../../ui/index.ts';
import type { UnitView } from '../../people/index.ts';
import type { FileHead } from '../queries/file-head.ts';
import type { NamedLine } from '../queries/named-access.ts';
import type { UnsealingLine } from '../queries/unsealing.ts';
import { Unsealing } from './file-unsealing.tsx';
import { Folded, Question } from './form-parts.tsx';

interface FileAccessProps {
  readonly visit: Visit;
  readonly head: FileHead;
  readonly named: readonly NamedLine[];
  readonly units: readonly UnitView[];
  readonly pending: UnsealingLine | undefined;
}

/** Wer hineinkommt: the level, who is named, and how to change both. */
export function FileAccess(props: FileAccessProps) {
  const { visit, head, named } = props;
  const { say } = visit;
  const works = head.writable && head.state === 'open';
  return (
    <Part id="access" title={say('records.protect.title')} level={3} count={named.length || undefined}>
      <p>{say(`records.protection.${head.protection}`)}</p>
      {named.length === 0 ? <p class="muted">{say('records.protect.nobody')}</p> : null}
      <ul class="plain flow">
        {named.map((line) => (
          <NamedRow visit={visit} head={head} line={line} works={works} />
        ))}
      </ul>
      {works ? <NameSomebody {...props} /> : null}
      {works ? (
        <p>
          <a href={`/files/${head.id}/access`}>{say('records.name.others')}</a>
        </p>
      ) : null}
      {works && head.protection < 2 ? <SetLevel visit={visit} head={head} /> : null}
      {head.writable && head.protection === 2 ? <Unsealing visit={visit} head={head} pending={props.pending} /> : null}
    </Part>
  );
}

function NamedRow({ visit: { say, key }, head, line, works }: { visit: Visit; head: FileHead; line: NamedLine; works: boolean }) {
  const { kind, grantee, writes, label } = line;
  const name = label ?? say('records.protect.a-function');
  return (
    <li class="with-remove">
      <span>
        <span class="strong">{name}</span>{' '}
        <span class="muted">{say(writes ? 'records.protect.writes' : 'records.protect.reads')}</span>
      </span>
      {works ? (
        <Form action={`/files/${head.id}/unname`} look="inline" formKey={key} values={{ kind, grantee }}>
          <Button small look="quiet" label={say('records.name.remove', { name })}>
            {say('records.remove')}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

function NameSomebody({ visit, head, units }: FileAccessProps) {
  const { say, key, caller } = visit;
  const form = 'name';
  const options = [
    ...(caller.person === null
      ? []
      : [{ value: `person:${caller.person}`, label: say('records.name.myself', { name: caller.name ?? '' }) }]),
    ...units.map(({ id, code, name }) => ({ value: `unit:${id}`, label: `${code} ${name}` })),
  ];
  return (
    <Folded visit={visit} form={form} title={say('records.name.title')}>
      <Form action={`/files/${head.id}/name`} formKey={key}>
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
          <Button>{say('records.name.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function SetLevel({ visit, head }: { visit: Visit; head: FileHead }) {
  const { say, key } = visit;
  const form = 'protect';
  const levels = [0, 1, 2].filter((level) => level !== head.protection);
  const options = levels.map((level) => ({ value: String(level), label: say(`records.protection.${level}`) }));
  return (
    <Folded visit={visit} form={form} title={say('records.protect.button')}>
      <Form action={`/files/${head.id}/protect`} formKey={key}>
        <Question
          visit={visit}
          form={form}
          type="radios"
          name="level"
          label={say('records.protect.level')}
          options={options}
          required
        />
        <Question
          visit={visit}
          form={form}
          name="reason"
          label={say('records.reason')}
          hint={say('records.protect.hint')}
          required
          maxlength={500}
        />
        <Buttons>
          <Button>{say('records.protect.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
