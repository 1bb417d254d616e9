// SPDX-License-Identifier: EUPL-1.2
// D2: the application is killed again and again in the middle of acts of many steps: upload, content, row, entry, reaction, job.
// Afterwards no act is half done, no consequence is missing or double, and what nobody refers to is swept.
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, auditConsequences } from './audit.ts';
import { auditContent } from './audit-content.ts';
import { newestHead, type WitnessedHead } from './audit-journal.ts';
import { type Household, withApp, withStage } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { type FaultFigures, type FaultResult, type Mutant, resultOf } from './result.ts';
import type { Foundation, Stage } from './stage.ts';

const writers = 8;
const actsBetween = 45;
const patience = 1_000;
const mutantKillsAtMost = 8;

interface Rounds {
  readonly ledger: Ledger;
  readonly heads: WitnessedHead[];
  readonly recoveries: number[];
}

/** Kills a working application, 90 times or as often as said. */
export async function killAppAtWork(
  foundation: Foundation,
  { quick, kills = quick ? 2 : 90 }: { quick: boolean; kills?: number },
): Promise<FaultResult> {
  return withStage(foundation, {}, async (stage) => {
    const { checks, figures } = await withApp(stage, {}, async (household) => {
      const { ledger, heads, recoveries } = await playRounds(stage, household, { kills });
      const consequences = await auditConsequences(stage);
      const { lost, doubled, checks: acts } = await audit(stage, ledger, heads);
      const figures: FaultFigures = {
        rounds: kills,
        acknowledged: ledger.acknowledged.length,
        lost,
        doubled: doubled + consequences.doubled,
        recoveries,
      };
      return { figures, checks: [...acts, ...consequences.checks, ...(await auditContent(stage, ledger))] };
    });
    const mutant = await withCarelessReaction(stage);
    return resultOf('D2 kill -9 der Anwendung mitten in der Arbeit', checks, { figures, mutant });
  });
}

/** A reaction that acts without a key repeats its last acts after each kill. */
function withCarelessReaction(stage: Stage): Promise<Mutant> {
  const name = 'Reaktion ohne Schlüssel';
  return withApp(stage, { careless: true }, async (household) => {
    for (let kills = 1; kills <= mutantKillsAtMost; kills += 1) {
      await playRounds(stage, household, { kills: 1 });
      const { doubled } = await auditConsequences(stage);
      if (doubled > 0) return { name, caught: true, detail: `${doubled} Folgen doppelt nach ${kills} Mal kill -9` };
    }
    return { name, caught: false, detail: `nichts doppelt nach ${mutantKillsAtMost} Mal kill -9` };
  });
}

async function playRounds(stage: Stage, household: Household, { kills }: { kills: number }): Promise<Rounds> {
  const ledger = openLedger();
  const heads: WitnessedHead[] = [];
  const recoveries: number[] = [];
  const plan = ['document', 'case', 'document', 'booking'] as const;
  const load = startLoad({ target: () => household.app, cookie: stage.cookie, ledger, writers, patience, plan });
  for (let kill = 0; kill < kills; kill += 1) {
    await load.more(actsBetween);
    heads.push(...(await newestHead(stage)));
    await sleep(Math.random() * 100);
    const moment = performance.now();
    await household.restart();
    recoveries.push(await ledger.recovery(moment));
  }
  await load.stop();
  return { ledger, heads, recoveries };
}
