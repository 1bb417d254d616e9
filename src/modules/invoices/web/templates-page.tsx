// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  ListRow,
  ListRows,
  Notice,
  PageHead,
  Part,
} from '../../../ui/index.ts';
import { keepTemplate } from '../commands/keep-template.ts';
import { findNewestBatch } from '../queries/batches.ts';
import { listTemplates, type TemplateLine } from '../queries/lists.ts';
import { readTemplate, templateValues } from '../rules/read-template.ts';
import { exampleTemplate, sampleBatch } from '../rules/sample-batch.ts';
import { type Written, writeByTemplate } from '../rules/write-template.ts';
import { fieldErrors, typed } from './words.ts';

const longestTrial = 6_000;

/** Vorlagen der Übergabe: described in words, tried without handing anything over. */
export const templatesPage: Page = {
  path: '/invoices/templates',
  permission: 'invoices.keep-lists',
  async show(visit) {
    const { say } = visit;
    const { templates, newest } = await visit.read(async (tx) => ({
      templates: await listTemplates(tx),
      newest: await findNewestBatch(tx),
    }));
    const chosen = templates.find(({ name }) => name === visit.query('name'));
    const trial = visit.enteredIn === 'try' && !visit.refusal ? tryOut(typed(visit, 'definition'), newest) : undefined;
    const errors = trial instanceof Refusal ? fieldErrors({ ...visit, refusal: trial }) : fieldErrors(visit);
    const title = say('invoices.templates.title');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('invoices.templates.about')}
          crumbs={[{ label: say('invoices.lists.title'), href: '/invoices/lists' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {trial && !(trial instanceof Refusal) ? <Trial visit={visit} written={trial} isSample={newest === undefined} /> : null}
        <Edit visit={visit} chosen={chosen} />
        <Known visit={visit} templates={templates} />
      </>
    );
    const status = trial instanceof Refusal ? 422 : undefined;
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }), status);
  },
  actions: { keep: { command: keepTemplate, done: () => '/invoices/templates#known' } },
};

type Batch = Parameters<typeof writeByTemplate>[1];

function tryOut(definition: string, newest: Batch | undefined): Written | Refusal {
  const template = readTemplate(definition.replaceAll('\r\n', '\n'));
  return template instanceof Refusal ? template : writeByTemplate(template, newest ?? sampleBatch);
}

function Trial({ visit: { say }, written, isSample }: { visit: Visit; written: Written; isSample: boolean }) {
  return (
    <Part id="trial" title={say('invoices.templates.trial')}>
      <Notice tone={written.problems.length > 0 ? 'late' : 'done'} live>
        <p>{say(isSample ? 'invoices.templates.of-sample' : 'invoices.templates.of-newest')}</p>
        {written.problems.slice(0, 20).map(({ kind, ...details }) => (
          <p>{say(`invoices.template.${kind}`, details)}</p>
        ))}
      </Notice>
      <pre class="table-box" tabindex={0} role="group" aria-label={say('invoices.templates.trial-text')}>
        {written.text.slice(0, longestTrial)}
      </pre>
    </Part>
  );
}

function Edit({ visit, chosen }: { visit: Visit; chosen: TemplateLine | undefined }) {
  const { say, key } = visit;
  return (
    <Part id="edit" title={say(chosen ? 'invoices.templates.change' : 'invoices.templates.new')} gap>
      <Form action="/invoices/templates/keep" formKey={key}>
        <Field
          name="name"
          id="name"
          label={say('invoices.templates.name')}
          value={typed(visit, 'name') || chosen?.name}
          maxlength={80}
          required
        />
        <Field
          type="textarea"
          id="definition"
          name="definition"
          label={say('invoices.templates.definition')}
          hint={say('invoices.templates.hint', { values: templateValues.join(', ') })}
          value={typed(visit, 'definition') || (chosen?.definition ?? exampleTemplate)}
          rows={16}
        />
        <Buttons>
          <Button look="main">{say('invoices.templates.keep')}</Button>
          <Button formaction="/invoices/templates/try">{say('invoices.templates.try')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

function Known({ visit: { say }, templates }: { visit: Visit; templates: readonly TemplateLine[] }) {
  return (
    <Part id="known" title={say('invoices.templates.known')} gap>
      {templates.length === 0 ? <EmptyState>{say('invoices.templates.none')}</EmptyState> : null}
      <ListRows plain label={say('invoices.templates.known')}>
        {templates.map(({ name, definition }) => (
          <ListRow
            title={name}
            href={`/invoices/templates?name=${encodeURIComponent(name)}`}
            meta={definition.split('\n').find((line) => line.startsWith('form')) ?? ''}
          />
        ))}
      </ListRows>
    </Part>
  );
}

/** Shows how a batch would look; keeps nothing and hands nothing over. */
export const tryTemplateEndpoint: Endpoint = {
  method: 'POST',
  path: '/invoices/templates/try',
  permission: 'invoices.keep-lists',
  stream: 'changes nothing: only shows how a batch would look',
  summary: 'Dry run of a template for batches',
  async handle(visit) {
    const text = await readText(visit.context.req.raw.body);
    if (text === undefined) return visit.refuse(new Refusal('too-large', 'invoices.template.too-large'));
    const sent = new URLSearchParams(text);
    const entered = {
      name: (sent.get('name') ?? '').slice(0, 80),
      definition: (sent.get('definition') ?? '').replaceAll('\u0000', ''),
    };
    return templatesPage.show({ ...visit, refusal: undefined, entered, enteredIn: 'try' });
  },
};

const longestBody = 60_000;

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > longestBody) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
