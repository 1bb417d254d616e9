// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, LinkButton, Refusal } from '../../../ui/index.ts';
import type { FileHead } from '../queries/file-head.ts';
import type { UnsealingLine } from '../queries/unsealing.ts';
import { mayRequestUnsealing } from '../rules/protection.ts';
import { Folded, Question } from './form-parts.tsx';

interface UnsealingProps {
  readonly visit: Visit;
  readonly head: FileHead;
  readonly pending: UnsealingLine | undefined;
}

/** Entsiegelung: nobody opens a sealed file alone; here one asks, waits, or takes the request back. */
export function Unsealing({ visit, head, pending }: UnsealingProps) {
  const { say } = visit;
  if (!pending)
    return (
      <>
        <Refusal reason={say('records.protect.needs-two')} />
        {mayRequestUnsealing(head.protection, false) ? null : <Ask visit={visit} head={head} />}
      </>
    );
  const own = pending.requestedBy === visit.caller.person;
  const decides = !own && visit.caller.permissions.has('records.registry');
  return (
    <Refusal
      reason={say('records.unseal.waits', { name: pending.name, unit: pending.unit })}
      help={
        decides ? (
          <LinkButton small href="/unsealings">
            {say('records.unsealings.title')}
          </LinkButton>
        ) : undefined
      }
    >
      <p>{say('records.unseal.asked', { level: say(`records.protection.${pending.toLevel}`), reason: pending.reason })}</p>
      {own ? <TakeBack visit={visit} head={head} pending={pending} /> : null}
    </Refusal>
  );
}

function Ask({ visit, head }: Omit<UnsealingProps, 'pending'>) {
  const { say, key } = visit;
  const ask = { visit, form: 'unseal' };
  return (
    <Folded visit={visit} form="unseal" title={say('records.unseal.request')}>
      <Form action={`/files/${head.id}/unseal`} formKey={key}>
        <Question
          {...ask}
          type="radios"
          name="toLevel"
          label={say('records.unsealings.to')}
          options={['0', '1'].map((value) => ({ value, label: say(`records.protection.${value}`) }))}
          required
        />
        <Question
          {...ask}
          name="reason"
          label={say('records.reason')}
          hint={say('records.unseal.hint')}
          maxlength={500}
          required
        />
        <Buttons>
          <Button>{say('records.unseal.request')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function TakeBack({ visit, head, pending }: UnsealingProps & { pending: UnsealingLine }) {
  const { say, key } = visit;
  return (
    <Folded visit={visit} form="take-back" title={say('records.unseal.take-back')}>
      <Form action={`/files/${head.id}/take-back`} formKey={key} values={{ request: pending.id }}>
        <Question visit={visit} form="take-back" name="reason" label={say('records.reason')} maxlength={500} required />
        <Buttons>
          <Button>{say('records.unseal.take-back')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
