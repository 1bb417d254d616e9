// SPDX-License-Identifier: EUPL-1.2
import type { Report } from '@fachwerk/en16931';
import type { Tx } from '../../../kernel/database.ts';
import { documentText } from '../../records/index.ts';
import type { Allocation } from '../rules/allocation.ts';
import type { BudgetCode } from '../rules/budget.ts';
import { comparePdf, type Compared } from '../rules/compare-pdf.ts';
import type { Match } from '../rules/match.ts';
import type { Glance, Picture } from '../rules/picture.ts';
import type { Suggestion } from '../rules/suggest-office.ts';
import { type Known, type Warning, warningsOf } from '../rules/warnings.ts';
import type { Doer, InvoiceState } from '../rules/workflow.ts';
import { findBudgetCodes, findLastAllocation, findMatches, findSuggestion } from './around-invoice.ts';

/** A step as the page shows it. */
export interface StepLine extends Doer {
  readonly no: number;
  readonly day: string;
  readonly note: string;
  readonly void: boolean;
}

/** What is kept of one invoice; its lines are fetched by `invoiceLines`, because there may be thousands. */
export interface InvoiceRow extends Known {
  readonly file: string;
  readonly case: string;
  readonly document: string;
  readonly unit: string;
  readonly office: string | null;
  readonly fileName: string;
  readonly receivedOn: string;
  readonly state: InvoiceState;
  readonly currency: string;
  readonly dueOn: string;
  readonly skontoOn: string | null;
  readonly picture: (Omit<Picture, 'lines'> & { readonly glance: Glance }) | null;
  readonly lineCount: number;
  readonly report: Report;
  readonly errors: number;
  readonly question: string;
  readonly letter: string;
  readonly booking: string;
  readonly paidOn: string | null;
  readonly lock: number;
}

/** Everything about one invoice. */
export interface InvoiceView extends InvoiceRow {
  readonly steps: readonly StepLine[];
  readonly rows: readonly Allocation[];
  readonly lastRows: readonly Allocation[];
  readonly warnings: readonly Warning[];
  readonly matches: readonly Match[];
  readonly suggestion: Suggestion | undefined;
  readonly codes: readonly BudgetCode[];
  /** Empty unless it came as a PDF whose text was read. */
  readonly compared: readonly Compared[];
  /** It came as a PDF, and its text is not there yet. */
  readonly isBeingRead: boolean;
}

/** One invoice, with what is conspicuous about it. */
export async function findInvoiceView(tx: Tx, id: string): Promise<InvoiceView | undefined> {
  const row = await findRow(tx, id);
  if (!row) return undefined;
  const { glance } = row.picture ?? {};
  const isPdf = /\.pdf$/i.test(row.fileName) && row.picture !== null;
  const text = isPdf ? await documentText(tx, row.document) : undefined;
  const claim = {
    ...row,
    order: glance?.order ?? '',
    contract: glance?.contract ?? '',
    buyerReference: glance?.buyerReference ?? '',
  };
  const matches = await findMatches(tx, claim);
  const rows = await tx.query<Allocation>(
    'select code, amount::text as amount, measure from invoices.allocations where invoice_id = $1 order by no',
    [id],
  );
  const year = Number(row.receivedOn.slice(0, 4));
  return {
    ...row,
    steps: await tx.query<StepLine>(
      'select no, step, person, represented, on_day as day, note, void from invoices.steps where invoice_id = $1 order by no',
      [id],
    ),
    rows,
    lastRows: rows.length === 0 ? await findLastAllocation(tx, claim) : [],
    warnings: warningsOf({ ...row, notes: `${glance?.notes ?? ''} ${glance?.terms ?? ''}` }, await listOthers(tx, row)),
    matches,
    suggestion: row.state === 'checked' ? await findSuggestion(tx, claim, matches) : undefined,
    codes: await findBudgetCodes(tx, { id, codes: [...new Set(rows.map(({ code }) => code))], year }),
    compared: text === undefined ? [] : comparePdf(text, { ...row, sums: row.picture?.totals ?? [] }),
    isBeingRead: isPdf && text === undefined,
  };
}

async function findRow(tx: Tx, id: string): Promise<InvoiceRow | undefined> {
  const [row] = await tx.query<InvoiceRow>(
    `select id, file_id as file, case_id as "case", document_id as document, unit_id as unit, office_id as office, content,
            file_name as "fileName", received_on as "receivedOn", state, number, seller, seller_key as "sellerKey", iban, amount::text as amount,
            currency, issued_on as "issuedOn", due_on as "dueOn", skonto_on as "skontoOn",
            case when jsonb_typeof(picture) = 'object' then picture - 'lines' end as picture,
            case when jsonb_typeof(picture) = 'object' then jsonb_array_length(picture -> 'lines') else 0 end as "lineCount",
            coalesce(picture #>> '{glance,mail}', '') as mail, report, errors, question, letter, booking, paid_on as "paidOn", lock
       from invoices.invoices where id = $1`,
    [id],
  );
  return row;
}

/** What came before from the same seller or with the same bytes, and others' names among the newest. */
function listOthers(tx: Tx, { id, sellerKey, content }: InvoiceRow): Promise<Known[]> {
  const columns = `id, number, seller, seller_key as "sellerKey", iban, amount::text as amount, issued_on as "issuedOn", content,
    coalesce(picture #>> '{glance,mail}', '') as mail`;
  return tx.query<Known>(
    `(select ${columns} from invoices.invoices where (content = $3 or (seller_key = $1 and seller_key <> '')) and id <> $2
         and state not in ('refused', 'cancelled') order by id desc limit 100)
     union all
     (select distinct on (seller_key) ${columns} from invoices.invoices where seller_key <> $1 and seller_key <> '' order by seller_key, id desc limit 500)`,
    [sellerKey, id, content],
  );
}

/** Some of an invoice's lines, from a place on. */
export async function invoiceLines(
  tx: Tx,
  { id, from, count }: { readonly id: string; readonly from: number; readonly count: number },
): Promise<Picture['lines']> {
  const [row] = await tx.query<{ lines: Picture['lines'] }>(
    `select coalesce(jsonb_agg(l.line order by l.no), '[]') as lines
       from (select line, no from invoices.invoices i, jsonb_array_elements(i.picture -> 'lines') with ordinality as e(line, no)
              where i.id = $1 and jsonb_typeof(i.picture) = 'object' and no > $2 and no <= $3) l`,
    [id, from, from + count],
  );
  return row?.lines ?? [];
}

/** The stored bytes' address, for who sees the invoice. */
export async function findOriginal(tx: Tx, id: string): Promise<{ content: string; fileName: string } | undefined> {
  const [row] = await tx.query<{ content: string; fileName: string }>(
    'select content, file_name as "fileName" from invoices.invoices where id = $1',
    [id],
  );
  return row;
}
