// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { pdfFormBomb } from './attack-samples.ts';
import { withFileSource } from './byte-source.ts';
import { type ContentWorkers, openContentWorkers } from './content-workers.ts';
import { detectType } from './detect-type.ts';
import type { WordBox } from './pdf-words.ts';
import {
  LETTER,
  makeDocx,
  makeFormPdf,
  makeMail,
  makePdf,
  makeScanPdf,
  NO_SHARED_DATA,
  sharedFiles,
  wordParagraph,
} from './test-samples.ts';

// The same file name comes back with other content.
sharp.cache(false);

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const tmpDir = mkdtempSync(join(tmpdir(), 'content-workers-'));
const outDir = join(tmpDir, 'bilder');
let workers: ContentWorkers;

before(async () => {
  workers = await openContentWorkers({ size: 1, tmpDir: join(tmpDir, 'prozesse'), programs: false });
});
after(async () => {
  await workers.close();
  assert.deepEqual(readdirSync(join(tmpDir, 'prozesse')), ['fence-root']);
  rmSync(tmpDir, { recursive: true });
});

async function draw(
  bytes: Buffer,
  mediaType: string,
  options: { width: number; from?: number; to?: number; thumbWidth?: number; words?: boolean; format?: 'webp' | 'png' },
) {
  rmSync(outDir, { recursive: true, force: true });
  const result = await workers.renderPages(bytes, mediaType, { ...options, outDir });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('Seitenbilder', () => {
  it('eines PDF: gewünschte Seiten, Breite, Vorschaubild und die Lage jedes Wortes', async () => {
    const drawn = await draw(await makePdf(['Erste Seite', LETTER, 'Dritte Seite']), 'application/pdf', {
      width: 800,
      from: 2,
      to: 3,
      thumbWidth: 120,
      words: true,
    });
    assert.equal(drawn.pageCount, 3);
    assert.deepEqual(
      drawn.pages.map((page) => [page.no, page.file, page.thumb]),
      [
        [2, 'page-0002.webp', 'thumb-0002.webp'],
        [3, 'page-0003.webp', 'thumb-0003.webp'],
      ],
    );
    const image = await sharp(join(outDir, 'page-0002.webp')).metadata();
    assert.deepEqual([image.format, image.width, image.height], ['webp', 800, 1132]);
    assert.equal((await sharp(join(outDir, 'thumb-0002.webp')).metadata()).width, 120);
    const words = JSON.parse(readFileSync(join(outDir, 'words-0002.json'), 'utf8')) as WordBox[];
    const fee = words.find((word) => word.text === 'Abfallgebühren');
    assert.ok(fee && fee.x > 0.08 && fee.y > 0.05 && fee.y < 0.15 && fee.w > 0.1, JSON.stringify(fee));
    assert.ok(await isInked(join(outDir, 'page-0002.webp'), fee), 'wo das Wort liegen soll, ist gedruckt');
    assert.equal(await isInked(join(outDir, 'page-0002.webp'), { ...fee, y: 0.7 }), false, 'und weiter unten nicht');
  });

  it('eines ausgefüllten Formulars zeigen die Antworten', async () => {
    await draw(await makeFormPdf('Hund anmelden'), 'application/pdf', { width: 800 });
    assert.ok(await isInked(join(outDir, 'page-0001.webp'), { x: 0.06, y: 0.38, w: 0.3, h: 0.08 }));
    await draw(await makeFormPdf(''), 'application/pdf', { width: 800 });
    assert.equal(
      await isInked(join(outDir, 'page-0001.webp'), { x: 0.06, y: 0.38, w: 0.3, h: 0.08 }),
      false,
      'ein leeres Feld ist leer',
    );
  });

  it('von Bildern: aufrecht, auf Weiß, nie vergrößert; ein TIFF hat Blätter', async () => {
    const turned = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const drawn = await draw(turned, 'image/jpeg', { width: 800 });
    assert.deepEqual([drawn.source, drawn.pages[0]?.width, drawn.pages[0]?.height], ['image', 40, 60]);
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    await draw(clear, 'image/png', { width: 800 });
    const { data } = await sharp(join(outDir, 'page-0001.webp')).raw().toBuffer({ resolveWithObject: true });
    assert.ok(data.every((value) => value > 250));
    const sheets = await sharp(Buffer.alloc(3 * 10 * 20, 200), { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
      .tiff()
      .toBuffer();
    assert.equal((await draw(sheets, 'image/tiff', { width: 100, to: 2 })).pageCount, 2);
  });

  it('von Word, E-Mail, HTML und Text sind Textansichten; Bild und Text haben dieselben Seitenzahlen', async () => {
    const pages = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    const docx = makeDocx(wordParagraph('eins') + pages + wordParagraph('zwei'));
    const text = await workers.extract(docx, WORD);
    const drawn = await draw(docx, WORD, { width: 400, from: 2, to: 2 });
    assert.deepEqual([drawn.source, drawn.pageCount, drawn.pages.length], ['text-flow', 2, 1]);
    assert.equal(text.ok && text.value.pages.length, 2);
    for (const [bytes, type] of [
      [makeMail(), 'message/rfc822'],
      [Buffer.from('<p>Hallo'), 'text/html'],
      [Buffer.from('Hallo'), 'text/plain'],
    ] as const) {
      assert.equal((await draw(bytes, type, { width: 400 })).source, 'text-flow', type);
    }
  });
});

describe('Vom Scan zum Text', () => {
  it('ein gescannter Brief hat keinen Text, verlangt OCR und wird gelesen', async () => {
    await draw(Buffer.from(LETTER.replace('Yılmaz', 'Meier')), 'text/plain', { width: 1_300, format: 'png' });
    const jpeg = await sharp(join(outDir, 'page-0001.png')).rotate(0.8, { background: '#fff' }).jpeg({ quality: 70 }).toBuffer();
    const scan = await makeScanPdf(jpeg);
    const before = await workers.extract(scan, 'application/pdf');
    assert.deepEqual(before.ok && [before.value.needsOcr, before.value.ocrPages], [true, [1]]);
    await draw(scan, 'application/pdf', { width: 1_300, format: 'png' });
    const read = await workers.ocr(join(outDir, 'page-0001.png'));
    assert.ok(read.ok, JSON.stringify(read));
    assert.match(read.value.text, /Bescheid über die Abfallgebühren/);
    assert.ok(read.value.confidence > 70, `${read.value.confidence}`);
    const word = read.value.words.find((box) => box.text.includes('Abfallgebühren'));
    assert.ok(word && word.y < 0.2 && word.w > 0.05, JSON.stringify(word));
  });
});

describe('E-Mails', () => {
  it('werden im Prozess zerlegt; die Anlagen liegen danach am gewünschten Ort', async () => {
    const head = 'Content-Type: text/plain; name="../Anlage.txt"\r\nContent-Disposition: attachment';
    const split = await workers.splitMail(
      makeMail({ attachments: [{ head, body: 'Inhalt' }] }),
      'message/rfc822',
      join(tmpDir, 'anlagen'),
    );
    assert.ok(split.ok);
    assert.equal(split.value.attachments[0]?.name, 'Anlage.txt');
    assert.equal(readFileSync(join(tmpDir, 'anlagen', 'attachment-0001'), 'utf8').trim(), 'Inhalt');
  });
});

describe('Echte Dateien', () => {
  it('acht PDF der Sammlungen geben Text und ein Bild', { skip: NO_SHARED_DATA }, async (test) => {
    const files = [
      ...sharedFiles('xdomea/samples/toolkit', '.pdf'),
      ...sharedFiles('einvoice/zugferd-corpus/ZUGFeRDv2/correct', '.pdf'),
    ]
      .filter((_, index) => index % 9 === 0)
      .slice(0, 8);
    const spent = { text: 0, pages: 0, image: 0 };
    for (const file of files) {
      const { mediaType } = await withFileSource(file, (source) => detectType(source));
      const textStarted = performance.now();
      const text = await workers.extract(file, mediaType);
      spent.text += performance.now() - textStarted;
      assert.ok(text.ok && (text.value.needsOcr || text.value.pages.some((page) => page.text.length > 20)), file);
      spent.pages += text.value.pages.length;
      const imageStarted = performance.now();
      const drawn = await workers.renderPages(file, mediaType, { width: 1_000, outDir });
      spent.image += performance.now() - imageStarted;
      assert.ok(drawn.ok && drawn.value.pages.length === 1 && drawn.value.pageCount === text.value.pages.length, file);
    }
    test.diagnostic(
      `Text: ${(spent.text / spent.pages).toFixed(1)} ms je Seite; Bild 1000 px: ${(spent.image / files.length).toFixed(0)} ms je Seite; Schutz: ${workers.state().fence}`,
    );
  });
});

describe('Der Dienst selbst', () => {
  it('lädt keinen einzigen Leser fremder Formate: die laufen nur in den Prozessen', () => {
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) { process.stdout.write(url + '\\n'); return next(url, context); } });
      await import(${JSON.stringify(new URL('content-workers.ts', import.meta.url).href)});
      await import(${JSON.stringify(new URL('detect-type.ts', import.meta.url).href)});`;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /content-workers\.ts/);
    const readers = ['sharp', 'pdfium', 'tesseract', 'postal-mime', 'parse5', 'saxes', 'pdf-lib', 'extract-', 'image-engine'];
    assert.deepEqual(
      readers.filter((reader) => stdout.includes(reader)),
      [],
    );
  });
});

describe('Stirbt der Dienst', () => {
  it('durch kill -9, stirbt der beschäftigte Prozess mit ihm', async (test) => {
    if (workers.state().fence === 'node-only') return test.skip('ohne Kernel-Zaun endet der Prozess erst mit seinem Auftrag');
    const bomb = join(tmpDir, 'schleife.pdf');
    writeFileSync(bomb, pdfFormBomb());
    const folder = join(tmpDir, 'verwaist');
    const program = `import { openContentWorkers } from ${JSON.stringify(fileURLToPath(new URL('content-workers.ts', import.meta.url)))};
      const workers = await openContentWorkers({ size: 1, tmpDir: ${JSON.stringify(folder)} });
      process.stdout.write('los');
      for (;;) await workers.renderPages(${JSON.stringify(bomb)}, 'application/pdf', { width: 1000, outDir: ${JSON.stringify(outDir)} });`;
    const server = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => server.stdout.once('data', resolve));
    await until(() => processesNaming(folder) > 0);
    server.kill('SIGKILL');
    await until(() => processesNaming(folder) === 0);
  });
});

async function isInked(path: string, box: Pick<WordBox, 'x' | 'y' | 'w' | 'h'>): Promise<boolean> {
  const { width, height } = await sharp(path).metadata();
  const area = {
    left: Math.floor(box.x * width),
    top: Math.floor(box.y * height),
    width: Math.ceil(box.w * width),
    height: Math.ceil(box.h * height),
  };
  const pixels = await sharp(path).extract(area).greyscale().raw().toBuffer();
  return pixels.some((value) => value < 130);
}

function processesNaming(folder: string): number {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return numbers.filter((name) => existsSync(`/proc/${name}/cmdline`) && commandOf(name).includes(`${folder}/worker-`)).length;
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 8_000;
  while (!holds()) {
    assert.ok(performance.now() < deadline, 'das Erwartete trat nicht ein');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
