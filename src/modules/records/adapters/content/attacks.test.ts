// SPDX-License-Identifier: EUPL-1.2
// Attacks S2, S3, S8 and S10 of the catalogue, through the real processes: each ends within 5 s and 512 MB in a result or a typed reason.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import {
  docxBillionLaughs,
  docxDeep,
  docxExternalEntity,
  docxZipBomb,
  mailDeep,
  outlookCircle,
  pdfContentBomb,
  pdfFormBomb,
  pdfImageBomb,
  pdfLoop,
  pdfNestedBomb,
  pdfObjectStreamBomb,
  pngOfSize,
} from './attack-samples.ts';
import { type ContentWorkers, openContentWorkers } from './content-workers.ts';
import type { ContentResult } from './result.ts';
import { makeEncryptedPdf, makePdf, NO_SHARED_DATA, sharedFiles } from './test-samples.ts';
import { childrenOf, readUsage } from './worker/watch.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MILLISECONDS = 5_000;
const START_UP = 3_000;
const tmpDir = mkdtempSync(join(tmpdir(), 'content-attack-'));
const outDir = join(tmpDir, 'bilder');
let workers: ContentWorkers;

before(async () => {
  workers = await openContentWorkers({ size: 1, tmpDir, milliseconds: MILLISECONDS, programs: false });
});
after(async () => {
  await workers.close();
  rmSync(tmpDir, { recursive: true });
});

type Action = 'extract' | 'render' | 'split';

async function meet(bytes: Buffer, mediaType: string, action: Action): Promise<ContentResult<unknown>> {
  if (action === 'extract') return workers.extract(bytes, mediaType);
  if (action === 'split') return workers.splitMail(bytes, mediaType, outDir);
  return workers.renderPages(bytes, mediaType, { width: 1_000, outDir });
}

async function measured(test: TestContext, run: () => Promise<ContentResult<unknown>>): Promise<string> {
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, ...childrenOf(process.pid).map((pid) => readUsage(pid)?.residentBytes ?? 0));
  }, 20);
  const started = performance.now();
  const result = await run();
  clearInterval(sampler);
  const milliseconds = performance.now() - started;
  const outcome = result.ok ? 'ok' : result.reason;
  test.diagnostic(`${outcome} nach ${milliseconds.toFixed(0)} ms, höchstens ${(peak / 1e6).toFixed(0)} MB`);
  assert.ok(milliseconds < MILLISECONDS + START_UP, `${milliseconds} ms`);
  assert.ok(peak < 512 * 2 ** 20, `${peak} Bytes in einem Prozess`);
  return outcome;
}

