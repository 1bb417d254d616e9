// SPDX-License-Identifier: EUPL-1.2
import type { Report } from '@fachwerk/en16931';
import type { Tx } from '../../../kernel/database.ts';
import { documentText } from '../../records/index.ts';
import type { Allocation } from '../rules/allocation.ts';
import { comparePdf, type Compared } from '../rules/compare-pdf.ts';
import type { Glance, Picture } from '../rules/picture.ts';
import { type Known, type Warning, warningsOf } from '../rules/warnings.ts';
import type { Doer, InvoiceState } from '../rules/workflow.ts';

/** A step as the page shows it. */
export interface StepLine extends Doer {
  readonly no: number;
  readonly day: string;
  readonly note: string;
  readonly void: boolean;
}

interface Row extends Known {
  readonly file: string;
  readonly case: string;
  readonly document: string;
  readonly unit: string;
  readonly office: string | null;
  readonly content: string;
  readonly fileName: string;
  readonly receivedOn: string;
  readonly state: InvoiceState;
  readonly amount: string | null;
  readonly currency: string;
  readonly issuedOn: string | null;
  readonly dueOn: string;
  readonly skontoOn: string | null;
  readonly picture: (Picture & { readonly glance: Glance }) | null;
  readonly report: Report;
  readonly errors: number;
  readonly question: string;
  readonly letter: string;
  readonly booking: string;
  readonly paidOn: string | null;
  readonly lock: number;
}

/** Everything about one invoice. */
export interface InvoiceView extends Row {
  readonly steps: readonly StepLine[];
  readonly rows: readonly Allocation[];
  readonly warnings: readonly Warning[];
  /** Empty unless it came as a PDF whose text was read. */
  readonly compared: readonly Compared[];
}

/** One invoice, with what is conspicuous about it. */
export async function findInvoiceView(tx: Tx, id: string): Promise<InvoiceView | undefined> {
  const [row] = await tx.query<Row>(
    `select id, file_id as file, case_id as "case", document_id as document, unit_id as unit, office_id as office, content,
            file_name as "fileName", received_on as "receivedOn", state, number, seller, seller_key as "sellerKey", iban, amount::text as amount,
            currency, issued_on as "issuedOn", due_on as "dueOn", skonto_on as "skontoOn", picture, report, errors, question, letter, booking,
            paid_on as "paidOn", lock
       from invoices.invoices where id = $1`,
    [id],
  );
  if (!row) return undefined;
  const others = await listOthers(tx, row);
  const text = /\.pdf$/i.test(row.fileName) ? await documentText(tx, row.document) : undefined;
  return {
    ...row,
    steps: await tx.query<StepLine>(
      'select no, step, person, represented, on_day as day, note, void from invoices.steps where invoice_id = $1 order by no',
      [id],
    ),
    rows: await tx.query<Allocation>(
      'select code, amount::text as amount, measure from invoices.allocations where invoice_id = $1 order by no',
      [id],
    ),
    warnings: warningsOf({ ...row, notes: `${row.picture?.glance.notes ?? ''} ${row.picture?.glance.terms ?? ''}` }, others),
    compared: text === undefined || !row.picture ? [] : comparePdf(text, row),
  };
}

/** What came before from the same seller, and others' names among the newest. */
function listOthers(tx: Tx, { id, sellerKey }: Row): Promise<Known[]> {
  const columns = 'id, number, seller, seller_key as "sellerKey", iban';
  return tx.query<Known>(
    `(select ${columns} from invoices.invoices where seller_key = $1 and seller_key <> '' and id <> $2 and state not in ('refused', 'cancelled') order by id desc limit 100)
     union all
     (select distinct on (seller_key) ${columns} from invoices.invoices where seller_key <> $1 and seller_key <> '' order by seller_key, id desc limit 500)`,
    [sellerKey, id],
  );
}

/** The stored bytes' address, for who sees the invoice. */
export async function findOriginal(tx: Tx, id: string): Promise<{ content: string; fileName: string } | undefined> {
  const [row] = await tx.query<{ content: string; fileName: string }>(
    'select content, file_name as "fileName" from invoices.invoices where id = $1',
    [id],
  );
  return row;
}
