// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { Module } from './module.ts';
import type { Admission, Visit } from './page.ts';

/** A block that a higher module hangs into a page of a lower one; the page names the place and knows nothing of who comes. */
export interface Panel {
  /** One of the `places` of a module below, e.g. `records.case`. */
  readonly place: string;
  readonly permission: Admission;
  /** Before what the page itself has at this place, or after it (usual). */
  readonly first?: boolean | undefined;
  /**
   * What stands there; `undefined` for nothing. `subject` is the id that the page is about (of the file, case, document; the desk has
   * none: ''). Reads in the caller's name and answers nothing for what they may not see. Its forms post to pages of its own module.
   */
  show(visit: Visit, subject: string): Promise<Child | undefined>;
}

/** What the modules above hang in at a place, in the order of the modules. */
export interface Panels {
  readonly first: readonly Child[];
  readonly last: readonly Child[];
}

/** Asks all modules for their blocks at `place`; those that the caller has no permission for are not even asked. */
export async function findPanels(visit: Visit, place: string, subject = ''): Promise<Panels> {
  const wanted = visit.modules
    .flatMap(({ panels = [] }) => panels)
    .filter((panel) => panel.place === place && admitted(visit, panel.permission));
  const shown = await Promise.all(
    wanted.map(async (panel) => ({ first: panel.first ?? false, node: await panel.show(visit, subject) })),
  );
  const pick = (first: boolean) => shown.flatMap((one) => (one.first === first && one.node !== undefined ? [one.node] : []));
  return { first: pick(true), last: pick(false) };
}

function admitted({ caller }: Visit, permission: Admission): boolean {
  return permission === 'anyone' || permission === 'signed-in' || caller.permissions.has(permission);
}

/** A panel at a place that no module below offers would never be seen: it stops the start instead. */
export function checkPanels(modules: readonly Pick<Module, 'name' | 'dependsOn' | 'places' | 'panels'>[]): void {
  for (const { name, dependsOn, panels = [] } of modules) {
    const offered = modules.filter((module) => dependsOn.includes(module.name)).flatMap(({ places = [] }) => places);
    for (const { place } of panels)
      if (!offered.includes(place)) throw new Error(`${name}: no module below offers the place ${place}`);
  }
}
