// SPDX-License-Identifier: EUPL-1.2
// Reads the order while it is typed, with the very rules of the server; without a script the button „Vorschau“ does the same.
import { icon, make } from '../../../../ui/islands/dom.ts';
import { register } from '../../../../ui/islands/registry.ts';
import { type DirectoryIndex, indexDirectory } from '../../rules/typed/directory.ts';
import { parseOrder } from '../../rules/typed/parse.ts';
import { stagesOf } from '../../rules/typed/print.ts';
import type { Directory, Problem, TypedOrder, TypedStep } from '../../rules/typed/types.ts';

type Texts = Readonly<Record<string, string>>;
type Today = Parameters<typeof parseOrder>[2];

function say(texts: Texts, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = (values['n'] === 1 ? texts[`${key}.one`] : undefined) ?? texts[key] ?? key;
  return text.replaceAll(/\{([a-z]+)\}/g, (hit, name: string) => (name in values ? String(values[name]) : hit));
}

function german(day: string): string {
  return `${Number(day.slice(8, 10))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`;
}

function seatOf(texts: Texts, step: TypedStep, parallel: boolean): HTMLElement {
  const day = step.due === null ? '' : german(step.due);
  const mark = day === '' || step.kind === 'follow-up' ? day : say(texts, 'until', { day });
  return make(
    'li',
    { class: `seat is-next${parallel ? ' is-par' : ''}` },
    make('b', { class: 'seat-who' }, step.seat.label || say(texts, 'you')),
    make('span', { class: 'seat-what' }, say(texts, `short.${step.kind}`)),
    make('span', { class: 'seat-mark' }, mark),
  );
}

function pointOf(texts: Texts, problem: Problem, put: (problem: Problem, words: string) => void): HTMLElement {
  const { code, line, word, proposals } = problem;
  const head = make(
    'p',
    { class: 'refusal-head' },
    icon('wait'),
    make('span', {}, `${say(texts, 'line', { n: line })} ${say(texts, `problem.${code}`, { word, line })}`),
  );
  const buttons = proposals.map((words) => {
    const button = make('button', { type: 'button', class: 'btn btn-s' }, say(texts, 'put-in', { word: words.trim() }));
    button.addEventListener('click', () => put(problem, words));
    return button;
  });
  return make('div', { class: 'refusal' }, head, ...(buttons.length > 0 ? [make('div', { class: 'btns' }, ...buttons)] : []));
}

function draw(place: HTMLElement, texts: Texts, order: TypedOrder, put: (problem: Problem, words: string) => void): void {
  const n = order.steps.length;
  const head = make(
    'div',
    { class: 'part-head' },
    make('h2', { id: 'preview-head' }, n === 0 ? say(texts, 'preview-none') : say(texts, 'preview-seats', { n })),
  );
  const seats = stagesOf(order.steps).flatMap((stage) =>
    stage.map((step, at) => seatOf(texts, step, at > 0 && step.branch !== stage[at - 1]?.branch)),
  );
  const list = make('ol', { class: 'seats', 'aria-label': say(texts, 'preview-seats', { n }) }, ...seats);
  place.replaceChildren(head, ...(n > 0 ? [list] : []), ...order.problems.map((problem) => pointOf(texts, problem, put)));
}

/** The last place of a word while it is still being typed is no mistake yet. */
function patient(order: TypedOrder, text: string): TypedOrder {
  return {
    ...order,
    problems: order.problems.filter(
      ({ code, to }) => code !== 'empty' && !(to >= text.length && (code === 'no-kind' || code === 'no-date')),
    ),
  };
}

register('typed-order', (element) => {
  const field = element.querySelector<HTMLTextAreaElement>('#start-text');
  const place = element.querySelector<HTMLElement>('[data-preview]');
  const address = element.dataset['directory'];
  if (!field || !place || !address) return;
  const texts = JSON.parse(element.dataset['texts'] ?? '{}') as Texts;
  let index: DirectoryIndex | undefined;
  let today = '' as Today;
  const put = ({ from, to }: Problem, words: string) => {
    field.setRangeText(words, from, to, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const show = () => {
    if (index && field.value.trim() !== '') draw(place, texts, patient(parseOrder(field.value, index, today), field.value), put);
  };
  field.addEventListener('input', show);
  field.addEventListener(
    'focus',
    async () => {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      const known = (await answer.json()) as { directory: Directory; today: Today };
      index = indexDirectory(known.directory);
      today = known.today;
      show();
    },
    { once: true },
  );
});
