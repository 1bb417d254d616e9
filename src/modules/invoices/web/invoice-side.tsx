// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Facts, LinkButton, Part } from '../../../ui/index.ts';
import type { UnitView } from '../../people/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import { germanDay, localDay } from '../rules/local-day.ts';

/** Names of persons by id. */
export type Names = ReadonlyMap<string, string>;

/** Days, office, papers, and what happened so far. */
export function Side({
  visit,
  view,
  names,
  units,
}: {
  visit: Visit;
  view: InvoiceView;
  names: Names;
  units: ReadonlyMap<string, UnitView>;
}) {
  const { say } = visit;
  const today = localDay(visit.runtime.clock.now());
  const office = units.get(view.office ?? view.unit);
  const skonto = view.skontoOn === null ? undefined : germanDay(view.skontoOn);
  const items = [
    { term: say('invoices.view.received-on'), value: germanDay(view.receivedOn) },
    { term: say('invoices.view.due'), value: germanDay(view.dueOn) },
    {
      term: say('invoices.view.skonto'),
      value: skonto && (view.skontoOn ?? '') < today ? say('invoices.view.skonto-gone', { date: skonto }) : skonto,
    },
    { term: say('invoices.view.office'), value: office && `${office.code} ${office.name}` },
    { term: say('invoices.view.booking'), value: view.booking },
    {
      term: say('invoices.view.case'),
      value: visit.caller.permissions.has('records.read') ? (
        <a href={`/cases/${view.case}`}>{say('invoices.view.open-case')}</a>
      ) : (
        ''
      ),
    },
  ];
  return (
    <>
      <Part id="glance" title={say('invoices.view.facts')}>
        <Facts items={items} />
        <p class="btns">
          <LinkButton small href={`/invoices/${view.id}/original`}>
            {say('invoices.view.original')}
          </LinkButton>
          <LinkButton small href={`/invoices/${view.id}/print`}>
            {say('invoices.view.print')}
          </LinkButton>
          <LinkButton small href={`/invoices/${view.id}/acknowledgement`}>
            {say('invoices.view.acknowledgement')}
          </LinkButton>
          {view.letter === '' ? null : (
            <LinkButton small href={`/invoices/${view.id}/letter`}>
              {say('invoices.view.letter')}
            </LinkButton>
          )}
        </p>
      </Part>
      <History visit={visit} view={view} names={names} />
    </>
  );
}

/** Who did what; voided steps stay and say so. */
export function History({ visit: { say }, view, names }: { visit: Visit; view: InvoiceView; names: Names }) {
  if (view.steps.length === 0) return null;
  return (
    <Part id="steps" title={say('invoices.view.history')} gap>
      <ol class="flow">
        {view.steps.map((step) => (
          <li>
            {germanDay(step.day)} {say(`invoices.state.${step.step}`)},{' '}
            {names.get(step.person ?? '') ?? say('invoices.view.system')}
            {step.represented === null ? '' : `, ${say('invoices.view.on-behalf', { name: names.get(step.represented) ?? '' })}`}
            {step.note === '' ? '' : `: ${step.note}`}
            {step.void ? ` (${say('invoices.view.void')})` : ''}
          </li>
        ))}
      </ol>
    </Part>
  );
}
