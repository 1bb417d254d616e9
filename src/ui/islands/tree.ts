// SPDX-License-Identifier: EUPL-1.2
// The nested lists become one ARIA tree: one stop for Tab, arrows inside, typing ahead, branches fetched when opened.
import { freshId, make, t } from './dom.ts';
import { register } from './registry.ts';
import { goTo, onTreeKey } from './tree-keys.ts';

/** Where a branch's entries are fetched; taken away once they are there. */
const sources = new WeakMap<HTMLElement, string>();

function place(item: HTMLElement, { level, index, count }: { level: number; index: number; count: number }): void {
  item.setAttribute('role', 'treeitem');
  item.setAttribute('aria-level', String(level));
  item.setAttribute('aria-posinset', String(index + 1));
  item.setAttribute('aria-setsize', String(count));
  item.tabIndex = -1;
  item.id ||= freshId('twig');
}

/** A folded list becomes an item with a group behind it; the item is a link when the branch has a page of its own. */
function branchItem(details: HTMLDetailsElement, level: number): { item: HTMLElement; group: HTMLElement } {
  const summary = details.querySelector('summary');
  const href = summary?.dataset['href'];
  const item = href ? make('a', { href }) : make('span');
  item.append(...(summary?.childNodes ?? []));
  item.dataset['label'] = summary?.dataset['label'] ?? '';
  const current = summary?.getAttribute('aria-current');
  if (current) item.setAttribute('aria-current', current);
  if (summary?.id) item.id = summary.id;
  const group = details.querySelector(':scope > ul') ?? make('ul');
  group.querySelector(':scope > [data-whole]')?.remove();
  group.setAttribute('role', 'group');
  group.id ||= freshId('branch');
  item.setAttribute('aria-owns', group.id);
  item.setAttribute('aria-expanded', String(details.open));
  (group as HTMLElement).hidden = !details.open;
  if (details.dataset['more'] && group.children.length === 0) sources.set(item, details.dataset['more']);
  grow(group as HTMLElement, level + 1);
  return { item, group: group as HTMLElement };
}

function grow(list: HTMLElement, level: number): void {
  const entries = [...list.children] as HTMLElement[];
  for (const [index, entry] of entries.entries()) {
    entry.setAttribute('role', 'none');
    const details = entry.querySelector<HTMLDetailsElement>(':scope > details');
    if (details) {
      const { item, group } = branchItem(details, level);
      place(item, { level, index, count: entries.length });
      entry.replaceChildren(item, group);
    } else {
      const leaf = entry.querySelector<HTMLElement>(':scope > a');
      if (leaf) place(leaf, { level, index, count: entries.length });
    }
  }
}

const groupOf = (item: HTMLElement) => document.getElementById(item.getAttribute('aria-owns') ?? '');

/** One line in a group that is being fetched or could not be. */
function say(group: HTMLElement, text: string, again?: () => void): void {
  const line = make('span', { role: 'treeitem', class: 'tree-wait', tabindex: '-1' }, text);
  if (again) line.addEventListener('click', again);
  group.replaceChildren(make('li', { role: 'none' }, line));
}

async function fetchBranch(item: HTMLElement, group: HTMLElement, source: string): Promise<void> {
  say(group, t.loading);
  try {
    const answer = await fetch(source, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) throw new Error(String(answer.status));
    const template = make('template');
    // Markup of our own server; the page's CSP lets nothing in it run.
    template.innerHTML = await answer.text();
    const had = group.contains(document.activeElement);
    group.replaceChildren(...[...template.content.children].filter((entry) => entry.matches('li')));
    grow(group, Number(item.getAttribute('aria-level')) + 1);
    sources.delete(item);
    const first = group.querySelector<HTMLElement>('[role="treeitem"]');
    if (had && first) goTo(first);
  } catch {
    say(group, `${t.loadFailed} ${t.tryAgain}`, () => void fetchBranch(item, group, source));
  }
}

/** Opens or closes a branch; one that was never fetched is fetched now. */
function toggle(item: HTMLElement, open: boolean): void {
  const group = groupOf(item);
  if (!group) return;
  item.setAttribute('aria-expanded', String(open));
  group.hidden = !open;
  const source = sources.get(item);
  if (open && source) void fetchBranch(item, group, source);
}

function onClick(event: MouseEvent): void {
  const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
  if (!item) return;
  goTo(item);
  if (!item.hasAttribute('aria-expanded')) return;
  // A branch with a page of its own is a link; its twig, 28 px wide, only folds.
  // Enter has no place (detail 0): it opens.
  const onTwig = event.detail > 0 && event.clientX - item.getBoundingClientRect().left < 28;
  if (item instanceof HTMLAnchorElement && !onTwig) return;
  event.preventDefault();
  toggle(item, item.getAttribute('aria-expanded') !== 'true');
}

register('tree', (element) => {
  const list = element.querySelector<HTMLElement>(':scope > ul');
  if (!list) return;
  grow(list, 1);
  list.setAttribute('role', 'tree');
  const start = list.querySelector<HTMLElement>('[aria-current]') ?? list.querySelector<HTMLElement>('[role="treeitem"]');
  if (start) start.tabIndex = 0;
  list.addEventListener('click', onClick);
  list.addEventListener('keydown', (event) => onTreeKey(list, event, toggle));
});
