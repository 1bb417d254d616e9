// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, it } from 'node:test';
import { type Crew, extractByCrew, readByCrew, renderByCrew, renditionByCrew } from './content-routes.ts';
import { parseTesseractTable } from './ocr-table.ts';
import { type ContentResult, failure, success } from './result.ts';
import type { Lane } from './worker/lane.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const tmpDir = mkdtempSync(join(tmpdir(), 'content-routes-'));
after(() => rmSync(tmpDir, { recursive: true }));

/** A crew whose members only write down what they were asked. */
function makeCrew(programs: { office?: ContentResult<unknown>; tesseract?: ContentResult<unknown> }): {
  crew: Crew;
  asked: string[];
} {
  const asked: string[] = [];
  const lane = (kind: string): Lane => ({
    async run(job) {
      asked.push(`${kind} ${job.request.task} ${job.request.mediaType}`);
      return success({ pageCount: 1, source: 'pdf', pages: [] }) as never;
    },
    state: () => ({ waiting: 0, running: 0, processes: 0 }),
    close: async () => undefined,
  });
  const tools: Crew['tools'] = {
    ...(programs.office ? { office: '/usr/bin/soffice' } : {}),
    ...(programs.tesseract ? { tesseract: '/usr/bin/tesseract' } : {}),
    async run(run) {
      asked.push(run.program);
      return (run.program.endsWith('soffice') ? programs.office : programs.tesseract) as never;
    },
  };
  return { crew: { lanes: { text: lane('text'), image: lane('image'), ocr: lane('ocr') }, tools, tmpDir }, asked };
}

const pdf = success(Buffer.from('%PDF-'));
const broken = failure('damaged', 'x');

it('ohne LibreOffice wird Word als Text gezeigt, mit ihm so, wie es gedruckt würde', async () => {
  const without = makeCrew({});
  await renderByCrew(without.crew, { input: Buffer.from('x'), mediaType: WORD }, { width: 1, outDir: tmpDir });
  assert.deepEqual(without.asked, [`image render ${WORD}`]);
  const { crew, asked } = makeCrew({ office: pdf });
  const drawn = await renderByCrew(
    crew,
    { input: Readable.from([Buffer.from('x')]), mediaType: WORD },
    { width: 1, outDir: tmpDir },
  );
  assert.equal(drawn.ok && drawn.value.source, 'office');
  assert.deepEqual(asked, ['/usr/bin/soffice', 'image render application/pdf']);
});

it('scheitert LibreOffice, wird doch noch der Text gezeigt', async () => {
  const { crew, asked } = makeCrew({ office: broken });
  const drawn = await renderByCrew(crew, { input: Buffer.from('x'), mediaType: WORD }, { width: 1, outDir: tmpDir });
  assert.equal(drawn.ok, true);
  assert.deepEqual(asked, ['/usr/bin/soffice', `image render ${WORD}`]);
});

it('der Text kommt aus dem Dokument selbst, nur bei alten Formaten aus dem Umweg über PDF', async () => {
  const { crew, asked } = makeCrew({ office: pdf });
  await extractByCrew(crew, { input: Buffer.from('x'), mediaType: WORD });
  await extractByCrew(crew, { input: Buffer.from('x'), mediaType: 'application/msword' });
  assert.deepEqual(asked, [`text extract ${WORD}`, '/usr/bin/soffice', 'text extract application/pdf']);
  const without = await extractByCrew(makeCrew({}).crew, { input: Buffer.from('x'), mediaType: 'application/msword' });
  assert.equal(without.ok ? '' : without.reason, 'unsupported');
});

it('gelesen wird mit dem Tesseract der Maschine, sonst mit dem eigenen', async () => {
  const own = makeCrew({});
  await readByCrew(own.crew, Buffer.from('x'));
  assert.deepEqual(own.asked, ['ocr ocr ']);
  const system = makeCrew({ tesseract: success({ text: 'x', confidence: 1, words: [] }) });
  await readByCrew(system.crew, Buffer.from('x'));
  assert.deepEqual(system.asked, ['/usr/bin/tesseract']);
  const failing = makeCrew({ tesseract: broken });
  await readByCrew(failing.crew, Buffer.from('x'));
  assert.deepEqual(failing.asked, ['/usr/bin/tesseract', 'ocr ocr ']);
});

it('die Fassung als PDF/A landet am gewünschten Ort', async () => {
  const made = await renditionByCrew(
    makeCrew({ office: pdf }).crew,
    { input: Buffer.from('x'), mediaType: WORD },
    join(tmpDir, 'fassung'),
  );
  assert.deepEqual(made, success({ file: 'rendition.pdf' }));
  assert.equal(readFileSync(join(tmpDir, 'fassung', 'rendition.pdf'), 'latin1'), '%PDF-');
});

it('Tesseracts Tabelle wird zu Zeilen, Absätzen und der Lage der Wörter', () => {
  const word = (block: number, line: number, left: number, text: string, confidence = 90): string =>
    ['5', '1', block, '1', line, '1', left, 100, 200, 50, confidence, text].join('\t');
  const rows = [
    ['1', '1', 0, 0, 0, 0, 0, 0, 1000, 1000, -1, ''].join('\t'),
    word(1, 1, 100, 'Abfall-'),
    word(1, 2, 100, 'gebühr', 70),
    word(2, 1, 100, 'Ende'),
  ];
  const found = parseTesseractTable(rows.join('\n'));
  assert.equal(found.text, 'Abfallgebühr\n\nEnde');
  assert.equal(found.confidence, 83);
  assert.deepEqual(found.words[0], { text: 'Abfall-', x: 0.1, y: 0.1, w: 0.2, h: 0.05 });
  assert.deepEqual(parseTesseractTable('Unsinn\t\t\n\n'), { text: '', confidence: 0, words: [] });
});
