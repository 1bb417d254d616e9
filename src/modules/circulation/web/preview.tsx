// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Refusal, Seats } from '../../../ui/index.ts';
import { germanDay } from '../rules/local-day.ts';
import { stagesOf } from '../rules/typed/print.ts';
import type { Problem, ProblemCode, TypedOrder } from '../rules/typed/types.ts';

/** Every kind of problem, for the texts of the live preview. */
export const problemCodes: readonly ProblemCode[] = [
  'no-kind',
  'no-addressee',
  'unknown-addressee',
  'ambiguous-addressee',
  'impossible-date',
  'unreadable-date',
  'past-date',
  'weekend',
  'no-date',
  'not-last',
  'second-close',
  'too-deep',
  'too-many',
  'empty',
];

/** What a typed order would become: its seats, and what was not understood, with what could stand there. */
export function Preview({ visit, order, text }: { visit: Visit; order: TypedOrder | undefined; text: string }) {
  const { say } = visit;
  const n = order?.steps.length ?? 0;
  return (
    <>
      <div class="part-head">
        <h2 id="preview-head">{n === 0 ? say('circulation.preview-none') : say('circulation.preview-seats', { n })}</h2>
      </div>
      {order && n > 0 ? <PreviewSeats visit={visit} order={order} /> : null}
      {order?.problems.map((problem) => (
        <Point visit={visit} problem={problem} text={text} />
      ))}
    </>
  );
}

function PreviewSeats({ visit: { say }, order }: { visit: Visit; order: TypedOrder }) {
  const seats = stagesOf(order.steps).flatMap((stage) =>
    stage.map((step, at) => ({
      who: step.seat.label || say('circulation.you'),
      what: say(`circulation.short.${step.kind}`),
      mark:
        step.due === null
          ? ''
          : step.kind === 'follow-up'
            ? germanDay(step.due)
            : say('circulation.until', { day: germanDay(step.due) }),
      state: 'next' as const,
      parallel: at > 0 && step.branch !== stage[at - 1]?.branch,
    })),
  );
  return <Seats label={say('circulation.preview-seats', { n: seats.length })} seats={seats} />;
}

function Point({ visit: { say }, problem, text }: { visit: Visit; problem: Problem; text: string }) {
  const { code, line, word, proposals, from, to } = problem;
  const around = `${text.slice(Math.max(0, from - 12), from)}»${text.slice(from, to)}«`;
  return (
    <Refusal reason={`${say('circulation.line', { n: line })} ${say(`circulation.problem.${code}`, { word, line })}`}>
      <p class="muted">{around}</p>
      {proposals.length === 0 ? null : (
        <p>{say('circulation.proposals', { words: proposals.map((one) => one.trim()).join(', ') })}</p>
      )}
    </Refusal>
  );
}
