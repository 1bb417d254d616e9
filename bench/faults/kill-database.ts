// SPDX-License-Identifier: EUPL-1.2
// D1: the database is killed again and again, with every process of it, while eight clients write. What was acknowledged is there once.
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app-control.ts';
import { audit, auditConsequences } from './audit.ts';
import { newestHead, type WitnessedHead } from './audit-journal.ts';
import { withApp, withStage } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { killDatabase } from './processes.ts';
import { type FaultResult, type Mutant, resultOf } from './result.ts';
import type { Foundation, Stage } from './stage.ts';

const writers = 8;
/** Acts between two kills, so that every kill hits a house at work. */
const actsBetween = 55;
/** A client that has waited so long asks again: shorter than a recovery, so that clients and recovery overlap. */
const patience = 400;
const mutantKillsAtMost = 10;

interface Rounds {
  readonly ledger: Ledger;
  readonly heads: WitnessedHead[];
  readonly recoveries: number[];
}

/** Kills the database of a working house, 110 times or as often as said. */
export async function killDatabaseUnderLoad(
  foundation: Foundation,
  { quick, kills = quick ? 2 : 110 }: { quick: boolean; kills?: number },
): Promise<FaultResult> {
  return withStage(foundation, {}, (stage) =>
    withApp(stage, {}, async ({ app }) => {
      const { ledger, heads, recoveries } = await playRounds(stage, app, { kills, keyed: true });
      const consequences = await auditConsequences(stage);
      const { lost, doubled, checks } = await audit(stage, ledger, heads);
      return resultOf('D1 kill -9 der Datenbank unter Last', [...checks, ...consequences.checks], {
        figures: {
          rounds: kills,
          acknowledged: ledger.acknowledged.length,
          lost,
          doubled: doubled + consequences.doubled,
          recoveries,
        },
        mutant: await withoutKeys(stage, app),
      });
    }),
  );
}

/** The same clients, repeating what got no answer under a new key each time. */
async function withoutKeys(stage: Stage, app: App): Promise<Mutant> {
  const name = 'Wiederholung ohne Schlüssel';
  for (let kills = 2; kills <= mutantKillsAtMost; kills += 2) {
    const { ledger } = await playRounds(stage, app, { kills: 2, keyed: false });
    const { doubled } = await audit(stage, ledger, []);
    if (doubled > 0) return { name, caught: true, detail: `${doubled} doppelt nach ${kills} Mal kill -9` };
  }
  return { name, caught: false, detail: `nichts doppelt nach ${mutantKillsAtMost} Mal kill -9` };
}

async function playRounds(stage: Stage, app: App, { kills, keyed }: { kills: number; keyed: boolean }): Promise<Rounds> {
  const ledger = openLedger();
  const heads: WitnessedHead[] = [];
  const recoveries: number[] = [];
  const plan = ['file', 'booking', 'case', 'document'] as const;
  const load = startLoad({ target: () => app, cookie: stage.cookie, ledger, writers, keyed, patience, plan });
  for (let kill = 0; kill < kills; kill += 1) {
    await load.more(actsBetween);
    heads.push(...(await newestHead(stage)));
    await sleep(Math.random() * 100);
    const moment = performance.now();
    await killDatabase(stage);
    recoveries.push(await ledger.recovery(moment));
  }
  await load.stop();
  return { ledger, heads, recoveries };
}
