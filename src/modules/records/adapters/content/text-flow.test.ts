// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { extractPdf } from './extract-pdf.ts';
import { shapeText } from './helvetica.ts';
import { fitPage } from './render-pdf.ts';
import { breakLines, textFlowPdf } from './text-flow.ts';

function widthOf(text: string): number {
  return shapeText(text).reduce((sum, shape) => sum + shape.width, 0);
}

it('die Schriftmaße stimmen mit denen des PDF-Standards überein', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const letter of ' !"#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~ÄÖÜäöüßéçñ§°€„“”–—…•½²µØøÆæ') {
    assert.equal(widthOf(letter), font.widthOfTextAtSize(letter, 1000), letter);
  }
});

it('deutsche, türkische und polnische Buchstaben sind darstellbar, fremde Schriften werden ein sichtbares Kästchen', () => {
  for (const letter of 'äöüßÄÖÜğĞşŞıİçÇłŁąęźżŠčřőű') assert.equal(shapeText(letter)[0]?.missing, false, letter);
  for (const letter of 'Яγ你😀') assert.equal(shapeText(letter)[0]?.missing, true, letter);
});

it('der Text steht wieder lesbar im erzeugten PDF, Seite für Seite', async () => {
  const { pages } = await extractPdf(textFlowPdf(['Grüße aus Waldbrück, § 3: 5 €', 'Zweite Seite']));
  assert.equal(pages.length, 2);
  assert.match(pages[0] ?? '', /Textansicht ohne die Gestaltung des Originals/);
  assert.match(pages[0] ?? '', /Grüße aus Waldbrück, § 3: 5 €/);
  assert.match(pages[1] ?? '', /Zweite Seite/);
});

it('Zeilen passen auf die Seite, auch ein Wort ohne Ende', () => {
  const lines = breakLines(`${'Donaudampfschifffahrt '.repeat(50)}\n${'x'.repeat(5_000)}\n\nEnde`);
  assert.ok(lines.every((line) => line.reduce((sum, shape) => sum + shape.width, 0) <= 48_100));
  const letters = lines.flat().filter((shape) => shape.glyphs[0]?.code === 0x78).length;
  assert.equal(letters, 5_000, 'kein Zeichen geht verloren');
});

it('Klammern, Rückstriche und Steuerzeichen im Text können das PDF nicht verändern', async () => {
  const { pages } = await extractPdf(textFlowPdf([') Tj ET /JavaScript \\( endstream endobj > Tj']));
  assert.match(pages.join(), /\) Tj ET \/JavaScript \\\( endstream endobj > Tj/);
});

it('Riesen und Streifen werden auf ein vertretbares Maß verkleinert', () => {
  for (const page of [
    { width: 14_400, height: 14_400 },
    { width: 1, height: 14_400 },
    { width: 14_400, height: 1 },
    { width: 0, height: 0 },
  ]) {
    const { width, height } = fitPage(page, 3_000);
    assert.ok(
      width >= 1 && height >= 1 && width * height <= 24_000_000 && Math.max(width, height) <= 6_000,
      JSON.stringify({ page, width, height }),
    );
  }
  assert.deepEqual(fitPage({ width: 595, height: 842 }, 1000), { width: 1000, height: 1415 });
});
