// SPDX-License-Identifier: EUPL-1.2
import { isOwnWork, shortForms } from '../kinds.ts';
import type { Series } from '../follow-up-days.ts';
import { showDay } from './segment.ts';
import type { TypedStep } from './types.ts';

const seriesWords: Readonly<Record<Series, string>> = {
  weekly: 'wöchentlich',
  fortnightly: '14-tägig',
  monthly: 'monatlich',
  quarterly: 'vierteljährlich',
  'half-yearly': 'halbjährlich',
  yearly: 'jährlich',
};

/** Writes steps as an order: numbered lines, letters where branches differ. Read again it means the same. */
export function printOrder(steps: readonly TypedStep[]): string {
  return stagesOf(steps)
    .map((stage, index) => `${index + 1}. ${printStage(stage)}`)
    .join('\n');
}

/** Steps by stage, in order. */
export function stagesOf<Step extends { readonly stage: number }>(steps: readonly Step[]): Step[][] {
  const stages = new Map<number, Step[]>();
  for (const step of [...steps].sort((one, other) => one.stage - other.stage))
    stages.set(step.stage, [...(stages.get(step.stage) ?? []), step]);
  return [...stages.values()];
}

function printStage(steps: readonly TypedStep[]): string {
  const [first] = steps;
  if (!first) return '';
  if (steps.length === 1) return printStep(first);
  if (isList(steps)) return `${steps.map(({ seat }) => seat.label).join(', ')} ${printTail(first)}`;
  const branches = [...new Set(steps.map(({ branch }) => branch))];
  const lines = branches.map((branch, index) => {
    const turns = steps.filter((step) => step.branch === branch).sort((one, other) => one.turn - other.turn);
    return `   ${letter(index)}) ${printTurns(turns)}`;
  });
  return lines.join('\n').trimStart();
}

/** `20, 63.2 z.Mz. bis 12.3.2027`: the same for all. */
function isList(steps: readonly TypedStep[]): boolean {
  const [first] = steps;
  return steps.every(
    ({ turn, kind, due, series, note, seat }) =>
      turn === 1 &&
      kind === first?.kind &&
      due === first.due &&
      series === first.series &&
      note === first.note &&
      seat.label !== '',
  );
}

/** The same remark for all turns stands once, at the end; others stand with their turn. */
function printTurns(turns: readonly TypedStep[]): string {
  const [first] = turns;
  if (!first || turns.length < 2) return turns.map(printStep).join('');
  const shared = turns.every(({ note }) => note === first.note);
  const said = turns.map((step) => `${printStep({ ...step, note: '' })}${shared || step.note === '' ? '' : ` ${step.note}`}`);
  return `${said.join(' → ')}${shared && first.note !== '' ? `: ${protect(first.note)}` : ''}`;
}

function printStep(step: TypedStep): string {
  const who = step.seat.label === '' && isOwnWork(step.kind) ? '' : `${step.seat.label || 'mir'} `;
  return step.kind === 'memo' ? `Vermerk: ${step.note}`.trim() : `${who}${printTail(step)}`;
}

function printTail({ kind, due, series, note }: TypedStep): string {
  const term = due === null ? '' : kind === 'follow-up' ? ` ${showDay(due)}` : ` bis ${showDay(due)}`;
  return `${shortForms[kind]}${term}${series === null ? '' : ` ${seriesWords[series]}`}${note === '' ? '' : `: ${protect(note)}`}`;
}

/** A number within a remark must not begin a new line of the order. */
function protect(note: string): string {
  return note.replaceAll(/(\d[.)]) /g, '$1\u00a0');
}

function letter(index: number): string {
  return String.fromCharCode(97 + (index % 26));
}
