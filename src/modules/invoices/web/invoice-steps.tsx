// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { parseDecimal } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form, LinkButton, More, Part, Refusal } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import { allocated, suggestRows } from '../rules/allocation.ts';
import { withinLimit } from '../rules/limit.ts';
import { allAllocated, fourEyes } from '../rules/workflow.ts';
import type { Around } from './invoice-page.tsx';
import { typed } from './words.ts';

interface Props {
  readonly visit: Visit;
  readonly view: InvoiceView;
}

/** The one thing to do now: the button, or the reason why there is none. */
export function NextStep({ visit, view, around }: Props & { around: Around }) {
  return (
    <Part id="next" title={visit.say('invoices.view.next')}>
      <Doing visit={visit} view={view} around={around} />
    </Part>
  );
}

function Doing({ visit, view, around }: Props & { around: Around }) {
  const { say, caller } = visit;
  switch (view.state) {
    case 'received':
      return <Step visit={visit} view={view} name="check" permission="invoices.receive" word="check" hint />;
    case 'checked':
      return <Assign visit={visit} view={view} around={around} />;
    case 'assigned':
      return (
        <>
          <Step visit={visit} view={view} name="certify-factually" permission="invoices.certify" word="factual" hint />
          <Allocate visit={visit} view={view} />
        </>
      );
    case 'factual':
      return <Arithmetic visit={visit} view={view} />;
    case 'arithmetic': {
      const counting = view.steps.filter((step) => !step.void);
      const no =
        fourEyes(counting, { person: caller.person, represented: caller.onBehalfOf ?? null }) ??
        withinLimit(view.amount, around.limit);
      if (no && caller.permissions.has('invoices.order')) return <Refusal reason={say(no.reason, no.details)} />;
      return <Step visit={visit} view={view} name="order" permission="invoices.order" word="order" hint />;
    }
    default:
      return (
        <Refusal
          reason={say(`invoices.wait.${view.state}`)}
          help={
            view.state === 'ordered' && caller.permissions.has('invoices.hand-over') ? (
              <LinkButton look="main" href="/invoices/hand-over">
                {say('invoices.hand-over.title')}
              </LinkButton>
            ) : undefined
          }
        />
      );
  }
}

function Step(
  props: Props & {
    name: string;
    permission: string;
    word: 'check' | 'factual' | 'arithmetic' | 'order';
    hint?: boolean;
    children?: Child;
  },
) {
  const { visit, view, name, permission, word, children } = props;
  const { say, key } = visit;
  if (!visit.caller.permissions.has(permission)) return <Refusal reason={say(`invoices.not-now.${view.state}`)} />;
  return (
    <Form action={`/invoices/${view.id}/${name}`} formKey={key} values={{ lock: String(view.lock) }}>
      <p>{say(`invoices.do.${word}-hint`)}</p>
      {children}
      <Buttons>
        <Button look="main">{say(`invoices.do.${word}`)}</Button>
      </Buttons>
    </Form>
  );
}

