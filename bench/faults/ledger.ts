// SPDX-License-Identifier: EUPL-1.2

/** What kind of thing an act makes, and how its event is called. */
export const kinds = {
  file: 'records.file-opened',
  case: 'records.case-opened',
  document: 'records.document-registered',
  booking: 'faults.booked',
} as const;

export type Kind = keyof typeof kinds;

/** An act that was acknowledged. */
export interface Acknowledged {
  /** Word that only this act carries (subject, booking) or SHA-256 of its content (document). */
  readonly mark: string;
  readonly kind: Kind;
  /** `kind:uuid`, as the answer named it. */
  readonly object: string;
}

/** The test's own record of what it asked for and what was promised to it: kept outside everything that is killed. */
export interface Ledger {
  readonly acknowledged: Acknowledged[];
  /** Acts asked for, whatever came of them. */
  readonly asked: Map<string, Kind>;
  /** Acts that were refused or never answered; none should be. */
  readonly unanswered: string[];
  /** Tries that got no usable answer and were repeated. */
  retries: number;
  acknowledge(act: Acknowledged, begun: number): void;
  /** Resolves with the milliseconds from `moment` to the first acknowledgement of a try that began after it. */
  recovery(moment: number, patienceMs?: number): Promise<number>;
}

const recoveryPatience = 60_000;

/** An empty ledger. */
export function openLedger(): Ledger {
  const waiting = new Set<{ moment: number; resolve: (ms: number) => void }>();
  const acknowledged: Acknowledged[] = [];
  return {
    acknowledged,
    asked: new Map(),
    unanswered: [],
    retries: 0,
    acknowledge(act, begun) {
      acknowledged.push(act);
      for (const one of waiting) {
        if (begun < one.moment) continue;
        waiting.delete(one);
        one.resolve(performance.now() - one.moment);
      }
    },
    recovery(moment, patienceMs = recoveryPatience) {
      const { promise, resolve } = Promise.withResolvers<number>();
      const one = { moment, resolve };
      waiting.add(one);
      const late = setTimeout(() => resolve(patienceMs), patienceMs);
      return promise.finally(() => {
        clearTimeout(late);
        waiting.delete(one);
      });
    },
  };
}
