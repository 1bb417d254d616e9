// SPDX-License-Identifier: EUPL-1.2
import os from 'node:os';
import { claim, clearAbandoned, clearOwn } from '../bench/faults/leftovers.ts';
import { type FaultResult, spread } from '../bench/faults/result.ts';
import { layFoundation } from '../bench/faults/stage.ts';
import { runSuite, suiteNames } from '../bench/faults/suite.ts';
import { progressLine, sumLine, sumOf, tableOf } from '../bench/faults/table.ts';

/** `npm run faults -- [--quick] [--json] [NAME …]`: what is acknowledged survives; each test has a planted mistake that it must notice. */
async function main(args: readonly string[]): Promise<void> {
  const [quick, json] = [args.includes('--quick'), args.includes('--json')];
  const only = args.filter((argument) => !argument.startsWith('--'));
  const unknown = only.find((part) => !suiteNames.some((name) => name.includes(part)));
  if (unknown !== undefined) {
    console.error(`Den Versuch „${unknown}“ gibt es nicht. Es gibt: ${suiteNames.join(', ')}.`);
    process.exit(1);
  }
  const began = performance.now();
  await clearAbandoned();
  const foundation = await layFoundation();
  claim(foundation.root);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void clearOwn(foundation.root).finally(() => process.exit(1)));
  const results = await runSuite(foundation, {
    quick,
    only,
    report: (result, seconds) => void process.stderr.write(`${progressLine(result, seconds)}\n`),
  }).finally(() => clearOwn(foundation.root));
  const sum = sumOf(results);
  const seconds = Math.round((performance.now() - began) / 1000);
  if (json)
    console.log(JSON.stringify({ ...sum, quick, seconds, machine: machine(), results: results.map(withSpread) }, null, 1));
  else console.log(`${machine()}, ${seconds} s\n\n${tableOf(results)}`);
  (json ? process.stderr : process.stdout).write(`${sumLine(sum)}\n`);
  process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
}

function withSpread(result: FaultResult) {
  return { ...result, recovery: spread(result.figures?.recoveries ?? []) };
}

function machine(): string {
  const [cpu] = os.cpus();
  return `${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, Last ${os.loadavg()[0]?.toFixed(1)}`;
}

await main(process.argv.slice(2));
