// SPDX-License-Identifier: EUPL-1.2
// Elements are built, never parsed from text: what a stranger's file says can only ever become text on this page.

/** What may stand inside an element. */
export type Child = Node | string | undefined;

/** An HTML element with attributes and children; a false attribute is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing: `box` is the view box, each path has a class and its data. Decoration only, hidden from assistive technology. */
export function drawing(
  className: string,
  box: string,
  paths: readonly (readonly [className: string, data: string])[],
): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', box);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  for (const [pathClass, data] of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', pathClass);
    path.setAttribute('d', data);
    svg.append(path);
  }
  return svg;
}
