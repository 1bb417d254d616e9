// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

/** Order of the stylesheet's parts: tokens, ground, frame, controls, patterns, rooms, then what overrides them all. */
export const styleOrder = [
  'tokens',
  'dark',
  'base',
  'layout',
  'panes',
  'buttons',
  'chips',
  'forms',
  'list-rows',
  'sheet',
  'seats',
  'refusal',
  'tree',
  'tabs',
  'table',
  'progress',
  'viewer',
  'compare',
  'proof',
  'palette',
  'foot-bar',
  'citizen',
  'contrast',
  'print',
] as const;

/** The dark roles twice: for the user's choice, and for the device's wish where the user has not chosen. One source, no drift. */
export function bothDarks(css: string): string {
  return `${css}\n@media (prefers-color-scheme: dark) {\n${css.replaceAll('[data-theme="dark"]', ':root:not([data-theme])')}\n}`;
}

/** All parts in their order, then the modules' own sheets. */
export async function readStyles(more: readonly string[]): Promise<string> {
  const own = styleOrder.map(async (name) => {
    const css = await readFile(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
    return name === 'dark' ? bothDarks(css) : css;
  });
  const parts = await Promise.all(own);
  // A module's sheet must not win over forced colours and print.
  const modules = await Promise.all(more.map((path) => readFile(path, 'utf8')));
  const last = parts.splice(-2);
  return [...parts, ...modules, ...last].join('\n');
}
