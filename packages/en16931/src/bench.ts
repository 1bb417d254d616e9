// SPDX-License-Identifier: EUPL-1.2
// Measures what the README quotes: node src/bench.ts [FOLDER WITH THE OFFICIAL TRANSFORMATIONS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCommand } from '../build.ts';
import { benchPeer, type PeerDocument } from './bench-peer.ts';
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
    measure(`${syntax}, 1,000 lines`, withLines(syntax, 1000), { runs: 15, limit: 150 }),
    measure(`${syntax}, 4,000 lines`, withLines(syntax, 4000), { runs: 8, limit: 600 }),
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

/** One row of the table of figures: what was measured, and the greatest value that is good enough. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: number;
  readonly note?: string;
}

function figureOf({ name, kilobytes, parse, validate: value, limit }: Measured): Figure {
  return {
    name: `e-invoice ${name}`,
    value,
    unit: 'ms',
    goal: limit,
    note: `${kilobytes} KB; bare parse ${parse.toFixed(1)} ms`,
  };
}

/** How much longer the rules need for four times the lines: 4 is linear. */
function growth(rows: readonly Measured[], syntax: 'ubl' | 'cii'): Figure {
  const [few, many] = ['1,000', '4,000'].map((lines) => rows.find(({ name }) => name === `${syntax}, ${lines} lines`));
  return { name: `e-invoice ${syntax}, 4,000 : 1,000 lines`, value: many!.validate / few!.validate, unit: '×', goal: 5 };
}

/** All rows for the table: warm, growth, a whole process, and the official transformations beside them if they are in `peer`. */
export async function benchInvoices({ quick, peer }: { quick: boolean; peer: string }): Promise<Figure[]> {
  const rows = measureAll();
  const cold = measureProcess(fixture('ubl'));
  const large = measureProcess(withLines('cii', 4000));
  return [
    ...rows.map(figureOf),
    growth(rows, 'ubl'),
    growth(rows, 'cii'),
    { name: 'e-invoice, whole cold process', value: cold.milliseconds, unit: 'ms', goal: 300 },
    { name: 'e-invoice, memory of a process with 4,000 lines', value: large.megabytes, unit: 'MB', goal: 150 },
    ...(await benchPeer(peer, peerDocuments(quick))),
  ];
}

function peerDocuments(quick: boolean): PeerDocument[] {
  return (['ubl', 'cii'] as const).flatMap((syntax) => [
    { name: `${syntax}, usual invoice`, syntax, text: small(syntax), runs: quick ? 2 : 10 },
    { name: `${syntax}, 400 KB with attachment`, syntax, text: withAttachment(syntax, 400), runs: quick ? 1 : 5 },
    ...(quick ? [] : [{ name: `${syntax}, 1,000 lines`, syntax, text: withLines(syntax, 1000), runs: 1 }]),
  ]);
}

if (import.meta.main) {
  const peer = process.argv[2] ?? path.join(import.meta.dirname, '../../../../shared/data/einvoice/peer');
  for (const { name, value, unit, goal, note } of await benchInvoices({ quick: false, peer }))
    console.log(`${name}: ${value.toFixed(1)} ${unit}${goal === undefined ? '' : ` (goal ${goal})`}${note ? `; ${note}` : ''}`);
}
