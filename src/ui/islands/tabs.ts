// SPDX-License-Identifier: EUPL-1.2
// Panels that stand in the page become tabs: one is shown, arrow keys walk, the address remembers which.
import { register } from './registry.ts';

type Tabs = { tabs: HTMLAnchorElement[]; panels: HTMLElement[] };

function select({ tabs, panels }: Tabs, index: number): void {
  for (const [n, tab] of tabs.entries()) {
    tab.setAttribute('aria-selected', String(n === index));
    tab.tabIndex = n === index ? 0 : -1;
    const panel = panels[n];
    if (panel) panel.hidden = n !== index;
  }
}

/** The panel that the address means: itself, or the one in which its target stands (a link of an error summary). */
function fromAddress({ panels }: Tabs): number {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  return target ? panels.findIndex((panel) => panel.contains(target)) : -1;
}

function onKey(set: Tabs, event: KeyboardEvent): void {
  const at = set.tabs.indexOf(event.target as HTMLAnchorElement);
  const count = set.tabs.length;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % count,
    ArrowLeft: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  const next = at < 0 ? undefined : goals[event.key];
  if (next === undefined) {
    if (event.key === ' ') (event.target as HTMLElement).click();
    else return;
  } else {
    set.tabs[next]?.focus();
    set.tabs[next]?.click();
  }
  event.preventDefault();
}

function dress(nav: HTMLElement, { tabs, panels }: Tabs): void {
  const list = nav.querySelector('ul');
  nav.setAttribute('role', 'none');
  list?.setAttribute('role', 'tablist');
  list?.setAttribute('aria-label', nav.getAttribute('aria-label') ?? '');
  nav.removeAttribute('aria-label');
  for (const [index, tab] of tabs.entries()) {
    const panel = panels[index];
    tab.parentElement?.setAttribute('role', 'none');
    tab.setAttribute('role', 'tab');
    tab.id = `${panel?.id}-tab`;
    tab.setAttribute('aria-controls', panel?.id ?? '');
    panel?.setAttribute('role', 'tabpanel');
    panel?.setAttribute('aria-labelledby', tab.id);
    panel?.removeAttribute('aria-label');
    if (panel) panel.tabIndex = 0;
  }
}

register('tabs', (element) => {
  const nav = element.querySelector<HTMLElement>(':scope > .tabs');
  if (!nav) return;
  const tabs = [...nav.querySelectorAll('a')];
  const panels = tabs.map((tab) => element.querySelector<HTMLElement>(tab.hash)).filter((panel) => panel !== null);
  if (panels.length !== tabs.length) return;
  const set: Tabs = { tabs, panels };
  dress(nav, set);
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      history.replaceState(history.state, '', tab.hash);
      select(set, index);
    });
  }
  nav.addEventListener('keydown', (event) => onKey(set, event));
  addEventListener('hashchange', () => {
    const index = fromAddress(set);
    if (index >= 0) select(set, index);
  });
  select(set, Math.max(0, fromAddress(set)));
});
