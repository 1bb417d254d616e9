// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { type Seat as SeatProps, Seats, type SeatState } from '../../../ui/index.ts';
import type { StepView } from '../queries/order-view.ts';
import { germanDay } from '../rules/local-day.ts';
import type { Step } from '../rules/order.ts';
import { stagesOf } from '../rules/typed/print.ts';

const states: Readonly<Record<Step['state'], SeatState>> = { future: 'next', current: 'now', done: 'done', skipped: 'skipped' };

/** The way of an order as a row of seats; it also says in words whose turn it is. */
export function OrderSeats({ visit, steps }: { visit: Visit; steps: readonly StepView[] }) {
  const { say } = visit;
  const now = steps.filter(({ state }) => state === 'current').map((step) => whoOf(visit, step));
  const label = now.length === 0 ? say('circulation.way-over') : say('circulation.way-now', { who: now.join(', ') });
  return <Seats label={label} seats={seatsOf(visit, steps)} />;
}

function seatsOf(visit: Visit, steps: readonly StepView[]): SeatProps[] {
  return stagesOf(steps).flatMap((stage) =>
    stage.map((step, at) => ({
      who: whoOf(visit, step),
      what: visit.say(`circulation.short.${step.kind}`),
      mark: markOf(visit, step),
      state: step.mark === 'refused' || step.mark === 'returned' ? ('wrong' as const) : states[step.state],
      parallel: at > 0 && step.branch !== stage[at - 1]?.branch,
    })),
  );
}

/** How a seat is called; one without a label is that of whoever gave the order. */
export function whoOf({ say }: Pick<Visit, 'say'>, { seat }: Pick<Step, 'seat'>): string {
  return seat.label || say('circulation.issuer');
}

function markOf({ say }: Visit, step: StepView): string {
  if (step.day !== null) return germanDay(step.day);
  if (step.due !== null && step.state !== 'skipped') return say('circulation.until', { day: germanDay(step.due) });
  return '';
}
