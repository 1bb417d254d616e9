// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import type { Action, Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, Form, More, PageHead, Part } from '../../../ui/index.ts';
import { type CaseView, findCaseView, listDocuments } from '../../records/index.ts';
import { dropTemplate, keepTemplate } from '../commands/keep-template.ts';
import { startOrder } from '../commands/start-order.ts';
import { directoryFor } from '../commands/typed-order.ts';
import { listTemplates, type TemplateLine } from '../queries/templates.ts';
import { stepKinds } from '../rules/kinds.ts';
import { localDay } from '../rules/local-day.ts';
import { indexDirectory } from '../rules/typed/directory.ts';
import { parseOrder } from '../rules/typed/parse.ts';
import type { TypedOrder } from '../rules/typed/types.ts';
import { problemCodes, Preview } from './preview.tsx';
import { fieldErrors, typedInto } from './words.tsx';

interface Around {
  readonly it: CaseView;
  readonly documents: readonly { readonly id: string; readonly no: number; readonly title: string }[];
  readonly templates: readonly TemplateLine[];
  readonly text: string;
  readonly order: TypedOrder | undefined;
}

const withCase = (visit: Visit, raw: Record<string, unknown>) => ({ ...raw, case: visit.param('case') });

/** Verfügen: typed as on paper; the seats appear beside it. Complete without a script by „Vorschau“. */
export const newOrderPage: Page = {
  path: '/cases/:case/order',
  permission: 'circulation.order',
  show: (visit) => showOrder(visit, undefined),
  actions: {
    start: {
      command: startOrder,
      input: withCase,
      done: (_, { events }) => `/orders/${events[0]?.object.slice('order:'.length) ?? ''}`,
    },
    'keep-template': templateAction(keepTemplate),
    'drop-template': templateAction(dropTemplate),
  },
};

function templateAction(command: Action['command']): Action {
  return { command, done: (visit) => `/cases/${visit.param('case')}/order` };
}

const draft = z.strictObject({
  document: z.string().max(40).default(''),
  text: z.string().max(12_000).default(''),
  _key: z.string().optional(),
});

/** Shows what was typed as seats; stores nothing. */
export const previewOrderEndpoint: Endpoint = {
  method: 'POST',
  path: '/cases/:case/order/preview',
  permission: 'circulation.order',
  input: draft,
  summary: 'Preview of an order that was typed; nothing is stored',
  handle(visit, input) {
    const { text, document } = input as z.infer<typeof draft>;
    return showOrder({ ...visit, entered: { text, document }, enteredIn: 'start' }, text);
  },
};

/** Whom an order can name, for the live preview: the same directory that the server reads with. */
export const orderDirectoryEndpoint: Endpoint = {
  method: 'GET',
  path: '/cases/:case/order/directory',
  permission: 'circulation.order',
  summary: 'Units and colleagues that an order on this case can name',
  async handle(visit) {
    const directory = await visit.read(async (tx) => {
      const it = await findCaseView(tx, visit.param('case'));
      return it && directoryFor(tx, visit.caller, it.leadUnit);
    });
    if (!directory) return visit.notFound();
    return visit.context.json({ directory, today: localDay(visit.runtime.clock.now()) });
  },
};

async function showOrder(visit: Visit, typed: string | undefined): Promise<Response> {
  const around = await visit.read((tx) => findAround(tx, visit, typed));
  if (!around) return visit.notFound();
  const { say } = visit;
  const errors = fieldErrors(visit);
  const title = say('circulation.new-order');
  const { it } = around;
  const body = (
    <>
      <PageHead title={title} crumbs={[{ label: `${it.reference ?? ''} ${it.subject}`.trim(), href: `/cases/${it.id}` }]} />
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div
        class="order-cols"
        data-island="typed-order"
        data-directory={`/cases/${it.id}/order/directory`}
        data-texts={textsOf(visit)}
      >
        <div>
          <Writing visit={visit} around={around} />
        </div>
        <section class="part" aria-labelledby="preview-head" data-preview="" aria-live="polite">
          <Preview visit={visit} order={around.order} text={around.text} />
        </section>
      </div>
    </>
  );
  return visit.html(frame(visit, { title, current: '/files', errors: errors.length, body }));
}

