// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Fuzzed } from '../../packages/en16931/fuzz/run.ts';
import { type FaultResult, resultOf } from './result.ts';

const program = path.join(import.meta.dirname, '../../packages/en16931/fuzz/run.ts');

async function fuzzApart(seconds: number, ...more: string[]): Promise<Fuzzed> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--seconds', String(seconds), ...more], {
    timeout: (seconds + 60) * 1000,
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout) as Fuzzed;
}

/** Invoices changed by chance and by coverage, in a process of its own: whatever comes in, the reader answers and never breaks. */
export async function invoiceFuzz({ quick }: { quick: boolean }): Promise<FaultResult> {
  const seconds = quick ? 6 : 60;
  const { runs, ways, slowest, seed, crash } = await fuzzApart(seconds);
  const found = await fuzzApart(120, '--planted');
  return resultOf(
    'invoice-fuzz',
    [
      [`${runs} veränderte Rechnungen in ${seconds} s, ${ways} Wege durch den Code`, runs >= seconds * 5],
      [`kein Absturz (Startwert ${seed})${crash ? `: ${crash.message} ${crash.document}` : ''}`, crash === undefined],
      [`die langsamste nach ${slowest} ms beantwortet`, slowest < 5000],
    ],
    {
      mutant: {
        name: 'Absturz hinter zwei Bedingungen',
        caught: found.crash?.message.includes('planted') === true,
        detail: `nach ${found.runs} Rechnungen ${found.crash ? 'gefunden' : 'nicht gefunden'}`,
      },
    },
  );
}