function Assign({ visit, view, around }: Props & { around: Around }) {
  const { say, key } = visit;
  if (!visit.caller.permissions.has('invoices.receive')) return <Refusal reason={say('invoices.not-now.checked')} />;
  const suggested = view.suggestion && around.offices.find(({ code }) => code === view.suggestion?.unit);
  return (
    <Form action={`/invoices/${view.id}/assign`} formKey={key} values={{ lock: String(view.lock) }}>
      <Field
        type="select"
        id="office"
        name="office"
        label={say('invoices.do.assign-office')}
        hint={assignHint(visit, view, suggested !== undefined)}
        options={around.offices.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        value={typed(visit, 'office') || (suggested?.id ?? view.unit)}
        required
      />
      <Buttons>
        <Button look="main">{say('invoices.do.assign')}</Button>
      </Buttons>
    </Form>
  );
}

/** What the invoice says of itself, and why an office is suggested. */
function assignHint({ say }: Visit, { picture, suggestion }: InvoiceView, isKnown: boolean): string | undefined {
  const { buyerReference = '', order = '', contract = '' } = picture?.glance ?? {};
  const said = [
    buyerReference && `Leitweg-ID ${buyerReference} (BT-10)`,
    order && `${order} (BT-13)`,
    contract && `${contract} (BT-12)`,
  ].filter((text) => text !== '');
  const sentences = [
    said.length === 0 ? '' : say('invoices.do.assign-said', { said: said.join(', ') }),
    suggestion && isKnown ? say(`invoices.suggest.${suggestion.reason}`, { detail: suggestion.detail }) : '',
  ];
  return sentences.filter((text) => text !== '').join(' ') || undefined;
}

/** Certifying waits until every cent has its budget code; until then the allocation is the thing to do. */
function Arithmetic({ visit, view }: Props) {
  const { say } = visit;
  const amount = view.amount === null ? undefined : parseDecimal(view.amount);
  const no = allAllocated(amount, allocated(view.rows));
  return (
    <>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <Step visit={visit} view={view} name="certify-arithmetically" permission="invoices.certify" word="arithmetic" hint />
      )}
      <Allocate visit={visit} view={view} />
    </>
  );
}

function Allocate({ visit, view }: Props) {
  const { say } = visit;
  if (!visit.caller.permissions.has('invoices.certify')) return null;
  const rows = view.rows.map(({ code, amount, measure }) =>
    [code, amount.replace('.', ','), ...(measure ? [measure] : [])].join('; '),
  );
  const suggested =
    rows.length > 0 ? '' : suggestRows(view.lastRows, view.amount === null ? undefined : parseDecimal(view.amount));
  return (
    <Form action={`/invoices/${view.id}/allocate`} values={{ lock: String(view.lock) }} class="sub-gap">
      <Field
        type="textarea"
        id="rows"
        name="rows"
        label={say('invoices.do.allocate-rows')}
        hint={[say('invoices.do.allocate-hint'), suggested === '' ? '' : say('invoices.do.allocate-suggested')].join(' ').trim()}
        value={typed(visit, 'rows') || rows.join('\n') || suggested}
        rows={3}
      />
      <Buttons>
        <Button>{say('invoices.do.allocate')}</Button>
      </Buttons>
    </Form>
  );
}

/** Refuse, ask, cancel: each with its reason, one touch away. */
export function SomethingWrong({ visit, view }: Props) {
  const { say, caller } = visit;
  const receives = caller.permissions.has('invoices.receive');
  const refuse = receives && ['received', 'checked', 'assigned'].includes(view.state);
  const query = caller.permissions.has('invoices.certify') && ['factual', 'arithmetic', 'assigned'].includes(view.state);
  const cancel = receives && ['received', 'checked', 'assigned', 'factual', 'arithmetic', 'ordered'].includes(view.state);
  if (!refuse && !query && !cancel) return null;
  return (
    <Part id="wrong" title={say('invoices.do.other')} gap>
      {refuse ? <Why visit={visit} view={view} name="refuse" field="reason" hint={say('invoices.do.refuse-hint')} /> : null}
      {query ? <Why visit={visit} view={view} name="query" field="question" /> : null}
      {cancel ? <Why visit={visit} view={view} name="cancel" field="reason" /> : null}
    </Part>
  );
}

function Why(props: Props & { name: 'refuse' | 'query' | 'cancel'; field: 'reason' | 'question'; hint?: string }) {
  const { visit, view, name, field, hint } = props;
  const { say } = visit;
  const here = visit.enteredIn === name;
  return (
    <More title={say(`invoices.do.${name}`)} open={here}>
      <Form action={`/invoices/${view.id}/${name}`} values={{ lock: String(view.lock) }}>
        <Field
          type="textarea"
          id={`${name}-${field}`}
          name={field}
          label={say(`invoices.do.${name}-${field}`)}
          hint={hint}
          value={here ? typed(visit, field) : ''}
          rows={2}
          required
        />
        <Buttons>
          <Button>{say(`invoices.do.${name}`)}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
