// SPDX-License-Identifier: EUPL-1.2

/** Outcome of a fault test. */
export interface FaultResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** One sentence with the figures, or what went wrong. */
  readonly detail: string;
  readonly figures?: FaultFigures | undefined;
  /** The broken variant that the same test must find. */
  readonly mutant: Mutant;
  /** Set when the machine cannot run the test; nothing was shown then. */
  readonly skipped?: string | undefined;
}

/** A planted mistake, and whether the test noticed it. */
export interface Mutant {
  readonly name: string;
  readonly caught: boolean;
  readonly detail: string;
}

/** What the README quotes. Times in milliseconds. */
export interface FaultFigures {
  /** Kills, power cuts, partitions … */
  readonly rounds?: number;
  /** Acts that were acknowledged. */
  readonly acknowledged?: number;
  readonly lost?: number;
  readonly doubled?: number;
  /** From the fault to the first act that was begun after it and acknowledged. */
  readonly recoveries?: readonly number[];
}

/** One thing that must hold. */
export type Check = readonly [what: string, holds: boolean];

/** Sums up named checks. */
export function resultOf(name: string, checks: readonly Check[], rest: { mutant: Mutant; figures?: FaultFigures }): FaultResult {
  const broken = checks.filter(([, holds]) => !holds).map(([what]) => what);
  const detail = broken.length > 0 ? `nicht erfüllt: ${broken.join('; ')}` : checks.map(([what]) => what).join('; ');
  return { name, passed: checks.length - broken.length, failed: broken.length, detail, ...rest };
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

/** Middle and greatest of some times. */
export function spread(times: readonly number[]): { p50: number; max: number } | undefined {
  const sorted = [...times].sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  return { p50: sorted[Math.floor(sorted.length / 2)]!, max: sorted.at(-1)! };
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
