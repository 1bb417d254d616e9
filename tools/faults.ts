// SPDX-License-Identifier: EUPL-1.2
import { blobFaults } from '../bench/faults/blob-faults.ts';
import { killAppAtWork } from '../bench/faults/kill-app.ts';
import { killDatabaseUnderLoad } from '../bench/faults/kill-database.ts';
import { databaseDiskFull } from '../bench/faults/disk-full.ts';
import { forgottenTail } from '../bench/faults/forgotten-tail.ts';
import { lostAnswers } from '../bench/faults/lost-answers.ts';
import { partition } from '../bench/faults/partition.ts';
import { powerCuts } from '../bench/faults/power-cut.ts';
import { type FaultResult, spread } from '../bench/faults/result.ts';
import { type Foundation, layFoundation } from '../bench/faults/stage.ts';

type FaultTest = (foundation: Foundation, options: { quick: boolean }) => Promise<FaultResult | FaultResult[]>;

const tests: readonly FaultTest[] = [
  (_, options) => blobFaults(options),
  killDatabaseUnderLoad,
  killAppAtWork,
  powerCuts,
  databaseDiskFull,
  forgottenTail,
  lostAnswers,
  partition,
];

/** `npm run faults -- [--quick] [--json]`: what is acknowledged survives; each test has a planted mistake that it must notice. */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const foundation = await layFoundation();
  const results: FaultResult[] = [];
  try {
    for (const test of tests) {
      const outcome = await test(foundation, { quick });
      for (const result of [outcome].flat()) {
        results.push(result);
        if (!process.argv.includes('--json')) print(result);
      }
    }
  } finally {
    foundation.remove();
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 1));
  const sum = (pick: (result: FaultResult) => number) => results.reduce((total, result) => total + pick(result), 0);
  const failed = sum((result) => result.failed + (result.skipped === undefined && !result.mutant.caught ? 1 : 0));
  const skipped = sum((result) => (result.skipped === undefined ? 0 : 1));
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}

function print({ name, passed, failed, detail, figures = {}, mutant, skipped }: FaultResult): void {
  const { rounds, acknowledged, lost, doubled, recoveries = [] } = figures;
  const times = spread(recoveries);
  const parts = [
    rounds === undefined ? '' : `${rounds} Runden`,
    acknowledged === undefined ? '' : `${acknowledged} bestätigt, ${lost ?? 0} verloren, ${doubled ?? 0} doppelt`,
    times ? `wieder da nach ${Math.round(times.p50)} ms (längstens ${Math.round(times.max)} ms)` : '',
  ].filter(Boolean);
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${passed} erfüllt, ${failed} nicht. ${parts.join('; ')}`);
  if (failed > 0 || skipped !== undefined) console.log(`  ${detail}`);
  if (skipped === undefined)
    console.log(`  Mutante „${mutant.name}“: ${mutant.caught ? 'bemerkt' : 'NICHT BEMERKT'}, ${mutant.detail}`);
}

await main();
