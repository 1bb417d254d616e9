// SPDX-License-Identifier: EUPL-1.2
// "/" or Ctrl K: search and go anywhere. The form of the search box stays what it is; this is the quick way to the same addresses.
import { type IconName, iconPaths } from '../icon-paths.ts';
import { freshId, icon, later, liveLine, make, t } from './dom.ts';
import { type Listbox, listbox } from './listbox.ts';
import { register } from './registry.ts';

type Item = { title: string; detail?: string; href: string; icon?: string; key?: string };
type Group = { title: string; items: Item[] };
type Palette = {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  line: HTMLElement;
  box: Listbox;
  form: HTMLFormElement;
};

const isItem = (item: unknown): item is Item =>
  typeof (item as Item)?.title === 'string' && typeof (item as Item)?.href === 'string';

function readGroups(data: unknown): Group[] {
  const groups = (data as { groups?: unknown })?.groups;
  if (!Array.isArray(groups)) return [];
  return groups
    .map((group) => ({ title: String(group?.title ?? ''), items: Array.isArray(group?.items) ? group.items.filter(isItem) : [] }))
    .filter((group) => group.items.length > 0);
}

function searchAddress(form: HTMLFormElement, q: string): string {
  const address = new URL(form.action);
  address.searchParams.set('q', q);
  return address.href;
}

function optionOf(item: Item): HTMLElement {
  const name = item.icon && item.icon in iconPaths ? (item.icon as IconName) : 'forward';
  const words = make('span', {}, item.title);
  if (item.detail) words.append(make('small', {}, item.detail));
  const option = make(
    'a',
    { role: 'option', id: freshId('option'), href: item.href, 'aria-selected': 'false', tabindex: '-1' },
    icon(name),
    words,
  );
  if (item.key) option.append(make('kbd', { 'aria-hidden': 'true' }, item.key));
  return option;
}

function groupOf(group: Group): HTMLElement {
  const id = freshId('group');
  const head = make('p', { class: 'palette-group', id, role: 'presentation' }, group.title);
  return make('div', { role: 'group', 'aria-labelledby': id }, head, ...group.items.map(optionOf));
}

/** What always works: the search itself, also when the suggestions do not come. */
function searchGroup(palette: Palette, q: string): Group[] {
  return q ? [{ title: t.search, items: [{ title: `„${q}“`, href: searchAddress(palette.form, q), icon: 'search' }] }] : [];
}

function show(palette: Palette, groups: Group[]): void {
  palette.list.replaceChildren(...groups.map(groupOf));
  const options = palette.box.options();
  palette.input.setAttribute('aria-expanded', String(options.length > 0));
  palette.box.activate(options[0]);
  palette.line.textContent = options.length === 0 ? '' : t.matches(options.length);
}

let running: AbortController | undefined;

async function suggest(palette: Palette): Promise<void> {
  const q = palette.input.value.trim();
  running?.abort();
  running = new AbortController();
  const address = new URL(palette.form.dataset['suggest'] ?? '', location.href);
  address.searchParams.set('q', q);
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: running.signal });
    const groups = answer.ok ? readGroups(await answer.json()) : [];
    if (palette.input.value.trim() === q) show(palette, [...groups, ...searchGroup(palette, q)]);
  } catch (error) {
    if ((error as Error).name !== 'AbortError') show(palette, searchGroup(palette, q));
  }
}

function onKey(palette: Palette, event: KeyboardEvent): void {
  if (event.key === 'Enter') {
    const option = palette.box.active() as HTMLAnchorElement | undefined;
    event.preventDefault();
    if (option) option.click();
    else location.assign(searchAddress(palette.form, palette.input.value.trim()));
  } else if (palette.box.move(event.key)) event.preventDefault();
}

function foot(): HTMLElement {
  const key = (keys: readonly string[], text: string) =>
    make('span', {}, ...keys.flatMap((name) => [make('kbd', {}, name), ' ']), text);
  return make(
    'p',
    { class: 'keys palette-foot', 'aria-hidden': 'true' },
    key(['↑', '↓'], t.choose),
    key(['↵'], t.run),
    key(['Esc'], t.close),
  );
}

function build(form: HTMLFormElement): Palette {
  const list = make('div', { role: 'listbox', id: freshId('list'), 'aria-label': t.suggestions });
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    'aria-label': t.searchOrJump,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const close = make('button', { type: 'button', class: 'btn btn-s btn-quiet', 'aria-label': t.close }, icon('x'));
  const head = make('div', { class: 'palette-in' }, icon('search'), input, close);
  const dialog = make(
    'dialog',
    { class: 'palette', 'aria-label': t.searchOrJump },
    make('div', { role: 'search' }, head, list, foot()),
  );
  document.body.append(dialog);
  const palette: Palette = { dialog, input, list, line: liveLine(dialog), box: listbox(input, list), form };
  const ask = later(100, () => void suggest(palette));
  input.addEventListener('input', ask);
  input.addEventListener('keydown', (event) => onKey(palette, event));
  close.addEventListener('click', () => dialog.close());
  return palette;
}

let palette: Palette | undefined;

/** Opens the palette over the page; false when this page has no search box. */
export function openPalette(): boolean {
  const form = document.querySelector<HTMLFormElement>('[data-island="palette"]');
  if (!form) return false;
  palette ??= build(form);
  if (palette.dialog.open) return true;
  palette.input.value = form.querySelector<HTMLInputElement>('[name="q"]')?.value ?? '';
  palette.dialog.showModal();
  palette.input.focus();
  palette.input.select();
  void suggest(palette);
  return true;
}

register('palette', (form) => {
  // Only the mouse: a keyboard user who comes to the field by Tab finds a plain field.
  form.querySelector('input')?.addEventListener('click', () => openPalette());
});
