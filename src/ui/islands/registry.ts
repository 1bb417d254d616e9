// SPDX-License-Identifier: EUPL-1.2
/** What an island does to its element. */
export type SetUp = (element: HTMLElement) => void;

const islands = new Map<string, SetUp>();
const done = new WeakSet<Element>();

function apply(name: string, setUp: SetUp, root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    if (done.has(element)) continue;
    done.add(element);
    setUp(element);
  }
}

/** Names a behaviour and gives it to every element with `data-island="name"` that stands in the page. Modules' own islands call it, too. */
export function register(name: string, setUp: SetUp): void {
  islands.set(name, setUp);
  apply(name, setUp, document);
}

/** Gives behaviours to what came into the page later. */
export function enhance(root: ParentNode): void {
  for (const [name, setUp] of islands) apply(name, setUp, root);
}
