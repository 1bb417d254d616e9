// SPDX-License-Identifier: EUPL-1.2
import { Session } from 'node:inspector';

/** Tells after each run whether it took a way through our code that no run took before. */
export interface Coverage {
  /** How many functions were left in a way not seen before since the last question. */
  fresh(): number;
  /** How many different ways were seen. */
  ways(): number;
  stop(): void;
}

/** Watches the blocks that V8 executes in the files whose address contains `part`; a way through a function is the set of blocks left out. */
export function watchCoverage(part: string): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  return {
    fresh() {
      const before = seen.size;
      session.post('Profiler.takePreciseCoverage', (error, answer) => {
        if (error) throw error;
        for (const { scriptId, url, functions } of answer.result) {
          if (!url.includes(part)) continue;
          for (const { ranges } of functions) {
            if (ranges[0] === undefined || ranges[0].count === 0) continue;
            const leftOut = ranges.filter(({ count }) => count === 0).map(({ startOffset }) => startOffset);
            seen.add(`${scriptId}:${ranges[0].startOffset}:${leftOut.join()}`);
          }
        }
      });
      return seen.size - before;
    },
    ways: () => seen.size,
    stop: () => session.disconnect(),
  };
}
