// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestEvent } from './test-events.ts';
import { type FileResult, runTestFile } from './test-process.ts';

/** Sums of a run; `slowest` holds the tests that took longest, longest first. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly slowest: readonly (TestEvent & { readonly file: string })[];
}

/** How to run several files. */
export interface RunOptions {
  readonly root: string;
  /** How many files at once. */
  readonly concurrency: number;
  readonly testTimeout: number;
  readonly fileTimeout: number;
  readonly signal: AbortSignal;
}

const mostSlow = 10;

/** Runs test files, prints one line per file and every failure in full. */
export async function runTestFiles(files: readonly string[], { root, concurrency, ...options }: RunOptions): Promise<Tally> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-events-'));
  const results: FileResult[] = [];
  let next = 0;
  const work = async () => {
    while (next < files.length && !options.signal.aborted) {
      const number = next++;
      const result = await runTestFile({ file: files[number]!, events: path.join(folder, `${number}.jsonl`), ...options });
      results.push(result);
      print(result, root);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  rmSync(folder, { recursive: true, force: true });
  return tally(results, root);
}

/** Sums up what the files reported. */
export function tally(results: readonly FileResult[], root: string): Tally {
  const events = results.flatMap(({ file, events: all }) => all.map((event) => ({ ...event, file: path.relative(root, file) })));
  const count = (state: TestEvent['state']) => events.filter((event) => event.state === state).length;
  const slowest = events.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, mostSlow);
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), slowest };
}

/** Adds runs together. */
export function add(one: Tally, other: Tally): Tally {
  const slowest = [...one.slowest, ...other.slowest].toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, mostSlow);
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped, slowest };
}

function print({ file, events, milliseconds, noise }: FileResult, root: string): void {
  const failures = events.filter(({ state }) => state === 'failed');
  const skipped = events.filter(({ state }) => state === 'skipped');
  const passed = events.length - failures.length - skipped.length;
  console.log(
    `${failures.length > 0 ? '✖' : '✔'} ${path.relative(root, file)} (${passed}) ${(milliseconds / 1000).toFixed(1)} s`,
  );
  for (const { name } of skipped) console.log(`  ○ übersprungen: ${name}`);
  for (const { name, error } of failures) console.log(`  ✖ ${name}\n${indent(error ?? '')}`);
  if (failures.length > 0 && noise.trim()) console.log(`  Ausgabe der Datei:\n${indent(noise.trim())}`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
