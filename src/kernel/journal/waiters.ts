// SPDX-License-Identifier: EUPL-1.2

/** Those who wait until their entries stand in the tree. */
export interface Waiters {
  /** Resolves when all entries are integrated; rejects after the limit. `look` finds entries integrated elsewhere or earlier. */
  waitFor(entries: readonly number[], look: (entries: readonly number[]) => Promise<readonly number[]>): Promise<void>;
  release(entries: readonly number[]): void;
  waiting(): number[];
}

const waitLimitMs = 5000;
const lookEveryMs = 250;
const remembered = 20_000;

/** An empty waiting room. */
export function createWaiters(): Waiters {
  const waiting = new Map<number, (() => void)[]>();
  const recent = new Set<number>(); // an entry may be integrated before its author begins to wait

  function release(entries: readonly number[]): void {
    for (const entry of entries) {
      recent.add(entry);
      for (const resolve of waiting.get(entry) ?? []) resolve();
      waiting.delete(entry);
    }
    for (const entry of recent) {
      if (recent.size <= remembered) break;
      recent.delete(entry);
    }
  }

  function one(entry: number): Promise<void> {
    if (recent.has(entry)) return Promise.resolve();
    return new Promise((resolve) => waiting.set(entry, [...(waiting.get(entry) ?? []), resolve]));
  }

  return {
    release,
    waiting: () => [...waiting.keys()],
    async waitFor(entries, look) {
      const { promise: late, reject } = Promise.withResolvers<never>();
      const limit = setTimeout(() => reject(new Error('timeout: the journal did not take up the entry in time')), waitLimitMs);
      const glance = setInterval(() => void look(entries).then(release, () => {}), lookEveryMs);
      try {
        await Promise.race([Promise.all(entries.map(one)), late]);
      } finally {
        clearTimeout(limit);
        clearInterval(glance);
      }
    },
  };
}
