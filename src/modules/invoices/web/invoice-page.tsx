// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Action, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, Cover, ErrorSummary, Notice, type SeatState, Seats } from '../../../ui/index.ts';
import { personNames, type UnitView, unitOptions, unitsById } from '../../people/index.ts';
import { allocateInvoice } from '../commands/allocate-invoice.ts';
import { assignInvoice } from '../commands/assign-invoice.ts';
import { cancelInvoice } from '../commands/cancel-invoice.ts';
import { certifyArithmetically } from '../commands/certify-arithmetically.ts';
import { certifyFactually } from '../commands/certify-factually.ts';
import { checkInvoice } from '../commands/check-invoice.ts';
import { orderPayment } from '../commands/order-payment.ts';
import { queryInvoice } from '../commands/query-invoice.ts';
import { refuseInvoice } from '../commands/refuse-invoice.ts';
import { callerLimit } from '../commands/caller-limit.ts';
import { findInvoiceView, invoiceLines, type InvoiceView } from '../queries/invoice-view.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { type InvoiceState, way } from '../rules/workflow.ts';
import { Claims, SkontoNotice } from './invoice-claims.tsx';
import { Content, type Looking, sideOf } from './invoice-content.tsx';
import { linesOnPage } from './invoice-lines.tsx';
import { Side } from './invoice-side.tsx';
import { NextStep, SomethingWrong } from './invoice-steps.tsx';
import { fieldErrors, money } from './words.ts';

const withInvoice = (visit: Visit, raw: Record<string, unknown>) => ({ ...raw, invoice: visit.param('invoice') });
const action = (command: Action['command']): Action => ({
  command,
  input: withInvoice,
  done: (visit) => `/invoices/${visit.param('invoice')}`,
});

/** What the page shows beside the invoice itself. */
export interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitView>;
  readonly offices: readonly UnitView[];
  /** Up to which amount the visitor may order here; only asked for where an order is due. */
  readonly limit: string | undefined;
  readonly looking: Looking;
}

/** Eine Rechnung: what it says, what is conspicuous, where it stands, what is to be done. */
export const invoicePage: Page = {
  path: '/invoices/:invoice',
  permission: 'invoices.read',
  async show(visit) {
    const found = await visit.read(async (tx) => {
      const view = await findInvoiceView(tx, visit.param('invoice'));
      if (!view) return undefined;
      const people = view.steps.flatMap(({ person, represented }) => [person, represented].filter((id) => id !== null));
      return {
        view,
        names: await personNames(tx, people),
        units: await unitsById(tx, [view.unit, ...(view.office === null ? [] : [view.office])]),
        offices: await unitOptions(tx),
        limit:
          view.state === 'arithmetic'
            ? await callerLimit(tx, visit.caller, view.office ?? view.unit, visit.runtime.clock.now())
            : undefined,
        looking: await look(tx, visit, view.id),
      };
    });
    if (!found) return visit.notFound();
    const { view, ...around } = found;
    const errors = fieldErrors(visit);
    const title = view.number || visit.say('invoices.view.no-number');
    const body = <Body visit={visit} view={view} around={around} errors={errors} />;
    return visit.html(frame(visit, { title, current: '/invoices', errors: errors.length, body }));
  },
  actions: {
    check: action(checkInvoice),
    assign: action(assignInvoice),
    allocate: action(allocateInvoice),
    'certify-factually': action(certifyFactually),
    'certify-arithmetically': action(certifyArithmetically),
    order: action(orderPayment),
    query: action(queryInvoice),
    refuse: action(refuseInvoice),
    cancel: action(cancelInvoice),
  },
};

/** Lines only where they are looked at: the side of the lines. */
async function look(tx: Tx, visit: Visit, id: string): Promise<Looking> {
  const { side, page } = sideOf(visit);
  const from = (page - 1) * linesOnPage;
  return { side, page, lines: side === 'lines' ? await invoiceLines(tx, { id, from, count: linesOnPage }) : [] };
}

function Body(props: { visit: Visit; view: InvoiceView; around: Around; errors: ReturnType<typeof fieldErrors> }) {
  const { visit, view, around, errors } = props;
  const { say } = visit;
  return (
    <>
      <Cover
        crumbs={[{ label: say('invoices.queue.title'), href: '/invoices' }]}
        reference={view.number || say('invoices.view.no-number')}
        title={view.seller || view.fileName}
        chips={
          <>
            <Chip tone={view.state === 'paid' || view.state === 'filed' ? 'done' : 'plain'}>
              {say(`invoices.state.${view.state}`)}
            </Chip>
            <strong>{money(view.amount, view.currency)}</strong>
          </>
        }
      />
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      {visit.query('again') === '1' ? <Notice live>{say('invoices.view.duplicate-upload')}</Notice> : null}
      {view.question === '' ? null : <Notice tone="now">{say('invoices.view.question', { question: view.question })}</Notice>}
      <Warnings visit={visit} view={view} />
      <SkontoNotice visit={visit} view={view} today={localDay(visit.runtime.clock.now())} />
      <Way visit={visit} view={view} />
      <div class="with-side">
        <div>
          <NextStep visit={visit} view={view} around={around} />
          <Claims visit={visit} view={view} />
          <Content visit={visit} view={view} looking={around.looking} />
        </div>
        <aside class="side">
          <Side visit={visit} view={view} names={around.names} units={around.units} />
          <SomethingWrong visit={visit} view={view} />
        </aside>
      </div>
    </>
  );
}

function Warnings({ visit: { say }, view }: { visit: Visit; view: InvoiceView }) {
  return (
    <>
      {view.warnings.map(({ kind, detail, other }) => (
        <Notice tone="late">
          {say(`invoices.warning.${kind}`, { detail })}{' '}
          {other === undefined ? null : <a href={`/invoices/${other}`}>{say('invoices.warning.other')}</a>}
        </Notice>
      ))}
    </>
  );
}

function Way({ visit: { say }, view }: { visit: Visit; view: InvoiceView }) {
  const off = view.state === 'refused' || view.state === 'cancelled';
  const key = off || view.state === 'filed' ? 'invoices.view.way-off' : 'invoices.view.way';
  const seats = way.map((state) => {
    const day = reachedOn(view, state);
    return {
      who: say(`invoices.state.${state}`),
      what: '',
      mark: day && germanDay(day),
      state: seatState(view, state, day !== undefined),
    };
  });
  return <Seats label={say(key, { state: say(`invoices.state.${view.state}`) })} seats={seats} />;
}

/** The day on which the invoice came to stand here, if that still counts. */
function reachedOn(view: InvoiceView, state: InvoiceState): string | undefined {
  if (state === 'received') return view.receivedOn;
  return view.steps.findLast((one) => one.step === state && !one.void)?.day;
}

function seatState(view: InvoiceView, state: InvoiceState, reached: boolean): SeatState {
  const all: readonly InvoiceState[] = way;
  const at = all.indexOf(view.state);
  if (at < 0) return reached ? 'done' : 'skipped';
  const place = all.indexOf(state);
  if (place <= at) return 'done';
  return place === at + 1 ? 'now' : 'next';
}
