// SPDX-License-Identifier: EUPL-1.2
// Measures what the README quotes: node src/bench.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCommand } from '../build.ts';
import { fixture, withLines } from './fixtures.ts';
import { validate } from './validate.ts';
import { parseXml } from './xml/parse.ts';

/** One measured case. Times in milliseconds, memory in MB. */
export interface Measured {
  readonly name: string;
  readonly kilobytes: number;
  readonly findings: number;
  readonly parse: number;
  readonly validate: number;
  /** The most that is allowed. */
  readonly limit: number;
}

function best(times: number, work: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

/** An invoice with an attachment of so many kilobytes. */
function withAttachment(syntax: 'ubl' | 'cii', kilobytes: number): string {
  return fixture(syntax).replace('VGFnO1N0dW5kZW4=', 'VGFn'.repeat(kilobytes * 256));
}

/** A short invoice of the usual kind: the fixture without its comment and indentation. */
function small(syntax: 'ubl' | 'cii'): string {
  return fixture(syntax)
    .replace(/<!--[\s\S]*?-->/, '')
    .replace(/>\s+</g, '><');
}

function measure(name: string, text: string, { runs, limit }: { runs: number; limit: number }): Measured {
  const bytes = new TextEncoder().encode(text);
  for (let run = 0; run < Math.min(runs, 5); run++) validate(bytes);
  return {
    name,
    kilobytes: Math.round(bytes.length / 1024),
    findings: validate(bytes).findings.length,
    parse: best(runs, () => parseXml(text)),
    validate: best(runs, () => validate(bytes)),
    limit,
  };
}

/** Measures all warm cases. */
export function measureAll(): Measured[] {
  return (['ubl', 'cii'] as const).flatMap((syntax) => [
    measure(`${syntax}, usual invoice`, small(syntax), { runs: 200, limit: 5 }),
    measure(`${syntax}, 400 KB with attachment`, withAttachment(syntax, 400), { runs: 20, limit: 30 }),
    measure(`${syntax}, 1,000 lines`, withLines(syntax, 1000), { runs: 8, limit: 150 }),
    measure(`${syntax}, 4,000 lines`, withLines(syntax, 4000), { runs: 4, limit: 600 }),
  ]);
}

/** Runs the bundled command line in a process of its own: wall time of the whole process and its peak memory. */
export function measureProcess(text: string): { milliseconds: number; megabytes: number } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'en16931-'));
  const command = path.join(folder, 'cli.mjs');
  const file = path.join(folder, 'invoice.xml');
  bundleCommand(command);
  writeFileSync(file, text);
  const program = [
    `process.argv = [process.execPath, ${JSON.stringify(command)}, '--quiet', ${JSON.stringify(file)}];`,
    "process.on('exit', () => process.stdout.write(String(process.resourceUsage().maxRSS)));",
    `await import(${JSON.stringify(pathToFileURL(command).href)});`,
  ].join('\n');
  let milliseconds = Number.POSITIVE_INFINITY;
  let kilobytes = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now();
    kilobytes = Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  rmSync(folder, { recursive: true });
  return { milliseconds, megabytes: kilobytes / 1024 };
}

/** Prints every figure; answers whether all are within their limits. */
export function bench(print: (line: string) => void): boolean {
  const rows = measureAll();
  for (const row of rows)
    print(
      `${row.name}: ${row.kilobytes} KB, parse ${row.parse.toFixed(1)} ms, validate ${row.validate.toFixed(1)} ms (limit ${row.limit} ms), ${row.findings} findings`,
    );
  const cold = measureProcess(fixture('ubl'));
  const large = measureProcess(withLines('cii', 4000));
  print(`cold process: ${Math.round(cold.milliseconds)} ms (limit 300 ms), ${Math.round(cold.megabytes)} MB`);
  print(`process with 4,000 lines: ${Math.round(large.milliseconds)} ms, ${Math.round(large.megabytes)} MB (limit 150 MB)`);
  return rows.every((row) => row.validate <= row.limit) && cold.milliseconds <= 300 && large.megabytes <= 150;
}

if (import.meta.main) {
  const within = bench(console.log);
  console.log(within ? 'all within their limits' : 'not all within their limits');
}
