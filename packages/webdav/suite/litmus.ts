// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What litmus says: `results` in its own words, `failed` and `warned` the lines that are not as they should be. */
export interface LitmusReport {
  readonly suites: readonly { readonly name: string; readonly run: number; readonly passed: number }[];
  readonly failed: readonly string[];
  readonly warned: readonly string[];
}

/** Runs the conformance tests of the Debian package `litmus` against a collection; the address ends in a slash. */
export async function runLitmus(url: string, tests: readonly string[] = []): Promise<LitmusReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'litmus-'));
  try {
    const env = { ...process.env, ...(tests.length > 0 ? { TESTS: tests.join(' ') } : {}) };
    return readReport(await outputOf('litmus', ['-k', url], { cwd: folder, env, timeout: 120_000 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(command: string, args: readonly string[], options: object): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { ...options, encoding: 'utf8', maxBuffer: 4 << 20 }, (error, stdout, stderr) => {
      // A failed test is an answer, a program that is not there is none.
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stdout + stderr);
    });
  });
}

/** Reads what litmus printed. */
export function readReport(output: string): LitmusReport {
  const lines = output.split(/[\r\n]+/).map((line) => line.trim());
  const summary = /^<- summary for `(\w+)': of (\d+) tests? run: (\d+) passed/;
  const suites = lines.flatMap((line) => {
    const [, name = '', run = '', passed = ''] = summary.exec(line) ?? [];
    return name === '' ? [] : [{ name, run: Number(run), passed: Number(passed) }];
  });
  return {
    suites,
    failed: lines.filter((line) => /\bFAIL\b|^FAILED|SKIPPED/.test(line)),
    warned: lines.filter((line) => /WARNING/.test(line)),
  };
}
