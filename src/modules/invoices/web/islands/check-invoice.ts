// SPDX-License-Identifier: EUPL-1.2
// The whole validator runs in the supplier's own browser: the form is not sent, and nothing else is. Without a script the server checks.
import { type Report, validate } from '@fachwerk/en16931';
import { checkWords, verdictOf } from '../../rules/check-words.ts';

const mostShown = 100;

/** The server's words with their values still open. */
type Words = Readonly<Record<string, string>>;

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, String(value)), text);
}

function put(root: ParentNode, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element) element.textContent = text;
}

function verdictText(report: Report, words: Words): string {
  const verdict = verdictOf(report);
  const n = report.counts.error > 0 ? report.counts.error : report.findings.length;
  const text = (n === 1 ? words[`${verdict}.one`] : undefined) ?? words[verdict] ?? '';
  return fill(text, { n });
}

function show(place: HTMLElement, name: string, report: Report): void {
  const words = JSON.parse(place.dataset['inBrowser'] ?? '{}') as Words;
  const result = place.querySelector('section');
  const list = result?.querySelector('ol');
  const sample = place.querySelector('template')?.content;
  if (!result || !list || !sample) return;
  const good = ['good', 'hints'].includes(verdictOf(report));
  put(result, 'h2', fill(words['result'] ?? '', { name }));
  for (const [mark, wanted] of [
    ['[data-good]', good],
    ['[data-bad]', !good],
  ] as const) {
    put(result, mark, wanted ? verdictText(report, words) : '');
    result.querySelector(mark)?.closest('.notice')?.toggleAttribute('hidden', !wanted);
  }
  list.replaceChildren(
    ...report.findings.slice(0, mostShown).map((finding) => {
      const row = sample.cloneNode(true) as DocumentFragment;
      const { problem, remedy } = checkWords(finding.rule, place.dataset['locale'] ?? 'de');
      put(row, '[data-rule]', `${words[finding.level] ?? ''} ${finding.rule}`);
      put(row, '[data-line]', fill(words['line'] ?? '', { line: finding.source.line }));
      put(row, '[data-words]', `${problem} ${remedy}`.trim());
      return row;
    }),
  );
  result.hidden = false;
  result.querySelector('h2')?.setAttribute('tabindex', '-1');
  result.querySelector('h2')?.focus();
}

function setUp(form: HTMLFormElement, place: HTMLElement): void {
  place.hidden = false;
  form.addEventListener('submit', async (event) => {
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!file) return; // the server says what is missing
    event.preventDefault();
    const day = place.dataset['day'] ?? '';
    show(place, file.name, validate(new Uint8Array(await file.arrayBuffer()), { day }));
  });
}

const form = document.querySelector<HTMLFormElement>('form[data-check-invoice]');
const place = document.querySelector<HTMLElement>('[data-in-browser]');
if (form && place) setUp(form, place);
