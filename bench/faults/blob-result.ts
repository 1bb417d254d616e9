// SPDX-License-Identifier: EUPL-1.2

/** Outcome of a fault test. */
export interface FaultResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** One sentence with the figures, or what went wrong. */
  readonly detail: string;
  /** The broken variant that the same test must find. */
  readonly mutant: { readonly name: string; readonly caught: boolean; readonly detail: string };
  /** Set when the machine cannot run the test; nothing was shown then. */
  readonly skipped?: string | undefined;
}

/** A test that this machine cannot run. */
export function skipped(name: string, why: string): FaultResult {
  return {
    name,
    passed: 0,
    failed: 0,
    detail: `übersprungen: ${why}`,
    mutant: { name: '–', caught: false, detail: 'übersprungen' },
    skipped: why,
  };
}

/** Works through a list, `lanes` at a time, keeping the order of the results. */
export async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const no = next;
      next += 1;
      results[no] = await work(items[no]!);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
