// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { detectType } from '../../../src/modules/records/adapters/content/detect-type.ts';
import { extractPdf } from '../../../src/modules/records/adapters/content/extract-pdf.ts';
import { readXml } from '../../../src/modules/records/adapters/content/guarded-xml.ts';
import { parseMail } from '../../../src/modules/records/adapters/content/mail-message.ts';
import { letterAsDocx } from './docx.ts';
import { mailAsEml } from './eml.ts';
import { breakLines } from './flow.ts';
import { encodeText, widthOf } from './font.ts';
import type { Letter } from './letter.ts';
import { letterAsPdf } from './letter-pdf.ts';
import { faces } from './pdf.ts';
import { letterAsText } from './text.ts';

const letter: Letter = {
  look: 'town',
  sender: ['Stadt Waldbrück', 'Ordnungsamt', 'Rathausplatz 1', '48999 Waldbrück'],
  recipient: ['Frau', 'Hülya Yıldırım', 'Uferstraße 4', '48999 Waldbrück'],
  facts: [['Zeichen', '32.1 – 32.11-0042#3']],
  date: '20. November 2026',
  subject: ['Erlaubnis zum Betrieb einer Schank- und Speisewirtschaft'],
  blocks: [
    { kind: 'text', text: 'Sehr geehrte Frau Yıldırım,' },
    { kind: 'text', text: 'für „Zum Anker“ wird eine Gebühr von 890,00 € erhoben (§ 2 GastG); 5 < 6 & 7 > 6.' },
    { kind: 'item', mark: '1.', text: 'Die Außenfläche ist ab 22 Uhr zu schließen.' },
    { kind: 'row', left: 'Gastraum', right: '86 m²' },
    { kind: 'break' },
    { kind: 'text', text: 'Namen: Şahin, Ğ, Łukasz Wójcik, Nguyễn, Țurcanu, Živa, Đ, ẞ.' },
  ],
  closing: ['Im Auftrag', 'Meryem Acar'],
  annex: [{ kind: 'plan', bays: 8 }],
};

test('a PDF opens in other readers and says exactly what was written, with every letter of every name', async () => {
  const { bytes, pages } = letterAsPdf(letter, '2026-11-20');
  const parsed = await PDFDocument.load(bytes, { updateMetadata: false });
  assert.equal(parsed.getPageCount(), 3);
  assert.equal(parsed.getTitle(), letter.subject[0]);
  const extracted = await extractPdf(bytes);
  assert.equal(extracted.pages.length, pages.length);
  for (const [index, page] of pages.entries()) {
    const found = extracted.pages[index]!.replaceAll(/\s+/g, '');
    for (const line of page.split('\n')) assert.ok(found.includes(line.replaceAll(/\s+/g, '')), `missing: ${line}`);
  }
});

test('the same paper gives the same bytes, another day other ones', () => {
  const hash = (day: string) => letterAsPdf(letter, day).bytes.toString('latin1');
  assert.equal(hash('2026-11-20'), hash('2026-11-20'));
  assert.notEqual(hash('2026-11-20'), hash('2026-11-21'));
  assert.deepEqual(letterAsDocx(letter, '2026-11-20').bytes, letterAsDocx(letter, '2026-11-20').bytes);
});

test('a Word document is a package with well-formed parts, and signs of XML stay text', () => {
  const { bytes } = letterAsDocx(letter, '2026-11-20');
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    let elements = 0;
    readXml(Buffer.from(part), {
      open() {
        elements += 1;
      },
      close() {},
      text() {},
    });
    assert.ok(elements > 0, name);
  }
  assert.match(strFromU8(parts['word/document.xml']!), /5 &lt; 6 &amp; 7 &gt; 6/);
});

test('a message keeps subject, sender and attachments through a mail parser', async () => {
  const attachment = { name: 'Lärmprotokoll Dezember.txt', mediaType: 'text/plain', bytes: Buffer.from('2.12. 22.40 Uhr') };
  const mail = mailAsEml({
    from: { name: 'Hülya Yıldırım', address: 'huelya.yildirim@post.example' },
    to: { name: 'Stadt Waldbrück, Ordnungsamt', address: 'amt32@waldbrueck.example' },
    at: new Date('2026-11-20T09:12:00Z'),
    subject: 'Außengastronomie „Zum Anker“: Lärm an der Uferstraße, auch an Werktagen',
    text: 'Guten Tag,\n\nşimdi ist es laut.',
    attachments: [attachment],
  });
  const { message, parts } = await parseMail(mail.bytes);
  assert.equal(message.subject, 'Außengastronomie „Zum Anker“: Lärm an der Uferstraße, auch an Werktagen');
  assert.deepEqual(message.from, [{ name: 'Hülya Yıldırım', address: 'huelya.yildirim@post.example' }]);
  assert.match(message.text, /şimdi/);
  assert.deepEqual(
    parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['Lärmprotokoll Dezember.txt', '2.12. 22.40 Uhr']],
  );
});

test('every format is what it says by its bytes', async () => {
  for (const file of [letterAsPdf(letter, '2026-11-20'), letterAsDocx(letter, '2026-11-20'), letterAsText(letter)])
    assert.equal((await detectType(file.bytes)).mediaType, file.mediaType);
});

test('lines break at blanks within the width, and a letter that the font lacks is a fault', () => {
  const lines = breakLines('Die Gaststätte „Zum Anker“ liegt an der Uferstraße in Waldbrück', faces.regular, {
    size: 10,
    width: 120,
  });
  assert.ok(lines.length > 1);
  for (const line of lines) assert.ok(widthOf(faces.regular, line, 10) <= 120, line);
  assert.throws(() => encodeText(faces.regular, 'Ω'), /no letter/);
});
