// SPDX-License-Identifier: EUPL-1.2
// D4: every system call of a put fails once (killed, EIO, ENOSPC, lying write). Afterwards nothing torn lies under a final name,
// everything acknowledged can be read, every key has its content, and the store works again.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { memoryBlobKeys } from '../../src/kernel/blob/memory-blob-keys.ts';
import { checkNaive, checkStore, type Damage } from './blob-check.ts';
import { allowedReasons, type FaultPoint, faultPoints, injectionOf } from './blob-points.ts';
import { type FaultResult, inLanes, skipped } from './result.ts';
import { runTraced, straceWorks, type TracedOutcome } from './blob-strace.ts';

interface Found extends Damage {
  readonly at: string;
}

/** Runs the fault matrix over put, put again and resumable upload, and over the mutant that writes straight to the final name. */
export async function blobSyscallFaults({ quick }: { quick: boolean }): Promise<FaultResult> {
  const name = 'D4 Inhaltsspeicher: jeder Systemaufruf scheitert einmal';
  if (!straceWorks()) return skipped(name, 'strace fehlt oder darf nicht zusehen');
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-d4-'));
  try {
    const put = await runMatrix(root, 'put', quick);
    const upload = await runMatrix(root, 'upload', quick);
    const naive = await runMatrix(root, 'naive', quick);
    const bad = [...put, ...upload].filter(isBad);
    const [torn, lost] = [sum(naive, 'torn'), sum(naive, 'lost')];
    return {
      name,
      passed: put.length + upload.length - bad.length,
      failed: bad.length,
      detail:
        bad.length > 0
          ? bad.slice(0, 5).map(describe).join('; ')
          : `${put.length} Fehlerstellen beim Ablegen, ${upload.length} beim Hochladen in Teilen: 0 zerrissen, 0 verloren`,
      mutant: {
        name: 'schreibt gleich unter den endgültigen Namen',
        caught: torn > 0 && lost > 0,
        detail: `${torn} zerrissen, ${lost} bestätigt und verloren bei ${naive.length} Fehlerstellen`,
      },
    };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

const quickEvery = 7; // coprime with the number of faults per call, so that all kinds come up

async function runMatrix(root: string, scenario: string, quick: boolean): Promise<Found[]> {
  const record = newRun(root, scenario);
  const recorded = await runTraced(record);
  if (recorded.reason !== 'done') throw new Error(`${scenario} fails without a fault: ${recorded.reason}`);
  const points = faultPoints(recorded.trace, record.dir);
  if (points.length === 0) throw new Error('strace saw no call of the store');
  const chosen = quick
    ? points.filter((point, no) => (scenario === 'naive' ? point.call === 'pwrite64' : no % quickEvery === 0))
    : points;
  return inLanes(chosen, 2, (point) => runPoint(root, scenario, point));
}

let runs = 0;

function newRun(root: string, scenario: string) {
  runs += 1;
  const dir = path.join(root, `run-${runs}`);
  fs.mkdirSync(dir);
  return { dir, keyDir: path.join(root, 'keys'), scenario, keys: memoryBlobKeys() };
}

async function runPoint(root: string, scenario: string, point: FaultPoint): Promise<Found> {
  const run = newRun(root, scenario);
  const outcome = await runTraced({ ...run, inject: injectionOf(point) });
  const damage = scenario === 'naive' ? await checkNaive(run.dir, outcome) : await checkStore(run, outcome);
  fs.rmSync(run.dir, { recursive: true });
  return {
    ...damage,
    wrong: [...damage.wrong, ...wrongAnswer(point, outcome, scenario)],
    at: `${scenario} ${injectionOf(point)}`,
  };
}

/** A fault that did not strike proves nothing; a failure must have the right name. */
function wrongAnswer(point: FaultPoint, outcome: TracedOutcome, scenario: string): string[] {
  const struck = outcome.reason === 'killed' || outcome.trace.some((line) => line.includes('(INJECTED)'));
  if (!struck) return ['did not strike'];
  return scenario === 'naive' || allowedReasons(point).includes(outcome.reason) ? [] : [`answered ${outcome.reason}`];
}

function isBad({ torn, lost, wrong }: Found): boolean {
  return torn + lost + wrong.length > 0;
}

function describe({ at, torn, lost, wrong }: Found): string {
  return `${at}: ${torn} zerrissen, ${lost} verloren${wrong.map((what) => `, ${what}`).join('')}`;
}

function sum(found: readonly Found[], what: 'torn' | 'lost'): number {
  return found.reduce((total, one) => total + one[what], 0);
}
