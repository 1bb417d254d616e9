// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { InvoiceAllocated } from '../events/invoice-allocated.ts';
import type { InvoiceReceived } from '../events/invoice-received.ts';
import type { InvoiceStepped } from '../events/invoice-stepped.ts';
import type { Doer, InvoiceState } from '../rules/workflow.ts';

/** What commands need of an invoice. */
export interface LockedInvoice {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly unit: string;
  readonly office: string | null;
  readonly state: InvoiceState;
  readonly number: string;
  readonly seller: string;
  readonly iban: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly issuedOn: string | null;
  readonly receivedOn: string;
  readonly dueOn: string;
  /** Payment terms (BT-20). */
  readonly terms: string;
  readonly lock: number;
}

const columns = `id, file_id as file, case_id as "case", unit_id as unit, office_id as office, state, number, seller, iban, amount::text as amount,
  currency, issued_on as "issuedOn", received_on as "receivedOn", due_on as "dueOn", coalesce(picture #>> '{glance,terms}', '') as terms, lock`;

/** Locks the invoice if the caller may change it; a mere reader gets it unlocked. */
export async function findInvoiceForChange(tx: Tx, id: string): Promise<LockedInvoice | undefined> {
  await tx.query('select 1 from invoices.invoices where id = $1 for update', [id]);
  return findInvoice(tx, id);
}

/** The same, unlocked: for pages that ask a rule. */
export async function findInvoice(tx: Tx, id: string): Promise<LockedInvoice | undefined> {
  const [row] = await tx.query<LockedInvoice>(`select ${columns} from invoices.invoices where id = $1`, [id]);
  return row;
}

/** Invoice that lies in a case. */
export async function findInvoiceOfCase(tx: Tx, caseId: string): Promise<LockedInvoice | undefined> {
  const [row] = await tx.query<LockedInvoice>(`select ${columns} from invoices.invoices where case_id = $1 for update`, [caseId]);
  return row;
}

/** Ordered invoices of a unit, locked, oldest due day first. */
export async function findOrderedForChange(tx: Tx, unit: string): Promise<LockedInvoice[]> {
  return tx.query<LockedInvoice>(
    `select ${columns} from invoices.invoices where unit_id = $1 and state = 'ordered' order by due_on, id limit 500 for update`,
    [unit],
  );
}

/** Has the same file the same bytes already? */
export async function findSameContent(tx: Tx, file: string, content: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>('select id from invoices.invoices where file_id = $1 and content = $2', [
    file,
    content,
  ]);
  return row?.id;
}

/** The report that came into being at receipt. */
export async function findReport(tx: Tx, id: string): Promise<unknown> {
  const [row] = await tx.query<{ report: unknown }>('select report from invoices.invoices where id = $1', [id]);
  return row?.report;
}

/** Net amount and VAT rate of the invoice's lines by their number, for allocations that name lines. */
export async function lineAmountsOf(tx: Tx, id: string): Promise<ReadonlyMap<string, { net: string; rate: string }>> {
  const rows = await tx.query<{ no: string; amount: string; vat: string }>(
    `select l ->> 'no' as no, l ->> 'amount' as amount, l ->> 'vat' as vat
       from invoices.invoices i, jsonb_array_elements(coalesce(i.picture -> 'lines', '[]')) l where i.id = $1`,
    [id],
  );
  return new Map(rows.map(({ no, amount, vat }) => [no, { net: amount, rate: vat.split(' ').at(-1) ?? '' }]));
}

/** Who did which step that still counts. */
export function doersOf(tx: Tx, id: string): Promise<(Doer & { day: string })[]> {
  return tx.query<Doer & { day: string }>(
    'select step, person, represented, on_day as day from invoices.steps where invoice_id = $1 and not void order by no',
    [id],
  );
}

/** Rows of the allocation, in order. */
export function allocationOf(tx: Tx, id: string): Promise<{ code: string; amount: string; measure: string }[]> {
  return tx.query('select code, amount::text as amount, measure from invoices.allocations where invoice_id = $1 order by no', [
    id,
  ]);
}

/** Writes the new invoice. */
export async function applyReceived(tx: Tx, { object, file, unit, content, facts }: InvoiceReceived): Promise<void> {
  await tx.query(
    `insert into invoices.invoices (id, file_id, case_id, document_id, unit_id, content, file_name, received_on, number, seller, seller_key,
       iban, amount, currency, issued_on, due_on, skonto_on, order_key, contract_key, picture, report, errors)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      idOf(object),
      file,
      facts.case,
      facts.document,
      unit,
      content,
      facts.fileName,
      facts.receivedOn,
      facts.number,
      facts.seller,
      facts.sellerKey,
      facts.iban,
      facts.amount,
      facts.currency,
      facts.issuedOn,
      facts.dueOn,
      facts.skontoOn,
      facts.orderKey,
      facts.contractKey,
      facts.picture,
      facts.report,
      facts.errors,
    ],
  );
}

/** Writes one step and where the invoice stands after it. A question sends it back: what was certified counts no more. */
export async function applyStepped(tx: Tx, { type, object, facts }: InvoiceStepped): Promise<void> {
  const step = type.slice('invoices.'.length);
  const state = step === 'queried' ? 'assigned' : step;
  if (step === 'queried') {
    await tx.query("update invoices.steps set void = true where invoice_id = $1 and step in ('factual', 'arithmetic')", [
      idOf(object),
    ]);
  }
  await tx.query(
    `insert into invoices.steps (invoice_id, no, step, person, represented, on_day, note)
     select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6 from invoices.steps where invoice_id = $1`,
    [idOf(object), step, facts.person, facts.represented, facts.day, facts.note],
  );
  await tx.query(
    `update invoices.invoices set state = $2, lock = lock + 1, office_id = coalesce($3, office_id), letter = coalesce($4, letter),
       booking = coalesce($5, booking), paid_on = case when $2 = 'paid' then $6::date else paid_on end,
       question = case when $7 then $8 else '' end
     where id = $1`,
    [
      idOf(object),
      state,
      facts.office ?? null,
      facts.letter ?? null,
      facts.booking ?? null,
      facts.day,
      step === 'queried',
      facts.note,
    ],
  );
}

/** Replaces the allocation. */
export async function applyAllocated(tx: Tx, { object, facts }: InvoiceAllocated): Promise<void> {
  await tx.query('delete from invoices.allocations where invoice_id = $1', [idOf(object)]);
  for (const [index, { code, amount, measure }] of facts.rows.entries()) {
    await tx.query('insert into invoices.allocations (invoice_id, no, code, amount, measure) values ($1, $2, $3, $4, $5)', [
      idOf(object),
      index + 1,
      code,
      amount,
      measure,
    ]);
  }
  await tx.query('update invoices.invoices set lock = lock + 1 where id = $1', [idOf(object)]);
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
