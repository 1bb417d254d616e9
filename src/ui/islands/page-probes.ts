// SPDX-License-Identifier: EUPL-1.2
// What the tests ask a page, from inside the browser; bundled by test/page-check.ts, no part of what pages load.
import { contrast } from '../contrast.ts';

/** Something reaches beyond the right edge of the window. */
export function findOverflow(): string[] {
  const wide = document.documentElement.scrollWidth;
  if (wide <= innerWidth) return [];
  const culprits = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > innerWidth + 1 && getComputedStyle(element).position !== 'fixed';
  });
  return [
    `OVERFLOW ${wide} in ${innerWidth}: ${culprits
      .slice(0, 4)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .join(', ')}`,
  ];
}

type Rgba = readonly [number, number, number, number];

function readRgba(text: string): Rgba {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over(top: Rgba, ground: Rgba): Rgba {
  const part = (index: 0 | 1 | 2) => top[index] * top[3] + ground[index] * (1 - top[3]);
  return [part(0), part(1), part(2), 1];
}

/** What really lies behind a text: the backgrounds of all its ancestors, the see-through ones laid over each other. */
function groundOf(element: Element): Rgba {
  const layers: Rgba[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = readRgba(getComputedStyle(at).backgroundColor);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight((ground, layer) => over(layer, ground), [255, 255, 255, 1] as Rgba);
}

function judgeText(element: HTMLElement, text: string): string[] {
  const style = getComputedStyle(element);
  const ground = groundOf(element);
  const ink = over(readRgba(style.color), ground);
  const ratio = contrast([ink[0], ink[1], ink[2]], [ground[0], ground[1], ground[2]]);
  const where = `${element.tagName.toLowerCase()}.${element.className} "${text.slice(0, 24)}"`;
  const small = Number.parseFloat(style.fontSize) < 12.9;
  return [
    ...(ratio < 4.5 ? [`CONTRAST ${ratio.toFixed(2)} ${where}`] : []),
    ...(small ? [`SMALL ${style.fontSize} ${where}`] : []),
  ];
}

/** Text under 4.5:1 against what it really stands on, or under 13 px. */
export function findColours(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const element = node.parentElement;
    if (!text || !element?.checkVisibility({ visibilityProperty: true }) || element.closest('.hide, script, style, option'))
      continue;
    found.push(...judgeText(element, text));
  }
  return found;
}

/** Something to press under 24 by 24 px; links inside sentences are excepted (2.5.8). */
export function findTargets(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role="tab"], [role="treeitem"], [role="option"], [role="separator"]',
  )) {
    if (
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest('.hide') ||
      element.matches('[type="hidden"], .hide, [tabindex="-1"][aria-hidden="true"]')
    )
      continue;
    const style = getComputedStyle(element);
    if (style.display === 'inline' && element.tagName === 'A') continue;
    // A row's link covers the whole row by its ::after.
    if (getComputedStyle(element, '::after').position === 'absolute') continue;
    const box = element.closest('label')?.getBoundingClientRect() ?? element.getBoundingClientRect();
    if (box.width > 0 && box.bottom > 0 && (box.width < 23.9 || box.height < 23.9))
      found.push(
        `TARGET ${Math.round(box.width)}x${Math.round(box.height)} ${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`,
      );
  }
  return found;
}

/** Puts on (or takes off) the distances of WCAG 2.2, 1.4.12. Through the object model: the page's policy forbids inline styles. */
export function spaceText(on: boolean): void {
  const sheet = new CSSStyleSheet();
  if (on)
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
  document.adoptedStyleSheets = on ? [sheet] : [];
}

/** Text that is cut off, in boxes that hide what is too long. */
export function findClipped(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip');
    if (
      !hides ||
      !element.checkVisibility() ||
      element.closest('.hide, svg') ||
      element.matches('input, textarea, select, progress') ||
      !(element.textContent ?? '').trim()
    )
      continue;
    if (style.position === 'absolute' && style.width === '1px') continue;
    const cutX = style.overflowX !== 'auto' && style.overflowX !== 'scroll' && element.scrollWidth > element.clientWidth + 1;
    const cutY = style.overflowY !== 'auto' && style.overflowY !== 'scroll' && element.scrollHeight > element.clientHeight + 1;
    if (cutX || cutY)
      found.push(
        `CLIP ${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`,
      );
  }
  return found;
}

/** Where the focus is, whether one sees it, and whether something lies over it; undefined at the end of the page. */
export function focusState(): { path: string; name: string; visible: boolean; hidden: boolean } | undefined {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return undefined;
  const path: number[] = [];
  for (let at: Element | null = element; at?.parentElement; at = at.parentElement)
    path.push([...at.parentElement.children].indexOf(at));
  const outlined = (target: Element, pseudo?: string) => {
    const style = getComputedStyle(target, pseudo);
    return (
      style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)'
    );
  };
  const holder = element.closest('label, .palette-in');
  const visible = outlined(element) || outlined(element, '::after') || (holder !== null && outlined(holder));
  const box = element.getBoundingClientRect();
  const points = [
    [box.left + 2, box.top + 2],
    [box.right - 2, box.bottom - 2],
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
  ] as const;
  // 2.4.11 asks that it is not wholly covered: one point that can be hit is enough.
  const covers = points
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    .map(([x, y]) => document.elementFromPoint(x, y));
  const free = covers.some((top) => top !== null && (element.contains(top) || top.contains(element)));
  const name = `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}"`;
  return { path: path.join('.'), name, visible, hidden: !free && !element.closest('label') };
}
