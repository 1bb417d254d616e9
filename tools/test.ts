// SPDX-License-Identifier: EUPL-1.2
// npm test [-- [--database] parts-of-paths …]
// Style, types, then every test against a database of its own, then the browser journeys. The last line is the sum.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { clusterVariable, type OpenTestCluster, openTestCluster } from '../test/cluster.ts';
import { type CheckResult, lint, typeChecks } from './checks.ts';
import { findTestFiles, type TestFiles, usesDatabase } from './test-files.ts';
import { add, runTestFiles, type Tally } from './test-run.ts';

const root = path.join(import.meta.dirname, '..');
const minute = 60_000;
const worthTelling = 500;

process.stdout.on('error', () => {}); // whoever reads only the first lines (`| head`) must not end the run
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

const args = process.argv.slice(2);
const selection = { filters: args.filter((argument) => !argument.startsWith('--')), database: args.includes('--database') };
const isWhole = selection.filters.length === 0 && !selection.database;
const began = Date.now();
const checks = isWhole ? await runChecks() : nothing();
const tests = await runAll(findTestFiles(root, selection));
process.exitCode = report(checks, tests);

function nothing(): Tally {
  return { passed: 0, failed: 0, skipped: 0, slowest: [] };
}

async function runChecks(): Promise<Tally> {
  const results = await Promise.all([lint(), ...typeChecks()]);
  for (const { name, state, output, milliseconds } of results) {
    const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
    console.log(
      {
        passed: `✔ ${name} ${seconds}`,
        skipped: `○ übersprungen: ${name}: ${output}`,
        failed: `✖ ${name} ${seconds}\n${output}`,
      }[state],
    );
  }
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length;
  // A skipped check has said so above; only skipped tests count, since FACHWERK_REQUIRE=all refuses those.
  return { ...nothing(), passed: count('passed'), failed: count('failed') };
}

async function runAll({ quick, journeys }: TestFiles): Promise<Tally> {
  const server = [...quick, ...journeys].some((file) => usesDatabase(file)) ? await openServer() : undefined;
  if (server === 'failed') return { ...nothing(), failed: 1 };
  if (server) process.env[clusterVariable] = JSON.stringify(server.cluster);
  const options = { root, signal: stopping.signal };
  try {
    const concurrency = availableParallelism() + 1; // a test waits for the database about a third of its time
    const first = await runTestFiles(quick, { ...options, concurrency, testTimeout: minute, fileTimeout: 5 * minute });
    const second = await runTestFiles(journeys, {
      ...options,
      concurrency: 1,
      testTimeout: 3 * minute,
      fileTimeout: 10 * minute,
    });
    return add(first, second);
  } finally {
    await server?.close();
  }
}

async function openServer(): Promise<OpenTestCluster | 'failed'> {
  try {
    return await openTestCluster();
  } catch (error) {
    console.log(`✖ Testdatenbank: ${(error as Error).message}`);
    return 'failed';
  }
}

/** Says what happened; the exit code is 0 only if something ran and nothing failed. */
function report(ofChecks: Tally, ofTests: Tally): number {
  const slow = ofTests.slowest.filter(({ milliseconds }) => milliseconds >= worthTelling);
  if (slow.length > 0) console.log('\nDie langsamsten Tests:');
  for (const { name, file, milliseconds } of slow)
    console.log(`  ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${name} (${file})`);
  const { passed, failed, skipped } = add(ofChecks, ofTests);
  const ran = ofTests.passed + ofTests.failed;
  const isMissing = process.env['FACHWERK_REQUIRE'] === 'all' && skipped > 0;
  if (ran === 0) console.log('Es lief kein Test: Der Filter trifft keine Testdatei.');
  if (isMissing) console.log('FACHWERK_REQUIRE=all: Hier darf kein Test übersprungen werden.');
  if (stopping.signal.aborted) console.log('Abgebrochen.');
  console.log(`\nDauer: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || ran === 0 || isMissing || stopping.signal.aborted ? 1 : 0;
}