describe('Bomben und Fallen', () => {
  const cases: ReadonlyArray<readonly [string, () => Buffer | Promise<Buffer>, string, Action, readonly string[]]> = [
    ['ein PDF mit 100 MB Leerzeichen', () => pdfContentBomb(100), 'application/pdf', 'render', ['too-large', 'timeout', 'ok']],
    ['ein dreifach gepacktes PDF', () => pdfNestedBomb(300), 'application/pdf', 'extract', ['too-large', 'timeout']],
    [
      'ein PDF, das sich selbst hundertmillionenfach zeichnet',
      pdfFormBomb,
      'application/pdf',
      'render',
      ['too-large', 'timeout'],
    ],
    [
      'ein PDF mit einem Bild von 50.000 × 50.000 Punkten',
      pdfImageBomb,
      'application/pdf',
      'render',
      ['ok', 'too-large', 'damaged'],
    ],
    [
      'ein PDF mit einer Million behaupteter Objekte',
      pdfObjectStreamBomb,
      'application/pdf',
      'extract',
      ['ok', 'damaged', 'too-large'],
    ],
    ['ein PDF, dessen Seitenbaum sich im Kreis dreht', pdfLoop, 'application/pdf', 'render', ['ok', 'damaged']],
    ['ein PDF mit Kennwort', makeEncryptedPdf, 'application/pdf', 'extract', ['encrypted']],
    ['ein abgeschnittenes PDF', async () => (await makePdf(['x'])).subarray(0, 300), 'application/pdf', 'render', ['damaged']],
    ['ein PNG von 50.000 × 50.000 Punkten', () => pngOfSize(50_000, 50_000), 'image/png', 'render', ['too-large']],
    ['ein PNG, dem die Daten fehlen', () => pngOfSize(5_000, 5_000), 'image/png', 'render', ['damaged']],
    [
      'eine SVG-Datei, die sich als PNG ausgibt',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/png',
      'render',
      ['unsupported', 'damaged'],
    ],
    ['eine Word-Datei, die eine ZIP-Bombe ist', docxZipBomb, WORD, 'extract', ['hostile']],
    ['eine Word-Datei mit „billion laughs“', docxBillionLaughs, WORD, 'extract', ['hostile']],
    ['eine Word-Datei mit externer Entität', docxExternalEntity, WORD, 'extract', ['hostile']],
    ['eine Word-Datei, hunderttausendfach verschachtelt', docxDeep, WORD, 'extract', ['hostile']],
    ['eine E-Mail, dreihundertfach verschachtelt', mailDeep, 'message/rfc822', 'split', ['hostile']],
    ['eine Outlook-Nachricht, deren Tabelle im Kreis läuft', outlookCircle, 'application/vnd.ms-outlook', 'split', ['hostile']],
    ['eine Zeile von 10 MB', () => Buffer.alloc(10_000_000, 'wort '), 'text/plain', 'extract', ['ok']],
    ['HTML, zwanzigtausendfach verschachtelt', () => Buffer.from('<div>'.repeat(20_000)), 'text/html', 'extract', ['ok']],
    [
      'RTF, millionenfach verschachtelt',
      () => Buffer.from(`{\\rtf${'{'.repeat(1_000_000)}`),
      'application/rtf',
      'extract',
      ['hostile'],
    ],
    ['ein Video', () => Buffer.alloc(1_000), 'video/mp4', 'render', ['unsupported']],
  ];
  for (const [what, make, mediaType, action, expected] of cases) {
    it(what, async (test) => {
      const bytes = await make();
      const outcome = await measured(test, () => meet(bytes, mediaType, action));
      assert.ok(expected.includes(outcome), outcome);
    });
  }

  it('danach wird der nächste Brief gelesen wie immer', async () => {
    const result = await workers.extract(await makePdf(['Guten Tag']), 'application/pdf');
    assert.equal(result.ok && result.value.pages[0]?.text, 'Guten Tag');
  });
});

describe('Seiten mit Skripten', () => {
  it('werden Bilder aus Text: nichts läuft, nichts wird nachgeladen', async () => {
    let requests = 0;
    const server = createServer((_, answer) => {
      requests += 1;
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const evil = `<img src="${url}" onerror="fetch('${url}')"><script src="${url}"></script><link rel="stylesheet" href="${url}"><iframe src="${url}"></iframe>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("${url}")</script><image href="${url}"/><foreignObject>${evil}</foreignObject></svg>`;
    for (const [bytes, type] of [
      [`<!doctype html>${evil}Text`, 'text/html'],
      [svg, 'image/svg+xml'],
      [`From: a@b\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${evil}`, 'message/rfc822'],
    ] as const) {
      const rendered = await workers.renderPages(Buffer.from(bytes), type, { width: 400, outDir });
      assert.equal(rendered.ok && rendered.value.source, 'text-flow', type);
    }
    server.close();
    assert.equal(requests, 0);
    for (const file of readdirSync(outDir))
      assert.equal(readFileSync(join(outDir, file)).toString('latin1', 8, 12), 'WEBP', 'nur Bilder');
  });
});

describe('Beschädigte PDF', () => {
  it('enden nach beliebigen Änderungen in Text oder Grund, nie im Absturz des Dienstes', async () => {
    const original = await makePdf(['Der Bescheid', 'Seite zwei']);
    const edits = fc.array(fc.record({ at: fc.nat(original.length - 1), value: fc.integer({ min: 0, max: 255 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: 4 }), async (changes, quarter) => {
        const changed = Buffer.from(original.subarray(0, Math.ceil((original.length * quarter) / 4)));
        for (const { at, value } of changes) if (at < changed.length) changed[at] = value;
        const result = await workers.extract(changed, 'application/pdf');
        assert.ok(result.ok || ['damaged', 'encrypted', 'too-large', 'timeout'].includes(result.reason), JSON.stringify(result));
      }),
      { numRuns: 12 },
    );
  });

  it('die beschädigten Dateien der Rechnungssammlung ebenso', { skip: NO_SHARED_DATA }, async () => {
    const files = sharedFiles('einvoice/mustang', '.pdf').filter((name) => /corrupt|invalid|fail/i.test(name));
    assert.ok(files.length >= 4);
    for (const file of files.slice(0, 5)) {
      const result = await workers.extract(file, 'application/pdf');
      assert.ok(result.ok || result.reason === 'damaged', file);
    }
  });
});