async function findAround(tx: Tx, visit: Visit, typed: string | undefined): Promise<Around | undefined> {
  const it = await findCaseView(tx, visit.param('case'));
  if (!it) return undefined;
  const templates = await listTemplates(tx);
  const template = templates.find(({ id }) => id === visit.query('template'));
  const text = typed ?? typedInto(visit, 'start', 'text') ?? typedInto(visit, 'keep-template', 'text') ?? template?.text ?? '';
  const documents = (await listDocuments(tx, it.id))
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, no, title }) => ({ id, no, title }));
  const order =
    text.trim() === ''
      ? undefined
      : parseOrder(text, indexDirectory(await directoryFor(tx, visit.caller, it.leadUnit)), localDay(visit.runtime.clock.now()));
  return { it, documents, templates, text, order };
}

/** The words of the preview, for the island. */
function textsOf({ say }: Visit): string {
  const kinds = stepKinds.map((kind) => `circulation.short.${kind}`);
  const keys = [
    ...kinds,
    ...problemCodes.map((code) => `circulation.problem.${code}`),
    'circulation.you',
    'circulation.until',
    'circulation.put-in',
  ];
  const more = ['circulation.preview-none', 'circulation.preview-seats', 'circulation.preview-seats.one', 'circulation.line'];
  return JSON.stringify(Object.fromEntries([...keys, ...more].map((key) => [key.slice('circulation.'.length), say(key)])));
}

function Writing({ visit, around }: { visit: Visit; around: Around }) {
  const { say, key } = visit;
  const { it, documents, text } = around;
  const faulty = visit.enteredIn === 'start' || visit.enteredIn === 'keep-template' ? visit.refusal : undefined;
  const wrong = (field: string) => (faulty?.fields[field] ? say(faulty.fields[field], faulty.details) : undefined);
  return (
    <Part id="text" title={say('circulation.text')}>
      <Form action={`/cases/${it.id}/order/start`} formKey={key} draft={`order-${it.id}`}>
        <Field
          type="select"
          id="start-document"
          name="document"
          label={say('circulation.document')}
          empty={say('circulation.without-document')}
          options={documents.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
          value={typedInto(visit, 'start', 'document') ?? visit.query('document') ?? ''}
          error={wrong('document')}
        />
        <Field
          type="textarea"
          id="start-text"
          name="text"
          label={say('circulation.text-label')}
          hint={say('circulation.text-hint')}
          value={text}
          error={wrong('text')}
          rows={10}
          maxlength={12_000}
          required
        />
        <Buttons>
          <Button look="main">{say('circulation.give')}</Button>
          <Button formaction={`/cases/${it.id}/order/preview`}>{say('circulation.preview')}</Button>
        </Buttons>
      </Form>
      <Templates visit={visit} around={around} />
    </Part>
  );
}

function Templates({ visit, around: { it, templates, text } }: { visit: Visit; around: Around }) {
  const { say } = visit;
  return (
    <More title={say('circulation.templates')} open={visit.enteredIn === 'keep-template'}>
      {templates.length === 0 ? <p class="muted">{say('circulation.no-templates')}</p> : null}
      <ul class="plain">
        {templates.map(({ id, name }) => (
          <li class="with-remove">
            <a href={`/cases/${it.id}/order?template=${id}`}>{name}</a>
            <Form action={`/cases/${it.id}/order/drop-template`} look="inline" values={{ template: id }}>
              <Button small look="quiet" label={say('circulation.drop-template', { name })}>
                {say('circulation.drop')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={`/cases/${it.id}/order/keep-template`} values={{ unit: it.leadUnit }}>
        <Field
          id="keep-template-name"
          name="name"
          label={say('circulation.template-name')}
          value={typedInto(visit, 'keep-template', 'name') ?? ''}
          maxlength={80}
          required
        />
        <Field
          type="textarea"
          id="keep-template-text"
          name="text"
          label={say('circulation.template-text')}
          value={typedInto(visit, 'keep-template', 'text') ?? text}
          rows={4}
          required
        />
        <Buttons>
          <Button>{say('circulation.keep-template')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
