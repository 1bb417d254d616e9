// SPDX-License-Identifier: EUPL-1.2
import os from 'node:os';
import path from 'node:path';
import { type BenchRow, runBench } from '../bench/bench.ts';
import { benchInvoices } from '../packages/en16931/src/bench.ts';
import { benchEvidence } from '../packages/evidence-record/bench.ts';

/** `npm run bench -- [--quick] [--json] [--peer DIR] [--only-invoices] [--documents N --files N --entries N]`: the figures that the README quotes. */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const json = process.argv.includes('--json');
  const numbers = ['documents', 'files', 'entries'].map((name) => [name, numberAfter(`--${name}`)] as const);
  const given = numbers.every(([, value]) => value !== undefined);
  const size = given ? { size: Object.fromEntries(numbers) as { documents: number; files: number; entries: number } } : {};
  const progress = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  progress('E-Rechnungen');
  const rows: BenchRow[] = await benchInvoices({ quick, peer: peerFolder() });
  if (!process.argv.includes('--only-invoices'))
    rows.push(...(await benchEvidence()), ...(await runBench({ quick, progress, ...size })));
  // In the quick run the stock is too small and the machine too busy for the goals: it shows that everything can be measured.
  const failed = rows.filter((row) => !isGood(row));
  if (json) console.log(JSON.stringify({ machine: machine(), quick, rows }, null, 1));
  else print(rows);
  const judged = quick ? 0 : failed.length;
  console.log(`${rows.length - judged} passed, ${judged} failed`);
  process.exit(judged > 0 ? 1 : 0);
}

/** Where somebody has put the official transformations of EN 16931 for comparison; see the package's README. */
function peerFolder(): string {
  const index = process.argv.indexOf('--peer');
  if (index < 0) return path.join(import.meta.dirname, '../../shared/data/einvoice/peer');
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), process.argv[index + 1] ?? '');
}

function numberAfter(option: string): number | undefined {
  const index = process.argv.indexOf(option);
  return index < 0 ? undefined : Number(process.argv[index + 1]);
}

function isGood({ value, goal, atLeast }: BenchRow): boolean {
  return goal === undefined || (atLeast ? value >= goal : value <= goal);
}

function machine(): string {
  return `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`;
}

function print(rows: readonly BenchRow[]): void {
  console.log(`${machine()}\n`);
  console.log('| what | measured | goal | note |\n|---|---|---|---|');
  for (const row of rows) {
    const { name, value, unit, goal, atLeast, note = '' } = row;
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
    const wanted = goal === undefined ? '–' : `${atLeast ? '≥' : '≤'} ${goal} ${isGood(row) ? '✓' : '✗'}`;
    console.log(`| ${name} | ${shown} ${unit} | ${wanted} | ${note} |`);
  }
  console.log('');
}

await main();
