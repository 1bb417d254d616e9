// SPDX-License-Identifier: EUPL-1.2
import { type IconName, iconPaths } from '../icon-paths.ts';
import { type UiTexts, uiTexts } from '../texts/index.ts';

/** The texts in the page's language. */
export const t: UiTexts = uiTexts(document.documentElement.lang);

type Attributes = Readonly<Record<string, string | undefined>>;

/** A new element with attributes and children; text is only ever text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The drawing of an icon, as `icon.tsx` writes it. */
export function icon(name: IconName, small = false): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', small ? 'i i-s' : 'i');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', iconPaths[name]);
  svg.append(path);
  return svg;
}

let last = 0;
/** An id that nothing else in this page has. */
export function freshId(stem: string): string {
  last += 1;
  return `${stem}-island-${last}`;
}

/** A line that screen readers speak when its text changes, seen by nobody. */
export function liveLine(beside: Element): HTMLElement {
  const line = make('p', { class: 'hide', role: 'status' });
  beside.append(line);
  return line;
}

/** Browser storage that may be switched off or full: then nothing is remembered, and nothing breaks. */
export const memory = {
  get(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Full or forbidden: comfort ends here.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
  keys(): string[] {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  },
};

/** Calls `act` once the calls have stopped for `ms`. */
export function later<Args extends unknown[]>(ms: number, act: (...args: Args) => void): (...args: Args) => void {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...args), ms);
  };
}
