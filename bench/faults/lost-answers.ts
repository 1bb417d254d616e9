// SPDX-License-Identifier: EUPL-1.2
// N2: two of a hundred answers are lost: between client and application, and between application and database right after a commit.
// The work is done, nobody hears of it, everybody asks again. Nothing may happen twice, and nothing may be missing.
import type { App } from './app-control.ts';
import { audit, auditConsequences } from './audit.ts';
import { withApp, withStage } from './house.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { startLoad, type Target } from './load.ts';
import { type FaultResult, type Mutant, resultOf } from './result.ts';
import type { Foundation, Stage } from './stage.ts';
import { layDatabaseWire, layWire, type Wire } from './wire.ts';

const oneOf = 50;

/** 3,000 acts (300 in quick mode) over lossy wires. */
export async function lostAnswers(foundation: Foundation, { quick }: { quick: boolean }): Promise<FaultResult> {
  const acts = quick ? 300 : 3_000;
  return withStage(foundation, {}, async (stage) => {
    const commits = everyNth((piece) => piece.includes('COMMIT\0'));
    const database = await layDatabaseWire(stage.dataDir, stage.server.socketDir, commits);
    try {
      const connections = {
        owner: stage.connections.owner,
        app: { ...stage.connections.app, host: database.host },
        sequencer: { ...stage.connections.sequencer, host: database.host },
      };
      return await withApp({ ...stage, connections }, {}, async ({ app }) => {
        const { ledger, swallowed } = await play(stage, app, { acts, keyed: true });
        const consequences = await auditConsequences(stage);
        const { lost, doubled, checks } = await audit(stage, ledger, []);
        const gone = database.swallowed();
        return resultOf(
          'N2 verlorene Antworten',
          [
            [`${swallowed} Antworten an Clients und ${gone} der Datenbank verschluckt`, swallowed > 0 && gone > 0],
            [`${ledger.retries} Wiederholungen`, ledger.retries >= swallowed],
            ...checks,
            ...consequences.checks,
          ],
          {
            figures: {
              rounds: swallowed + gone,
              acknowledged: ledger.acknowledged.length,
              lost,
              doubled: doubled + consequences.doubled,
            },
            mutant: await withoutKeys(stage, app),
          },
        );
      });
    } finally {
      await database.close();
    }
  });
}

async function withoutKeys(stage: Stage, app: App): Promise<Mutant> {
  const { ledger, swallowed } = await play(stage, app, { acts: 300, keyed: false });
  const { doubled } = await audit(stage, ledger, []);
  return {
    name: 'Wiederholung ohne Schlüssel',
    caught: doubled > 0,
    detail: `${doubled} doppelt bei ${ledger.acknowledged.length} Handlungen, ${swallowed} Antworten verschluckt`,
  };
}

async function play(
  stage: Stage,
  app: App,
  { acts, keyed }: { acts: number; keyed: boolean },
): Promise<{ ledger: Ledger; swallowed: number }> {
  const ledger = openLedger();
  const swallow = everyNth((piece) => piece.includes('HTTP/1.1 '));
  const wires = await Promise.all([app.url, app.probeUrl].map((url) => laidTo(url, swallow)));
  const [main, probe] = wires.map(({ url }) => url);
  const target: Target = { url: main!, probeUrl: probe! };
  try {
    const plan = ['case', 'booking', 'file', 'case', 'document'] as const;
    await startLoad({ target: () => target, cookie: stage.cookie, ledger, writers: 8, plan, acts, keyed, patience: 5_000 }).done;
    return { ledger, swallowed: wires.reduce((sum, { wire }) => sum + wire.swallowed(), 0) };
  } finally {
    for (const { wire } of wires) await wire.close();
  }
}

async function laidTo(url: string, swallow: (piece: Buffer) => boolean): Promise<{ url: string; wire: Wire }> {
  const wire = await layWire({ listen: 0, target: { port: Number(new URL(url).port) }, swallow });
  return { wire, url: `http://127.0.0.1:${wire.port()}` };
}

/** Every fiftieth piece that matters: 2 %, and the same number in every run. */
function everyNth(matters: (piece: Buffer) => boolean): (piece: Buffer) => boolean {
  let seen = 0;
  return (piece) => {
    if (!matters(piece)) return false;
    seen += 1;
    return seen % oneOf === 0;
  };
}
