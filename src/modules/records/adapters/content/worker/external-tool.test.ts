// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { detectType } from '../detect-type.ts';
import { type ContentResult, success } from '../result.ts';
import { LETTER, makeDocx, wordParagraph } from '../test-samples.ts';
import { type ExternalTools, openExternalTools } from './external-tool.ts';
import { type Fence, openFence } from './fence.ts';
import { convertToPdf } from './office.ts';
import { readBySystem } from './system-ocr.ts';
import { readOutput } from './work-folder.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const tmpDir = mkdtempSync(join(tmpdir(), 'content-tool-'));
let fence: Fence;
let tools: ExternalTools;

before(async () => {
  fence = await openFence(tmpDir);
  tools = openExternalTools({ fence, tmpDir, size: 1, milliseconds: 30_000, allowed: true });
});
after(() => {
  assert.deepEqual(readdirSync(tmpDir), ['fence-root'], 'kein Arbeitsordner bleibt zurück');
  rmSync(tmpDir, { recursive: true });
});

async function shell(script: string, with_: ExternalTools = tools): Promise<ContentResult<string>> {
  return with_.run({
    program: '/bin/sh',
    input: Buffer.from('Eingabe'),
    args: ({ input, out }) => ['-c', script, input, out],
    take: async (folder) => success((await readOutput(folder, 'ergebnis', 1_000))?.toString() ?? 'nichts'),
  });
}

function weak(test: TestContext): boolean {
  if (fence.level !== 'node-only') return false;
  test.skip('ohne Zaun des Kernels werden keine fremden Programme gestartet');
  return true;
}

describe('Programme des Betriebssystems', () => {
  it('gibt es ohne Zaun des Kernels nicht', async () => {
    const none = openExternalTools({ fence: await openFence(tmpDir, []), tmpDir, size: 1, milliseconds: 1_000, allowed: true });
    assert.equal(none.office ?? none.tesseract, undefined);
    assert.equal((await convertToPdf(none, Buffer.from('x'), WORD)).ok, false);
  });

  it('lesen ihre Eingabe und schreiben ihr Ergebnis, sonst nichts', async (test) => {
    if (weak(test)) return;
    const result = await shell(
      'cat "$0" > "$1/ergebnis"; cat /etc/passwd >> "$1/ergebnis"; echo x > /usr/x; ls /home >> "$1/ergebnis"; true',
    );
    assert.deepEqual(result, success('Eingabe'));
  });

  it('enden nach der gesetzten Zeit, und ein Fehler wird ein Grund', async (test) => {
    if (weak(test)) return;
    const quick = openExternalTools({ fence, tmpDir, size: 1, milliseconds: 500, allowed: true });
    const slow = await shell('while :; do :; done', quick);
    assert.equal(slow.ok ? '' : slow.reason, 'timeout');
    const failed = await shell('exit 3');
    assert.equal(failed.ok ? '' : failed.reason, 'damaged');
  });

  it('laufen höchstens so viele zugleich, wie erlaubt sind', async (test) => {
    if (weak(test)) return;
    const started = performance.now();
    const results = await Promise.all([1, 2, 3].map(() => shell('sleep 0.3; echo fertig > "$1/ergebnis"')));
    assert.ok(performance.now() - started > 850);
    assert.ok(results.every((result) => result.ok));
  });
});

describe('LibreOffice und Tesseract', () => {
  it('LibreOffice macht aus Word ein PDF/A-2b', async (test) => {
    if (!tools.office) return test.skip('kein LibreOffice auf dieser Maschine');
    const pdf = await convertToPdf(tools, makeDocx(wordParagraph(LETTER)), WORD);
    assert.ok(pdf.ok, JSON.stringify(pdf));
    assert.equal((await detectType(pdf.value)).profile, 'PDF/A-2b');
  });

  it('was kein Bild ist, liest auch Tesseract nicht', async (test) => {
    if (!tools.tesseract) return test.skip('kein Tesseract auf dieser Maschine');
    assert.equal((await readBySystem(tools, Buffer.from('kein Bild'))).ok, false);
  });
});
