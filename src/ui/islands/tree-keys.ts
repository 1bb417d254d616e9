// SPDX-License-Identifier: EUPL-1.2
// Keys of a tree as in the ARIA Authoring Practices: arrows, Home, End, *, typing ahead.

type Toggle = (item: HTMLElement, open: boolean) => void;

const treeOf = (item: HTMLElement) => item.closest<HTMLElement>('[role="tree"]');

function visible(tree: HTMLElement): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')].filter(
    (item) => item.closest('[role="group"][hidden]') === null,
  );
}

/** Moves the one stop for Tab and the focus. */
export function goTo(item: HTMLElement): void {
  for (const other of treeOf(item)?.querySelectorAll<HTMLElement>('[role="treeitem"][tabindex="0"]') ?? []) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
}

function parentOf(item: HTMLElement): HTMLElement | undefined {
  const group = item.closest<HTMLElement>('[role="group"]');
  return (group?.previousElementSibling as HTMLElement | null) ?? undefined;
}

function firstChildOf(item: HTMLElement): HTMLElement | undefined {
  const group = document.getElementById(item.getAttribute('aria-owns') ?? '');
  return group?.querySelector<HTMLElement>('[role="treeitem"]') ?? undefined;
}

function forward(item: HTMLElement, toggle: Toggle): HTMLElement | undefined {
  const expanded = item.getAttribute('aria-expanded');
  if (expanded === 'false') toggle(item, true);
  return expanded === 'true' ? firstChildOf(item) : undefined;
}

function backward(item: HTMLElement, toggle: Toggle): HTMLElement | undefined {
  if (item.getAttribute('aria-expanded') !== 'true') return parentOf(item);
  toggle(item, false);
  return undefined;
}

function openSiblings(item: HTMLElement, toggle: Toggle): void {
  const list = item.parentElement?.parentElement;
  for (const sibling of list?.querySelectorAll<HTMLElement>(':scope > li > [aria-expanded="false"]') ?? []) toggle(sibling, true);
}

let typed = '';
let typedAt = 0;

/** The next item that begins with what was typed within the last half second. */
function ahead(items: HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  const now = performance.now();
  typed = now - typedAt > 500 ? letter : typed + letter;
  typedAt = now;
  const wanted = typed.toLocaleLowerCase('de');
  const from = typed.length > 1 ? at : at + 1;
  const order = [...items.slice(from), ...items.slice(0, from)];
  return order.find((item) => (item.dataset['label'] ?? item.textContent ?? '').toLocaleLowerCase('de').startsWith(wanted));
}

type Step = { item: HTMLElement; items: HTMLElement[]; at: number; toggle: Toggle };

/** Where a key leads; undefined when it was used without moving. */
const moves: Readonly<Record<string, (step: Step) => HTMLElement | undefined>> = {
  ArrowDown: ({ items, at }) => items[at + 1],
  ArrowUp: ({ items, at }) => items[at - 1],
  ArrowRight: ({ item, toggle }) => forward(item, toggle),
  ArrowLeft: ({ item, toggle }) => backward(item, toggle),
  Home: ({ items }) => items[0],
  End: ({ items }) => items.at(-1),
  '*': ({ item, toggle }) => {
    openSiblings(item, toggle);
    return undefined;
  },
};

/** One key pressed inside a tree. */
export function onTreeKey(tree: HTMLElement, event: KeyboardEvent, toggle: Toggle): void {
  const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const items = visible(tree);
  const at = items.indexOf(item);
  const move = moves[event.key];
  if (event.key === ' ' || (event.key === 'Enter' && !(item instanceof HTMLAnchorElement))) {
    event.preventDefault();
    item.click();
  } else if (move || (event.key.length === 1 && /\S/.test(event.key))) {
    // Letters typed here look for an entry; they are no commands of the page.
    event.preventDefault();
    event.stopPropagation();
    const goal = move ? move({ item, items, at, toggle }) : ahead(items, at, event.key);
    if (goal) goTo(goal);
  }
}
