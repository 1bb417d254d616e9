// SPDX-License-Identifier: EUPL-1.2
// D3: the power fails while clerks write. The disk as it was at that instant is started anew: the database recovers, the journal agrees
// with what a witness outside holds, and everything acknowledged before the cut is there, rows, entries and contents.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { modules } from '../../src/app.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { openRuntime } from '../../src/kernel/open.ts';
import { audit, type Findings } from './audit.ts';
import { newestHead } from './audit-journal.ts';
import { hashIn } from './blob-check.ts';
import { withApp } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { missingForPowerCut, openPowerDisk, type PowerDisk, unlessRequired } from './power-disk.ts';
import { type Check, type FaultResult, type Mutant, resultOf, skipped } from './result.ts';
import { type Foundation, newFolder, openStage, type Stage, startStage } from './stage.ts';

const name = 'D3 Stromausfall';
const writers = 4;
const actsBetween = 40;

interface AfterCut extends Omit<Findings, 'lostMarks'> {
  readonly acknowledged: number;
  readonly recovery: number;
}

/** Cuts the power 20 times (2 in quick mode). */
export async function powerCuts(foundation: Foundation, { quick }: { quick: boolean }): Promise<FaultResult> {
  const why = missingForPowerCut();
  if (why) return skipped(name, why);
  const disk = await openPowerDisk(newFolder(foundation.root, 'power')).catch(unlessRequired);
  if (typeof disk === 'string') return skipped(name, disk);
  try {
    const cuts = await play({ foundation, disk, durable: true }, quick ? 2 : 20);
    const mutant = await withoutSync(foundation, disk);
    const sum = (what: 'acknowledged' | 'lost' | 'doubled') => cuts.reduce((total, cut) => total + cut[what], 0);
    return resultOf(name, merged(cuts), {
      figures: {
        rounds: cuts.length,
        acknowledged: sum('acknowledged'),
        lost: sum('lost'),
        doubled: sum('doubled'),
        recoveries: cuts.map(({ recovery }) => recovery),
      },
      mutant,
    });
  } finally {
    await disk.close();
  }
}

/** What held after every cut is said once; what did not, for the cut where it did not. */
function merged(cuts: readonly AfterCut[]): Check[] {
  const broken = cuts.flatMap(({ checks }, no) =>
    checks.filter(([, holds]) => !holds).map(([what]): Check => [`Ausfall ${no + 1}: ${what}`, false]),
  );
  const whole = cuts.filter(({ checks }) => checks.every(([, holds]) => holds)).length;
  return [[`nach ${whole} von ${cuts.length} Ausfällen alles da`, whole === cuts.length], ...broken];
}

/** A database that does not wait for the disk. Losing everything may also mean that it does not start again. */
async function withoutSync(foundation: Foundation, disk: PowerDisk): Promise<Mutant> {
  const mutant = 'fsync=off';
  try {
    const [cut] = await play({ foundation, disk, durable: false }, 1);
    const { lost = 0, acknowledged = 0 } = cut ?? {};
    return { name: mutant, caught: lost > 0, detail: `${lost} von ${acknowledged} verloren` };
  } catch (fault) {
    const startsNoMore = (fault as Error).message.startsWith('PostgreSQL startet nicht');
    return {
      name: mutant,
      caught: startsNoMore,
      detail: `die Datenbank startet nicht mehr (${(fault as Error).message.slice(0, 80)})`,
    };
  }
}

interface Setting {
  readonly foundation: Foundation;
  readonly disk: PowerDisk;
  readonly durable: boolean;
}

async function play(setting: Setting, cuts: number): Promise<AfterCut[]> {
  const { foundation, disk, durable } = setting;
  const dataDir = newFolder(disk.dir, 'data');
  const stage = await openStage(foundation, { dataDir, durable });
  try {
    return await withApp(stage, {}, async ({ app }) => {
      disk.flush(); // what was copied and set up beforehand is on the disk, in every variant
      const ledger = openLedger();
      const found: AfterCut[] = [];
      for (let cut = 0; cut < cuts; cut += 1) {
        const plan = ['document', 'case', 'booking', 'file'] as const;
        const load = startLoad({ target: () => app, cookie: stage.cookie, ledger, writers, plan, patience: 5_000 });
        await load.more(actsBetween);
        await sleep(Math.random() * 300);
        found.push(await cutAndLook(setting, stage, ledger));
        await load.stop();
      }
      return found;
    });
  } finally {
    await stage.close();
  }
}

/** Everything that was promised before the cut began must survive it. */
async function cutAndLook({ foundation, disk, durable }: Setting, stage: Stage, ledger: Ledger): Promise<AfterCut> {
  const heads = await newestHead(stage);
  const acknowledged = ledger.acknowledged.slice();
  const after = await disk.cut();
  try {
    const began = performance.now();
    const dataDir = path.join(after.dir, path.basename(stage.dataDir));
    const revived = await startStage(foundation, { dataDir, durable });
    try {
      return await look(revived, { ledger: { ...ledger, acknowledged, unanswered: [] }, heads, began });
    } finally {
      await revived.close();
    }
  } finally {
    await after.close();
  }
}

async function look(
  stage: Stage,
  { ledger, heads, began }: { ledger: Ledger; heads: Awaited<ReturnType<typeof newestHead>>; began: number },
): Promise<AfterCut> {
  mkdirSync(path.join(stage.dataDir, 'run'), { recursive: true });
  const runtime = await openRuntime({
    config: readConfig({ FACHWERK_DATA: stage.dataDir }, stage.dataDir),
    connections: stage.connections,
    modules,
    disk: { readOnly: () => false },
    log: createLog(
      () => {},
      () => 'TEST',
    ),
    witnessed: heads,
  });
  try {
    const recovery = performance.now() - began;
    const state = runtime.journal.state();
    const findings = await audit(stage, ledger, heads);
    const contents = ledger.acknowledged.filter(({ kind }) => kind === 'document').map(({ mark }) => mark);
    const missing: string[] = [];
    for (const hash of contents) if ((await hashIn(runtime.blobs, hash)) !== hash) missing.push(hash);
    return {
      lost: new Set([...findings.lostMarks, ...missing]).size,
      doubled: findings.doubled,
      acknowledged: ledger.acknowledged.length,
      recovery,
      checks: [
        ...findings.checks,
        [`Journal nach dem Start: ${state}`, state === 'leading'],
        [`${contents.length} Inhalte, ${missing.length} fehlen`, missing.length === 0],
      ],
    };
  } finally {
    await runtime.close();
  }
}
