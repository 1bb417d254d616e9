// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, ErrorSummary, FormKey, PageHead, Part, Table } from '../../../ui/index.ts';
import { decodeCsv } from '../../records/index.ts';
import { importList, previewList } from '../commands/import-list.ts';
import { listLines } from '../queries/lists.ts';
import type { ListLine } from '../rules/compare-list.ts';
import { type ListName, listForms, listNames } from '../rules/lists.ts';
import { ListPreview } from './list-preview.tsx';
import { fieldErrors, showCell, typed } from './words.ts';

const largestFile = 900_000;
const mostShown = 50;

/** Eine Liste: as it stands, and a table that is seen line by line before it is taken over. */
export const listPage: Page = {
  path: '/invoices/lists/:name',
  permission: 'invoices.keep-lists',
  async show(visit) {
    const { say } = visit;
    const list = listNames.find((name) => name === visit.param('name'));
    if (!list) return visit.notFound();
    const table = typed(visit, 'table');
    const { lines, difference } = await visit.read(async (tx) => ({
      lines: await listLines(tx, list, mostShown + 1),
      difference: table === '' ? undefined : await previewList(tx, list, table),
    }));
    const errors = difference ? [] : fieldErrors(visit);
    const title = say(`invoices.list.${list}`);
    const body = (
      <>
        <PageHead
          title={title}
          lead={say(`invoices.list.${list}.about`)}
          crumbs={[{ label: say('invoices.lists.title'), href: '/invoices/lists' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {difference ? <ListPreview visit={visit} list={list} table={table} difference={difference} /> : null}
        <ChooseTable visit={visit} list={list} />
        <AsItStands visit={visit} list={list} lines={lines} />
      </>
    );
    const status = errors.length > 0 ? 422 : undefined;
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }), status);
  },
  actions: {
    'take-over': {
      command: importList,
      input: (visit, raw) => ({ ...raw, list: visit.param('name') }),
      done: () => '/invoices/lists?done=1',
    },
  },
};

function ChooseTable({ visit: { say }, list }: { visit: Visit; list: ListName }) {
  const columns = listForms[list].columns.map(({ heading, required }) => (required ? heading : `(${heading})`)).join('; ');
  return (
    <Part id="choose" title={say('invoices.list.choose')} gap>
      <form action={`/invoices/lists/${list}/preview`} method="post" enctype="multipart/form-data" class="form" novalidate>
        <FormKey />
        <div class="field">
          <label for="file">{say('invoices.list.file')}</label>
          <p class="hint" id="file-hint">
            {say('invoices.list.columns', { columns })} {say(`invoices.list.${list}.example`)}
          </p>
          <input
            type="file"
            class="file-input"
            id="file"
            name="file"
            accept=".csv,.txt,text/csv"
            aria-describedby="file-hint"
            required
          />
        </div>
        <Buttons>
          <Button look="main">{say('invoices.list.preview')}</Button>
        </Buttons>
      </form>
    </Part>
  );
}

function AsItStands({ visit, list, lines }: { visit: Visit; list: ListName; lines: readonly ListLine[] }) {
  const { say } = visit;
  return (
    <Part id="now" title={say('invoices.list.now')} gap>
      {lines.length === 0 ? (
        <EmptyState>{say('invoices.list.none')}</EmptyState>
      ) : (
        <Table
          caption={say('invoices.list.now-table')}
          captionHidden
          stack
          rows={lines.slice(0, mostShown)}
          columns={listForms[list].columns.map((column, index) => ({
            id: column.field,
            title: column.heading,
            names: index === 1,
            numeric: column.form === 'amount' || column.form === 'percent',
            cell: ({ cells }: ListLine) => showCell(visit, column, cells[column.field] ?? ''),
          }))}
        />
      )}
      {lines.length > mostShown ? <p class="muted">{say('invoices.list.first', { n: mostShown })}</p> : null}
    </Part>
  );
}

/** Reads the table that was chosen and shows what it would change; nothing is kept between seeing and taking over. */
export const previewListEndpoint: Endpoint = {
  method: 'POST',
  path: '/invoices/lists/:name/preview',
  permission: 'invoices.keep-lists',
  stream: 'changes nothing: only shows what the table would do',
  summary: 'Lists of invoices: preview of an import',
  async handle(visit) {
    const body = await wholeBody(visit.context.req.raw.body);
    const tooLarge = new Refusal('too-large', 'invoices.list.too-large');
    if (!body) return visit.refuse(tooLarge);
    const headers = { 'content-type': visit.context.req.header('content-type') ?? '' };
    const sent = await new Response(body, { headers }).formData().catch(() => new FormData());
    const file = sent.get('file');
    if (!(file instanceof File) || file.size === 0) {
      return listPage.show({
        ...visit,
        refusal: new Refusal('invalid', 'invoices.list.no-file', {}, { file: 'invoices.list.no-file' }),
      });
    }
    if (file.size > largestFile) return visit.refuse(tooLarge);
    const table = decodeCsv(new Uint8Array(await file.arrayBuffer())).replaceAll('\u0000', '');
    return listPage.show({ ...visit, refusal: undefined, entered: { table }, enteredIn: 'take-over' });
  },
};

/** The body, or undefined as soon as it is larger than any table may be: a stream does not say how long it is. */
async function wholeBody(body: ReadableStream<Uint8Array> | null): Promise<Buffer<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > largestFile + 4_000) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
