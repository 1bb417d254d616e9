// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RenderedPages } from '../render-job.ts';
import type { ContentResult } from '../result.ts';
import { openFence } from './fence.ts';
import { type Lane, type LaneJob, openLane } from './lane.ts';
import { renderedPagesSchema } from './reply-schemas.ts';
import { startWorker } from './worker-process.ts';

const LIAR = fileURLToPath(new URL('lying-worker.ts', import.meta.url));
const tmpDir = mkdtempSync(join(tmpdir(), 'content-lane-'));
const outDir = join(tmpDir, 'gesammelt');
let starts = 0;
let lane: Lane | undefined;

afterEach(async () => lane?.close());
after(() => {
  assert.deepEqual(
    readdirSync(tmpDir).filter((name) => name.startsWith('worker-')),
    [],
    'kein Arbeitsordner bleibt zurück',
  );
  rmSync(tmpDir, { recursive: true });
});

async function openLiar(milliseconds: number, size = 1): Promise<Lane> {
  const fence = await openFence(tmpDir);
  lane = openLane({
    size,
    milliseconds,
    native: true,
    start: () => {
      starts += 1;
      return startWorker({ kind: 'text', fence, tmpDir, entry: LIAR });
    },
  });
  return lane;
}

function job(lie: string): LaneJob<RenderedPages> {
  const names = (value: RenderedPages): string[] => value.pages.map((page) => page.file);
  const request = { task: 'render', mediaType: lie, options: {} } as const;
  return {
    input: Buffer.from('Brief'),
    request,
    schema: renderedPagesSchema as LaneJob<RenderedPages>['schema'],
    files: { names, outDir },
  };
}

function reasonOf(result: ContentResult<unknown>): string {
  return result.ok ? 'ok' : result.reason;
}

describe('Was auch immer ein übernommener Prozess antwortet', () => {
  const lies: ReadonlyArray<readonly [string, string]> = [
    ['foreign name', 'hostile'],
    ['missing file', 'hostile'],
    ['not json', 'hostile'],
    ['crash', 'damaged'],
    ['exit', 'damaged'],
    ['memory', 'too-large'],
    ['disk', 'too-large'],
  ];
  it('es wird zu einem Grund, und der nächste Auftrag bekommt einen frischen Prozess', async () => {
    const open = await openLiar(10_000);
    for (const [lie, reason] of lies) {
      const before = starts;
      assert.equal(reasonOf(await open.run(job(lie))), reason, lie);
      assert.equal(reasonOf(await open.run(job('good'))), 'ok', `nach ${lie}`);
      assert.equal(starts - before, before === 0 ? 2 : 1, lie);
    }
    assert.equal(readFileSync(join(outDir, 'page-0001.webp'), 'utf8'), 'Bild');
    assert.ok(!existsSync(join(tmpDir, '..', 'etc')));
  });

  it('Schweigen und Endlosschleifen enden nach der gesetzten Zeit', async () => {
    const open = await openLiar(700);
    for (const lie of ['silence', 'loop']) {
      const started = performance.now();
      assert.equal(reasonOf(await open.run(job(lie))), 'timeout');
      assert.ok(performance.now() - started < 3_000, lie);
    }
  });
});

describe('Die Warteschlange', () => {
  it('arbeitet höchstens so viele Aufträge zugleich ab, wie sie Prozesse hat, und keinen doppelt', async () => {
    const open = await openLiar(10_000, 2);
    const before = starts;
    const jobs = Array.from({ length: 12 }, () => open.run(job('good')));
    assert.deepEqual(open.state(), { waiting: 10, running: 2, processes: 0 });
    assert.deepEqual(
      (await Promise.all(jobs)).map(reasonOf),
      Array.from({ length: 12 }, () => 'ok'),
    );
    assert.equal(starts - before, 2);
    assert.deepEqual(open.state(), { waiting: 0, running: 0, processes: 2 });
  });

  it('ersetzt einen Prozess nach fünfzig Aufträgen', async () => {
    const open = await openLiar(10_000);
    const before = starts;
    for (let index = 0; index < 51; index += 1) await open.run(job('good'));
    assert.equal(starts - before, 2);
  });

  it('nimmt nach dem Schließen nichts mehr an und lässt nichts laufen', async () => {
    for (const pause of [0, 400]) {
      const open = await openLiar(10_000);
      const running = open.run(job('silence'));
      const cutOff = assert.rejects(running, /closed/, 'der Abbruch liegt nicht an der Datei');
      await new Promise((resolve) => setTimeout(resolve, pause));
      await open.close();
      await cutOff;
      await assert.rejects(open.run(job('good')), /closed/);
      assert.equal(open.state().processes, 0);
    }
  });

  it('meldet einen Prozess, der gar nicht startet, als Fehler der Maschine und nicht als Fehler der Datei', async () => {
    const fence = await openFence(tmpDir);
    lane = openLane({
      size: 1,
      milliseconds: 1_000,
      native: false,
      start: () => startWorker({ kind: 'text', fence, tmpDir, entry: join(tmpDir, 'fehlt.ts') }),
    });
    await assert.rejects(lane.run(job('good')), /did not start/);
  });
});
