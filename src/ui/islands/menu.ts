// SPDX-License-Identifier: EUPL-1.2
// A menu stays a disclosure with links and buttons: no menu role, so nothing changes its nature for a screen reader.
import { register } from './registry.ts';

function close(menu: HTMLDetailsElement, toButton: boolean): void {
  menu.open = false;
  if (toButton) menu.querySelector('summary')?.focus();
}

function entries(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-list a[href], .menu-list button')].filter(
    (entry) => entry.offsetParent !== null,
  );
}

/** Where an arrow key leads: the entry after, before, first, last; undefined for other keys. */
function goal(key: string, { at, count }: { at: number; count: number }): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function onKey(menu: HTMLDetailsElement, event: KeyboardEvent): void {
  if (event.key === 'Escape' && menu.open) {
    event.preventDefault();
    event.stopPropagation();
    close(menu, true);
    return;
  }
  if (!menu.open && event.key === 'ArrowDown') menu.open = true;
  if (!menu.open) return;
  const all = entries(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next =
    all.length === 0 ? undefined : goal(event.key, { at: at < 0 && event.key === 'ArrowUp' ? 0 : at, count: all.length });
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

register('menu', (element) => {
  const menu = element as HTMLDetailsElement;
  menu.addEventListener('keydown', (event) => onKey(menu, event));
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close(menu, false);
  });
  document.addEventListener('pointerdown', (event) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) close(menu, false);
  });
});
