// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type BatchPaper, findBatch } from '../queries/batches.ts';
import { listTemplates } from '../queries/lists.ts';
import { batchToCsv, type OrderRecord } from '../rules/payment-order.ts';
import { readTemplate } from '../rules/read-template.ts';
import { encodeText, writeByTemplate } from '../rules/write-template.ts';

/** A batch as it was signed (JSON, with the signature in the headers), or the same records as a table or by a template. */
export const batchEndpoint: Endpoint = {
  method: 'GET',
  path: '/invoices/batches/:batch',
  permission: 'invoices.hand-over',
  summary:
    'Fetch a signed batch of payment orders; `form=csv` gives the records as a table, `template=NAME` in the form of that template',
  async handle(visit) {
    const batch = await visit.read((tx) => findBatch(tx, visit.param('batch')));
    if (!batch) return visit.notFound();
    const template = visit.query('template');
    if (template !== undefined) return inForm(visit, batch, template);
    const csv = visit.query('form') === 'csv';
    const body = csv ? batchToCsv(ordersOf(batch)) : batch.payload;
    return download(batch, { body, ending: csv ? 'csv' : 'json', type: csv ? 'text/csv; charset=utf-8' : 'application/json' });
  },
};

function ordersOf({ payload }: BatchPaper): OrderRecord[] {
  return (JSON.parse(payload) as { orders: OrderRecord[] }).orders;
}

/** By a template; refused when something would be cut off or has no letter, because the finance system would book nonsense. */
async function inForm(visit: Visit, batch: BatchPaper, name: string): Promise<Response> {
  const found = (await visit.read(listTemplates)).find((one) => one.name === name);
  if (!found) return visit.notFound();
  const template = readTemplate(found.definition);
  if (template instanceof Refusal) return visit.refuse(template);
  const { text, problems } = writeByTemplate(template, { no: batch.no, orders: ordersOf(batch) });
  const [problem] = problems;
  if (problem) return visit.refuse(new Refusal('conflict', `invoices.template.${problem.kind}`, { ...problem }));
  const ending = { csv: 'csv', fest: 'txt', xml: 'xml' }[template.form];
  return download(batch, { body: encodeText(text, template.encoding), ending, type: 'application/octet-stream' });
}

function download(
  batch: BatchPaper,
  { body, ending, type }: { body: string | Uint8Array; ending: string; type: string },
): Response {
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="uebergabe-${batch.no}.${ending}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'x-batch-digest': batch.digest,
      'x-batch-signature': batch.signature,
    },
  });
}
