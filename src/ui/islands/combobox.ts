// SPDX-License-Identifier: EUPL-1.2
// A text field with suggestions from the server or from its own list; what is typed is always sent.
import { freshId, later, liveLine, make, t } from './dom.ts';
import { type Listbox, listbox } from './listbox.ts';
import { register } from './registry.ts';

type Item = { value: string; label: string; detail?: string };
type Combo = {
  input: HTMLInputElement;
  list: HTMLElement;
  chosen: HTMLInputElement | null;
  line: HTMLElement;
  box: Listbox;
  find: (q: string) => Promise<Item[]>;
};

function readItems(data: unknown): Item[] {
  const items = (data as { items?: unknown }).items;
  return Array.isArray(items)
    ? items.filter((item): item is Item => typeof item?.label === 'string' && typeof item?.value === 'string')
    : [];
}

function fromServer(url: string): Combo['find'] {
  let running: AbortController | undefined;
  return async (q) => {
    running?.abort();
    running = new AbortController();
    const address = new URL(url, location.href);
    address.searchParams.set('q', q);
    const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: running.signal });
    return answer.ok ? readItems(await answer.json()) : [];
  };
}

function fromList(options: readonly HTMLOptionElement[]): Combo['find'] {
  const items = options.map((option) => ({ value: option.dataset['value'] ?? option.value, label: option.value }));
  return async (q) => items.filter((item) => item.label.toLocaleLowerCase('de').includes(q.toLocaleLowerCase('de')));
}

function open({ input, list }: Combo, yes: boolean): void {
  list.hidden = !yes;
  input.setAttribute('aria-expanded', String(yes));
  if (!yes) input.removeAttribute('aria-activedescendant');
}

function choose(combo: Combo, option: HTMLElement): void {
  combo.input.value = option.dataset['label'] ?? '';
  if (combo.chosen) combo.chosen.value = option.dataset['value'] ?? '';
  open(combo, false);
  combo.input.dispatchEvent(new Event('change', { bubbles: true }));
}

function optionOf(item: Item): HTMLElement {
  const option = make(
    'div',
    { role: 'option', id: freshId('option'), 'aria-selected': 'false', 'data-value': item.value, 'data-label': item.label },
    item.label,
  );
  if (item.detail) option.append(make('small', {}, item.detail));
  return option;
}

async function suggest(combo: Combo): Promise<void> {
  const q = combo.input.value.trim();
  try {
    const items = await combo.find(q);
    if (combo.input.value.trim() !== q || document.activeElement !== combo.input) return;
    combo.list.replaceChildren(...items.slice(0, 50).map(optionOf));
    combo.line.textContent = items.length === 0 ? t.noMatch : t.matches(items.length);
    open(combo, items.length > 0);
  } catch {
    // Aborted by the next letter, or the server is away: the field itself works on.
  }
}

function onKey(combo: Combo, event: KeyboardEvent): void {
  if (event.key === 'Escape' && !combo.list.hidden) {
    event.stopPropagation();
    open(combo, false);
  } else if (event.key === 'Enter' && !combo.list.hidden) {
    const option = combo.box.active();
    if (!option) return;
    choose(combo, option);
  } else if (event.key === 'ArrowDown' && combo.list.hidden) void suggest(combo);
  else if (combo.list.hidden || !combo.box.move(event.key)) return;
  event.preventDefault();
}

function wire(combo: Combo): void {
  const { input, list, chosen } = combo;
  const ask = later(120, () => void suggest(combo));
  input.addEventListener('input', () => {
    if (chosen) chosen.value = '';
    ask();
  });
  input.addEventListener('keydown', (event) => onKey(combo, event));
  input.addEventListener('blur', () => open(combo, false));
  // The press must not take the focus out of the field.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (option) choose(combo, option);
  });
}

register('combobox', (element) => {
  const input = element.querySelector<HTMLInputElement>('input[type="text"]');
  if (!input) return;
  const url = element.dataset['url'];
  const find = url ? fromServer(url) : fromList([...element.querySelectorAll('option')]);
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? t.suggestions;
  const list = make('div', { role: 'listbox', class: 'combo-list', id: freshId('list'), 'aria-label': label, hidden: '' });
  input.removeAttribute('list');
  element.querySelector('datalist')?.remove();
  element.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(name, value);
  wire({ input, list, chosen: element.querySelector('[data-chosen]'), line: liveLine(element), box: listbox(input, list), find });
});
