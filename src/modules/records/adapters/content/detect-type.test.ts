// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withFileSource } from './byte-source.ts';
import { type Claim, type Detected, detectType } from './detect-type.ts';
import {
  LETTER,
  makeDocx,
  makeMail,
  makeOdf,
  makePdf,
  makeZip,
  NO_SHARED_DATA,
  sharedFiles,
  wordParagraph,
} from './test-samples.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');

function cfb(stream: string, classId = Buffer.alloc(16)): Buffer {
  const file = Buffer.alloc(1024 + 512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  for (const [index, name] of ['Root Entry', stream].entries()) {
    file.write(name, 512 + index * 128, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, 512 + index * 128 + 64);
  }
  classId.copy(file, 512 + 80);
  return file;
}

async function look(bytes: Uint8Array | string, claim: Claim = {}): Promise<Detected> {
  return detectType(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, claim);
}

describe('Der Dateityp ergibt sich aus den Bytes, nicht aus dem Namen', () => {
  const mail = makeMail();
  const cases: ReadonlyArray<readonly [string, Uint8Array | string, string]> = [
    ['Word', makeDocx(wordParagraph('Hallo')), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'Excel',
      makeZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'PowerPoint',
      makeZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    ['OpenDocument-Text', makeOdf('text', ''), 'application/vnd.oasis.opendocument.text'],
    ['OpenDocument-Tabelle', makeOdf('spreadsheet', ''), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['OpenDocument-Präsentation', makeOdf('presentation', ''), 'application/vnd.oasis.opendocument.presentation'],
    ['ZIP', makeZip({ 'a.txt': 'x' }), 'application/zip'],
    ['Outlook', cfb('__properties_version1.0'), 'application/vnd.ms-outlook'],
    ['altes Word', cfb('WordDocument'), 'application/msword'],
    ['verschlüsseltes Office', cfb('EncryptedPackage'), 'application/x-office-encrypted'],
    ['Installationspaket', cfb('x', Buffer.from('84100c0000000000c000000000000046', 'hex')), 'application/x-executable'],
    ['E-Mail', mail, 'message/rfc822'],
    ['HTML', '<!doctype html><title>x</title>', 'text/html'],
    ['HTML ohne Kopf', '  <div>Guten Tag</div>', 'text/html'],
    ['SVG', '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['XML', '<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="x"/>', 'application/xml'],
    ['JSON', '{"a": [1, 2]}', 'application/json'],
    ['Kalender', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'text/calendar'],
    ['CSV', 'Name;Ort;Betrag\nA;B;1\nC;D;2\nE;F;3\n', 'text/csv'],
    ['RTF', '{\\rtf1\\ansi Hallo}', 'application/rtf'],
    ['Text', LETTER, 'text/plain'],
    ['PNG', PNG, 'image/png'],
    ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['GIF', GIF, 'image/gif'],
    ['TIFF', Buffer.from('49492a0008000000', 'hex'), 'image/tiff'],
    ['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'image/heic'],
    ['MP4', Buffer.from('\0\0\0\x18ftypisom', 'latin1'), 'video/mp4'],
    ['Windows-Programm', Buffer.from('MZ\x90\0', 'latin1'), 'application/x-executable'],
    ['Linux-Programm', Buffer.from('\x7fELF\x02', 'latin1'), 'application/x-executable'],
    ['Skript', '#!/bin/sh\nrm -rf /\n', 'application/x-executable'],
    ['leer', '', 'application/x-empty'],
    ['Zufallsbytes', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 9]), 'application/octet-stream'],
  ];
  for (const [what, bytes, expected] of cases) {
    it(`${what} wird erkannt`, async () => {
      assert.equal((await look(bytes)).mediaType, expected);
    });
  }

  it('PDF wird erkannt und auf Deutsch benannt', async () => {
    const found = await look(await makePdf(['Hallo']));
    assert.equal(found.label, 'PDF-Dokument');
    assert.equal(found.kind, 'document');
    assert.deepEqual(found.hazards, []);
  });

  it('die Kodierung eines Textes wird erkannt: UTF-8, UTF-16 und windows-1252', async () => {
    assert.equal((await look('Grüße aus Waldbrück')).encoding, 'utf-8');
    assert.equal((await look(Buffer.from('Grüße aus Waldbrück', 'latin1'))).encoding, 'windows-1252');
    assert.equal((await look(Buffer.from('\ufeffGrüße', 'utf16le'))).encoding, 'utf-16le');
    assert.equal((await look(Buffer.from('Grüße ohne Kennung', 'utf16le'))).encoding, 'utf-16le');
    assert.equal((await look(Buffer.from('\ufeffGrüße', 'utf16le').swap16())).encoding, 'utf-16be');
  });
});

describe('Was zwei Dinge zugleich ist oder anders heißt, fällt auf', () => {
  it('ein PDF, das auch ein ZIP ist', async () => {
    const pdf = await makePdf(['Hallo']);
    const found = await look(Buffer.concat([pdf, makeZip({ 'a.js': 'x' })]));
    assert.equal(found.mediaType, 'application/pdf');
    assert.ok(found.hazards.includes('polyglot-zip'));
    assert.ok(found.hazards.includes('trailing-data'));
  });

  it('ein PDF, das auch eine HTML-Seite ist, und eines mit Vorspann', async () => {
    const pdf = await makePdf(['Hallo']);
    const html = await look(Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), pdf]));
    assert.ok(html.hazards.includes('polyglot-html') && html.hazards.includes('leading-junk'));
    const junk = await look(Buffer.concat([Buffer.from('irgendetwas davor\n'), pdf]));
    assert.ok(junk.hazards.includes('leading-junk'));
    const blank = await look(Buffer.concat([Buffer.from('\ufeff\r\n'), pdf]));
    assert.deepEqual(blank.hazards, [], 'Leerzeichen und BOM davor sind harmlos');
  });

  it('ein Bild mit angehängtem Archiv, mit Skript, oder mit PDF im Kopf', async () => {
    assert.ok((await look(Buffer.concat([GIF, makeZip({ 'a.class': 'x' })]))).hazards.includes('polyglot-zip'));
    assert.ok((await look(Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')]))).hazards.includes('polyglot-html'));
    assert.ok((await look(Buffer.concat([GIF, Buffer.from('%PDF-1.4')]))).hazards.includes('polyglot-pdf'));
  });

  it('ein Name, der nicht zum Inhalt passt, täuscht oder etwas startet', async () => {
    assert.ok((await look(await makePdf(['x']), { name: 'bild.png' })).hazards.includes('name-mismatch'));
    assert.ok((await look('text', { name: 'rechnung.pdf.exe' })).hazards.includes('deceptive-name'));
    assert.ok((await look('text', { name: 'rechnung\u202efdp.txt' })).hazards.includes('deceptive-name'));
    assert.ok((await look('echo off', { name: 'start.bat' })).hazards.includes('script-name'));
    assert.deepEqual((await look(LETTER, { name: 'Gesetz vom 1.1.2026.md' })).hazards, []);
    assert.deepEqual((await look(LETTER, { name: 'Vermerk Nr. 3.5' })).hazards, []);
  });

  it('ein angegebener Medientyp, der nicht stimmt', async () => {
    assert.ok((await look('<script>x</script>', { mediaType: 'text/plain' })).hazards.includes('type-mismatch'));
    assert.deepEqual((await look(PNG, { mediaType: 'application/octet-stream' })).hazards, []);
    assert.deepEqual((await look(LETTER, { mediaType: 'Text/Plain; charset=utf-8' })).hazards, []);
  });

  it('Makros, aktive Inhalte und Entitäten', async () => {
    assert.ok((await look(makeDocx('', { 'word/vbaProject.bin': 'x' }))).hazards.includes('macros'));
    assert.ok(
      (await look('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).hazards.includes('external-entity'),
    );
    assert.ok(
      (await look('%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj\n%%EOF')).hazards.includes('active-content'),
    );
  });
});

describe('Echte Dateien', () => {
  it('PDF/A nennt seine Stufe (xdomea-Muster)', { skip: NO_SHARED_DATA }, async () => {
    const files = sharedFiles('xdomea/samples/toolkit/message_generation/test_data/pdfa', '.pdf');
    assert.ok(files.length >= 6);
    for (const file of files) {
      const found = await withFileSource(file, (source) => detectType(source, { name: file }));
      const level = file.split('/').at(-2);
      assert.equal(found.label, `PDF/A-${level}`, file);
    }
  });

  it('alle PDF der Rechnungssammlung werden als PDF erkannt und sind keine Zwitter', { skip: NO_SHARED_DATA }, async () => {
    const files = sharedFiles('einvoice/zugferd-corpus', '.pdf');
    assert.ok(files.length > 50);
    for (const file of files) {
      const found = await withFileSource(file, (source) => detectType(source, { name: file }));
      assert.equal(found.mediaType, 'application/pdf', file);
      assert.ok(
        !found.hazards.some((hazard) => hazard.startsWith('polyglot') || hazard === 'name-mismatch'),
        `${file}: ${found.hazards}`,
      );
    }
  });
});

describe('Beliebige Bytes', () => {
  it('führen nie zu einem Fehler und immer zu einem Namen', async () => {
    const starts = ['', 'PK\x03\x04', '%PDF-', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'GIF89a', '<', '{', 'From: a\nTo: b\n'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 700 }), fc.string(), async (start, bytes, name) => {
        const found = await detectType(Buffer.concat([Buffer.from(start, 'latin1'), bytes]), { name, mediaType: name });
        assert.ok(found.label.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
