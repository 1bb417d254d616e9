// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form, More, Part } from '../../../ui/index.ts';
import type { OrderView } from '../queries/order-view.ts';
import { isFinalSignature } from '../rules/kinds.ts';
import { isFinished, restOf } from '../rules/order.ts';
import { printOrder } from '../rules/typed/print.ts';
import { whoOf } from './seats-view.tsx';
import { typedInto } from './words.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: OrderView;
}

/** What those may do who write in the file: send on, change, move a term, take back. */
export function Steering({ visit, view }: Props) {
  const { say } = visit;
  if (view.state !== 'running' && view.state !== 'returned') return null;
  return (
    <Part id="steering" title={say('circulation.steering')} gap>
      {view.state === 'returned' ? <Resume visit={visit} view={view} /> : null}
      <Change visit={visit} view={view} />
      <Extend visit={visit} view={view} />
      <Recall visit={visit} view={view} />
    </Part>
  );
}

function Resume({ visit: { say, key }, view }: Props) {
  return (
    <Form action={`/orders/${view.id}/resume`} formKey={key} values={{ lock: String(view.lock) }}>
      <p class="muted">{say('circulation.resume-means')}</p>
      <Buttons>
        <Button look="main">{say('circulation.resume')}</Button>
      </Buttons>
    </Form>
  );
}

function Change({ visit, view }: Props) {
  const { say } = visit;
  const error = visit.enteredIn === 'change' ? visit.refusal?.fields['text'] : undefined;
  return (
    <More title={say('circulation.change')} open={visit.enteredIn === 'change'}>
      <Form action={`/orders/${view.id}/change`} values={{ lock: String(view.lock) }}>
        <Field
          type="textarea"
          id="change-text"
          name="text"
          label={say('circulation.change-text')}
          hint={say('circulation.change-hint')}
          value={typedInto(visit, 'change', 'text') ?? printOrder(restOf(view.steps))}
          error={error ? say(error, visit.refusal?.details) : undefined}
          rows={6}
          required
        />
        <Buttons>
          <Button>{say('circulation.change')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

function Extend({ visit, view }: Props) {
  const { say } = visit;
  const open = view.steps.filter((step) => !isFinished(step));
  if (open.length === 0) return null;
  return (
    <More title={say('circulation.extend')} open={visit.enteredIn === 'extend'}>
      <Form action={`/orders/${view.id}/extend`} values={{ lock: String(view.lock) }}>
        <Field
          type="select"
          id="extend-step"
          name="step"
          label={say('circulation.extend-step')}
          value={typedInto(visit, 'extend', 'step') ?? open[0]?.id}
          options={open.map((step) => ({
            value: step.id,
            label: `${whoOf(visit, step)} ${say(`circulation.short.${step.kind}`)}`,
          }))}
        />
        <Field
          type="date"
          id="extend-due"
          name="due"
          label={say('circulation.extend-due')}
          value={typedInto(visit, 'extend', 'due') ?? ''}
          error={visit.enteredIn === 'extend' && visit.refusal?.fields['due'] ? say(visit.refusal.fields['due']) : undefined}
          required
        />
        <Buttons>
          <Button>{say('circulation.extend')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

function Recall({ visit, view }: Props) {
  const { say } = visit;
  return (
    <More title={say('circulation.recall')} open={visit.enteredIn === 'recall'}>
      <Form action={`/orders/${view.id}/recall`} values={{ lock: String(view.lock) }}>
        <Field
          type="textarea"
          id="recall-reason"
          name="reason"
          label={say('circulation.recall-reason')}
          value={typedInto(visit, 'recall', 'reason') ?? ''}
          rows={2}
          required
        />
        <Buttons>
          <Button>{say('circulation.recall')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

/** Whoever may sign for the unit takes the final signature to themselves. */
export function Reserve({ visit: { say }, view }: Props) {
  const step = view.steps.find((one) => isFinalSignature(one.kind) && !isFinished(one));
  if (view.state !== 'running' || step?.kind !== 'final-sign') return null;
  return (
    <More title={say('circulation.reserve')}>
      <Form action={`/orders/${view.id}/reserve`} values={{ step: step.id }}>
        <p class="muted">{say('circulation.reserve-means')}</p>
        <Buttons>
          <Button>{say('circulation.reserve')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
