// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { type Refusal as No, refused } from '../../../kernel/refusal.ts';
import { answerJson } from '../../../kernel/router.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, FormKey, LinkButton, PageHead, Refusal } from '../../../ui/index.ts';
import { type FileLine, listFiles } from '../../records/index.ts';
import { receiveFiles } from '../commands/receive-files.ts';
import { fieldErrors } from './words.ts';

/** Rechnung aufnehmen: which file of the E-Akte, which documents. */
export const receivePage: Page = {
  path: '/invoices/receive',
  permission: 'invoices.receive',
  async show(visit) {
    const { say } = visit;
    const files = await visit.read((tx) => listFiles(tx, { state: 'open', limit: 500 }));
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('invoices.receive.title')}
          lead={say('invoices.receive.hint')}
          crumbs={[{ label: say('invoices.queue.title'), href: '/invoices' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {files.length === 0 ? <Refusal reason={say('invoices.receive.no-file')} /> : <ReceiveForm visit={visit} files={files} />}
      </>
    );
    return visit.html(frame(visit, { title: say('invoices.receive.title'), current: '/invoices', errors: errors.length, body }));
  },
};

/** The file stands before the documents: a form is read as it arrives. */
function ReceiveForm({ visit: { say }, files }: { visit: Visit; files: readonly FileLine[] }) {
  return (
    <form action="/invoices/receive" method="post" enctype="multipart/form-data" class="form" novalidate>
      <FormKey />
      <Field
        type="select"
        id="file"
        name="file"
        label={say('invoices.receive.file')}
        options={files.map(({ id, reference, subject }) => ({ value: id, label: `${reference} ${subject}` }))}
        value={files.length === 1 ? files[0]?.id : undefined}
        empty={say('invoices.receive.choose')}
        required
      />
      <div class="field">
        <label for="invoices">{say('invoices.receive.files')}</label>
        <input type="file" class="file-input" id="invoices" name="invoices" multiple accept=".xml,.pdf,.zip,.eml" required />
      </div>
      <Buttons>
        <Button look="main">{say('invoices.receive.button')}</Button>
        <LinkButton look="quiet" href="/invoices">
          {say('records.cancel')}
        </LinkButton>
      </Buttons>
    </form>
  );
}

/** Takes invoices by form or by program: `multipart/form-data` with `file` (the E-Akte's file) before the documents. */
export const receiveEndpoint: Endpoint = {
  method: 'POST',
  path: '/invoices/receive',
  permission: 'invoices.receive',
  summary: 'Take in invoices (XML, PDF, EML, ZIP); the same bytes twice give the invoice that is there',
  stream: 'the content of each invoice: the same bytes in the same file become one invoice, however often they are sent',
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const outcome = await receiveFiles({ runtime, caller }, { headers: context.req.raw.headers, body: context.req.raw.body });
    const json = context.req.header('accept')?.includes('application/json') ?? false;
    if (refused(outcome)) return json ? answerJson(visit, outcome as No) : visit.refuse(outcome as No);
    if (json) return context.json({ invoices: outcome });
    const [only] = outcome;
    if (outcome.length === 1 && only)
      return context.redirect(`/invoices/${only.invoice}${only.duplicate ? '?again=1' : ''}`, 303);
    return context.redirect(`/invoices?received=${outcome.filter(({ duplicate }) => !duplicate).length}`, 303);
  },
};
