// SPDX-License-Identifier: EUPL-1.2
import { type Profiler, Session } from 'node:inspector';

/** Tells after each run whether it took a way through our code that no run took before. */
export interface Coverage {
  /** How many functions were left in a way not seen before since the last question. */
  fresh(): number;
  /** How many different ways were seen. */
  ways(): number;
  stop(): void;
}

function waysThrough({ scriptId, functions }: Profiler.ScriptCoverage): string[] {
  return functions
    .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
    .map(({ ranges }) => {
      const leftOut = ranges.filter(({ count }) => count === 0).map(({ startOffset }) => startOffset);
      return `${scriptId}:${ranges[0]?.startOffset}:${leftOut.join()}`;
    });
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
        for (const script of answer.result.filter(({ url }) => url.includes(part)))
          for (const way of waysThrough(script)) seen.add(way);
      });
      return seen.size - before;
    },
    ways: () => seen.size,
    stop: () => session.disconnect(),
  };
}
