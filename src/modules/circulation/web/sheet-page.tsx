// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { PageHead } from '../../../ui/index.ts';
import { personNames, type UnitView, unitById } from '../../people/index.ts';
import { findOrderView, type OrderView, type StepView } from '../queries/order-view.ts';
import { germanDay } from '../rules/local-day.ts';
import { stagesOf } from '../rules/typed/print.ts';
import { whoOf } from './seats-view.tsx';

/** Das Verfügungsblatt, as it lay in paper files: numbered, with what was written beside each number; ready to print. */
export const sheetPage: Page = {
  path: '/orders/:order/sheet',
  permission: 'circulation.read',
  async show(visit) {
    const found = await visit.read(async (tx) => {
      const view = await findOrderView(tx, visit.param('order'));
      if (!view) return undefined;
      const people = view.steps.flatMap(({ person, represented }) => [person, represented]).filter((id) => id !== null);
      return { view, unit: await unitById(tx, view.unit), names: await personNames(tx, people) };
    });
    if (!found) return visit.notFound();
    const { view, unit, names } = found;
    const title = visit.say('circulation.sheet');
    const body = (
      <>
        <PageHead title={title} crumbs={[{ label: view.title || view.subject, href: `/orders/${view.id}` }]} />
        <Sheet visit={visit} view={view} unit={unit} names={names} />
      </>
    );
    return visit.html(frame(visit, { title, current: '/', body }));
  },
};

interface SheetProps {
  readonly visit: Visit;
  readonly view: OrderView;
  readonly unit: UnitView | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function Sheet({ visit, view, unit, names }: SheetProps) {
  const { say } = visit;
  const stages = stagesOf(view.steps.filter(({ state }) => state !== 'skipped'));
  return (
    <div class="sheet">
      <p>
        {unit ? `${unit.code} ${unit.name}` : ''}
        <br />
        {view.reference} · {germanDay(view.startedOn)}
      </p>
      <h2>{say('circulation.sheet-head', { subject: view.title || view.subject })}</h2>
      <ol class="order-sheet">
        {stages.map((stage) => (
          <li>
            {stage.map((step) => (
              <Line visit={visit} step={step} names={names} />
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Line({ visit, step, names }: { visit: Visit; step: StepView; names: SheetProps['names'] }) {
  const { say } = visit;
  const who = step.seat.label === '' ? '' : `${whoOf(visit, step)} `;
  const name = names.get(step.person ?? '');
  const principal =
    step.represented === null ? '' : ` ${say('circulation.on-behalf', { name: names.get(step.represented) ?? '' })}`;
  return (
    <p>
      {who}
      <strong>{say(`circulation.short.${step.kind}`)}</strong>
      {step.due === null ? '' : ` ${say('circulation.until', { day: germanDay(step.due) })}`}
      {step.note === '' ? '' : `: ${step.note}`}
      {step.state === 'done' ? (
        <small>
          {say(`circulation.mark.${step.mark ?? 'done'}`)}
          {step.day === null ? '' : `, ${germanDay(step.day)}`}
          {name === undefined ? '' : `, ${name}${principal}`}
          {step.remark === '' ? '' : `: ${step.remark}`}
        </small>
      ) : null}
    </p>
  );
}
