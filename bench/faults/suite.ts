// SPDX-License-Identifier: EUPL-1.2
import { blobFaults } from './blob-faults.ts';
import { clockJumps } from './clock-jumps.ts';
import { databaseDiskFull } from './disk-full.ts';
import { failClosed } from './fail-closed.ts';
import { forgottenTail } from './forgotten-tail.ts';
import { invoiceFuzz } from './invoice-fuzz.ts';
import { killAppAtWork } from './kill-app.ts';
import { killDatabaseUnderLoad } from './kill-database.ts';
import { lostAnswers } from './lost-answers.ts';
import { partition } from './partition.ts';
import { powerCuts } from './power-cut.ts';
import type { FaultResult } from './result.ts';
import type { Foundation } from './stage.ts';

/** How much is tried. */
export interface SuiteOptions {
  readonly quick: boolean;
  /** Only tests whose name contains one of these; empty: all. */
  readonly only: readonly string[];
  /** Called after each test. */
  readonly report: (result: FaultResult, seconds: number) => void;
}

type FaultTest = (foundation: Foundation, options: { quick: boolean }) => Promise<FaultResult | FaultResult[]>;

/** Two lanes run side by side: what keeps the machine busy, and what mostly waits. */
const lanes: readonly (readonly [name: string, test: FaultTest])[][] = [
  [
    ['kill-database', killDatabaseUnderLoad],
    ['kill-app', killAppAtWork],
    ['power-cut', powerCuts],
    ['lost-answers', lostAnswers],
  ],
  [
    ['partition', partition],
    ['disk-full', databaseDiskFull],
    ['fail-closed', failClosed],
    ['clock', clockJumps],
    ['forgotten-tail', forgottenTail],
    ['content', (_, options) => blobFaults(options)],
    ['invoice-fuzz', (_, options) => invoiceFuzz(options)],
  ],
];

/** Names of all tests. */
export const suiteNames: readonly string[] = lanes.flat().map(([name]) => name);

/** Runs the tests; one that breaks is a failed one, and the others go on. */
export async function runSuite(foundation: Foundation, { quick, only, report }: SuiteOptions): Promise<FaultResult[]> {
  const results: FaultResult[] = [];
  const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part));
  const walk = async (lane: (typeof lanes)[number]) => {
    for (const [name, test] of lane) {
      if (!wanted(name)) continue;
      const began = performance.now();
      const outcome = await inTime(test(foundation, { quick }), quick ? 180 : 900).catch((fault: Error) => broken(name, fault));
      for (const result of [outcome].flat()) {
        results.push(result);
        report(result, (performance.now() - began) / 1000);
      }
    }
  };
  await Promise.all(lanes.map(walk));
  return results.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function inTime<T>(work: Promise<T>, seconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`nicht fertig nach ${seconds} s`)), seconds * 1000);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function broken(name: string, fault: Error): FaultResult {
  const detail = `abgebrochen: ${fault.stack ?? fault.message}`;
  return { name, passed: 0, failed: 1, detail, mutant: { name: '–', caught: true, detail: 'nicht versucht' } };
}
