// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  ListRow,
  ListRows,
  PageHead,
  Part,
  Table,
} from '../../../ui/index.ts';
import { type UnitView, unitsById } from '../../people/index.ts';
import { confirmPayments } from '../commands/confirm-payments.ts';
import { handOverInvoices } from '../commands/hand-over-invoices.ts';
import { type BatchLine, listBatches, listReady } from '../queries/batches.ts';
import { listTemplates } from '../queries/lists.ts';
import { type OfficeFigures, officeFigures } from '../queries/figures.ts';
import { germanDay } from '../rules/local-day.ts';
import { fieldErrors, money, typed } from './words.ts';

type Units = ReadonlyMap<string, UnitView>;

/** Übergabe: what waits, what went, what came back. */
export const handoverPage: Page = {
  path: '/invoices/hand-over',
  permission: 'invoices.hand-over',
  async show(visit) {
    const { say } = visit;
    const found = await visit.read(async (tx) => {
      const [ready, batches, figures] = [await listReady(tx), await listBatches(tx), await officeFigures(tx)];
      const templates = (await listTemplates(tx)).map(({ name }) => name);
      const ids = [...ready.map(({ unit }) => unit), ...batches.map(({ unit }) => unit), ...figures.map(({ office }) => office)];
      return { ready, batches, figures, templates, units: await unitsById(tx, ids) };
    });
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('invoices.hand-over.title')}
          lead={say('invoices.hand-over.lead')}
          crumbs={[{ label: say('invoices.queue.title'), href: '/invoices' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Ready visit={visit} ready={found.ready} units={found.units} />
        <Batches visit={visit} {...found} />
        <Confirm visit={visit} />
        <Figures visit={visit} figures={found.figures} units={found.units} />
      </>
    );
    return visit.html(
      frame(visit, { title: say('invoices.hand-over.title'), current: '/invoices', errors: errors.length, body }),
    );
  },
  actions: {
    batch: { command: handOverInvoices, done: () => '/invoices/hand-over#batches' },
    confirm: { command: confirmPayments, done: () => '/invoices/hand-over#batches' },
  },
};

function nameOf(units: Units, id: string): string {
  const unit = units.get(id);
  return unit ? `${unit.code} ${unit.name}` : '';
}

function Ready({ visit, ready, units }: { visit: Visit; ready: { unit: string; count: number; total: string }[]; units: Units }) {
  const { say } = visit;
  return (
    <Part id="ready" title={say('invoices.hand-over.ready')}>
      {ready.length === 0 ? <EmptyState>{say('invoices.hand-over.none')}</EmptyState> : null}
      {ready.map(({ unit, count, total }, index) => (
        <Form action="/invoices/hand-over/batch" values={{ unit }}>
          <p>
            <strong>{nameOf(units, unit)}</strong>:{' '}
            {say('invoices.hand-over.ready-line', { n: count, total: money(total, 'EUR') })}
          </p>
          <Buttons>
            <Button look={index === 0 ? 'main' : 'plain'}>{say('invoices.hand-over.button')}</Button>
          </Buttons>
        </Form>
      ))}
    </Part>
  );
}

function Batches(props: { visit: Visit; batches: readonly BatchLine[]; units: Units; templates: readonly string[] }) {
  const { batches, units, templates } = props;
  const { say } = props.visit;
  return (
    <Part id="batches" title={say('invoices.hand-over.batches')} gap>
      {batches.length === 0 ? <EmptyState>{say('invoices.hand-over.no-batches')}</EmptyState> : null}
      <ListRows label={say('invoices.hand-over.batches')}>
        {batches.map((batch) => (
          <ListRow
            want={germanDay(batch.madeOn)}
            title={`${say('invoices.hand-over.batch', { no: batch.no })}, ${nameOf(units, batch.unit)}`}
            href={`/invoices/batches/${batch.id}`}
            meta={say('invoices.hand-over.ready-line', { n: batch.count, total: money(batch.total, 'EUR') })}
            by={batch.open === 0 ? say('invoices.hand-over.all-booked') : say('invoices.hand-over.waiting', { n: batch.open })}
            action={
              <>
                <LinkButton small href={`/invoices/batches/${batch.id}`}>
                  JSON
                </LinkButton>
                <LinkButton small href={`/invoices/batches/${batch.id}?form=csv`}>
                  CSV
                </LinkButton>
                {templates.map((name) => (
                  <LinkButton small href={`/invoices/batches/${batch.id}?template=${encodeURIComponent(name)}`}>
                    {name}
                  </LinkButton>
                ))}
              </>
            }
          />
        ))}
      </ListRows>
    </Part>
  );
}

function Confirm({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <Part id="confirm" title={say('invoices.hand-over.confirm')} gap>
      <Form action="/invoices/hand-over/confirm">
        <Field
          type="textarea"
          id="lines"
          name="lines"
          label={say('invoices.hand-over.confirm-lines')}
          hint={say('invoices.hand-over.confirm-hint')}
          value={typed(visit, 'lines')}
          rows={4}
        />
        <Buttons>
          <Button>{say('invoices.hand-over.confirm')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

function Figures({ visit: { say }, figures, units }: { visit: Visit; figures: readonly OfficeFigures[]; units: Units }) {
  return (
    <Part id="figures" title={say('invoices.hand-over.figures')} gap>
      {figures.length === 0 ? null : (
        <Table
          caption={say('invoices.hand-over.figures-table')}
          captionHidden
          stack
          rows={figures}
          columns={[
            { id: 'office', title: say('invoices.view.office'), names: true, cell: ({ office }) => nameOf(units, office) },
            { id: 'count', title: say('invoices.hand-over.figures-count'), numeric: true, cell: ({ invoices }) => invoices },
            { id: 'days', title: say('invoices.hand-over.figures-days'), numeric: true, cell: ({ days }) => days },
            { id: 'skonto', title: say('invoices.hand-over.figures-skonto'), numeric: true, cell: skontoShare },
          ]}
        />
      )}
      <p class="muted">{say('invoices.hand-over.figures-none')}</p>
    </Part>
  );
}

/** „75 % (3/4)“: of those with a discount, the share paid within it. */
function skontoShare({ withSkonto, inTime }: OfficeFigures): string {
  return withSkonto === 0 ? '–' : `${Math.round((100 * inTime) / withSkonto)} % (${inTime}/${withSkonto})`;
}
