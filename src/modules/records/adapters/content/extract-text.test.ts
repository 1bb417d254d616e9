// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { bufferSource } from './byte-source.ts';
import { detectType } from './detect-type.ts';
import { htmlToText } from './extract-html.ts';
import { extractRtf } from './extract-rtf.ts';
import { extractText } from './extract-text.ts';
import { type ExtractedText, finishText } from './extracted-text.ts';
import { isGarbled } from './garbled.ts';
import { detectLanguage } from './language.ts';
import { asResult } from './result.ts';
import {
  LETTER,
  makeDocx,
  makeEncryptedPdf,
  makeFormPdf,
  makeMail,
  makeOdf,
  makePdf,
  makeZip,
  NO_SHARED_DATA,
  sharedFiles,
  wordParagraph,
} from './test-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'content-text-'));
after(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array | string): Promise<ExtractedText> {
  const path = join(folder, 'datei');
  writeFileSync(path, bytes);
  const { mediaType } = await detectType(bufferSource(Buffer.from(bytes as string)));
  return extractText(path, mediaType);
}

function texts(found: ExtractedText): string[] {
  return found.pages.map((page) => page.text);
}

function loose(found: ExtractedText): string[] {
  return texts(found).map((text) => text.replaceAll(/\s+/g, ' '));
}

describe('Text aus PDF', () => {
  it('kommt Seite für Seite, mit Titel, Verfasser und Datum nur in den Eigenschaften', async () => {
    const found = await read(await makePdf([LETTER, 'Zweite Seite'], { title: 'Bescheid', author: 'A. Beispiel' }));
    assert.equal(found.pages.length, 2);
    assert.match(found.pages[0]?.text ?? '', /Abfallgebühren/);
    assert.equal(found.pages[1]?.text, 'Zweite Seite');
    assert.deepEqual(found.meta, { title: 'Bescheid', author: 'A. Beispiel', created: '2026-01-31T12:00:00.000Z' });
    assert.equal(found.language, 'de');
    assert.equal(found.needsOcr, false);
    assert.doesNotMatch(JSON.stringify(found.pages), /Beispiel/);
  });

  it('enthält auch, was ein Bürger in ein Formular eingetragen hat', async () => {
    assert.match(texts(await read(await makeFormPdf('Hund anmelden'))).join(), /Hund anmelden/);
  });

  it('fehlt bei verschlüsselten und zerstörten Dateien mit Grund', async () => {
    const encrypted = await asResult(() => read(makeEncryptedPdf()));
    assert.equal(encrypted.ok ? '' : encrypted.reason, 'encrypted');
    const damaged = await asResult(() => read('%PDF-1.4\nnichts weiter\n%%EOF'));
    assert.equal(damaged.ok ? '' : damaged.reason, 'damaged');
  });

  it('aus Schriften ohne Buchstabentabelle wird als unlesbar erkannt und der OCR gegeben', () => {
    assert.ok(isGarbled(`WHVWBSGIDW[W>@ ${'7(677(677(677(677(677(677(677(67'.repeat(10)}`));
    assert.ok(isGarbled('Ghu Ehvfkhlg üehu glh Deidoojheükuhq'.replaceAll(/[aeiouyäöü]/gi, 'x').repeat(5)));
    assert.ok(!isGarbled(LETTER.repeat(3)));
    assert.ok(!isGarbled('IBAN DE02 1203 0000 0000 2020 51 Betrag 1.234,56 EUR Konto 202051 '.repeat(10)));
  });

  it('echte PDF/A liefern ihren Text; die Datei ohne Buchstabentabelle verlangt OCR', { skip: NO_SHARED_DATA }, async () => {
    const files = sharedFiles('xdomea/samples/toolkit/message_generation/test_data/pdfa', '.pdf');
    for (const file of files) {
      const found = await extractText(file, 'application/pdf');
      const broken = file.endsWith('test_pdf_a2-b.pdf');
      assert.equal(found.needsOcr, broken, file);
      if (!broken) assert.match(texts(found).join(' '), /TEST/, file);
    }
  });
});

describe('Text aus Bürodateien', () => {
  it('Word: Absätze, Tabellen, Seitenumbrüche, Kopfzeilen, Fußnoten; nichts Gelöschtes', async () => {
    const table = `<w:tbl><w:tr><w:tc>${wordParagraph('Jahr')}</w:tc><w:tc>${wordParagraph('Betrag')}</w:tc></w:tr></w:tbl>`;
    const deleted =
      '<w:p><w:del><w:r><w:delText>geheim</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>verschoben</w:t></w:r></w:moveFrom></w:p>';
    const next =
      '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Seite zwei</w:t></w:r></w:p>';
    const part = (text: string): string => `<w:x xmlns:w="w">${wordParagraph(text)}</w:x>`;
    const docx = makeDocx(wordParagraph('Müller &amp; Söhne') + table + deleted + next, {
      'word/header1.xml': part('Az. 10-24-01'),
      'word/footnotes.xml': part('Fußnote'),
    });
    const found = await read(docx);
    assert.deepEqual(loose(found), ['Az. 10-24-01 Müller & Söhne Jahr Betrag', 'Seite zwei Fußnote']);
    assert.deepEqual(found.meta, { title: 'Gebührenbescheid', author: 'Sachgebiet 3' });
  });

  it('OpenDocument: Text, Tabellenblätter als Seiten, Folien als Seiten, Leerzeichen wie gemeint', async () => {
    const odt = await read(
      makeOdf(
        'text',
        '<text:h>Titel</text:h><text:p>Ein<text:s text:c="3"/>Satz <text:span>mit</text:span> <text:span>Teil</text:span><text:tab/>Ende</text:p>',
      ),
    );
    assert.deepEqual(texts(odt), ['Titel\nEin Satz mit Teil\tEnde']);
    assert.equal(odt.meta.title, 'Sitzungsvorlage');
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const sheet = (name: string, text: string): string =>
      `<table:table table:name="${name}"><table:table-row>${cell(text)}${cell('7')}</table:table-row></table:table>`;
    assert.deepEqual(loose(await read(makeOdf('spreadsheet', sheet('2025', 'Personal') + sheet('2026', 'Sachkosten')))), [
      '2025 Personal 7',
      '2026 Sachkosten 7',
    ]);
    assert.deepEqual(
      texts(
        await read(
          makeOdf('presentation', '<draw:page><text:p>Eins</text:p></draw:page><draw:page><text:p>Zwei</text:p></draw:page>'),
        ),
      ),
      ['Eins', 'Zwei'],
    );
  });

  it('OpenDocument mit Kennwort ist verschlüsselt, nicht kaputt', async () => {
    const result = await asResult(() => read(makeOdf('text', '', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' })));
    assert.equal(result.ok ? '' : result.reason, 'encrypted');
  });

  it('Excel: Blätter als Seiten, gemeinsame und eigene Texte, Werte statt Formeln', async () => {
    const found = await read(
      makeZip({
        '[Content_Types].xml': '',
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="Haushalt" r:id="r1"/><sheet name="Fremd" r:id="r2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="../../etc/passwd"/></Relationships>',
        'xl/sharedStrings.xml': '<sst><si><t>Summe</t></si><si><r><t>Straßen</t></r><r><t>bau</t></r></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c t="s"><v>1</v></c><c><f>HYPERLINK("http://x")</f><v>42</v></c></row><row><c t="inlineStr"><is><t>eigen</t></is></c><c t="s"><v>99</v></c></row></sheetData></worksheet>',
      }),
    );
    assert.deepEqual(loose(found), ['Haushalt Straßenbau 42 eigen']);
  });

  it('PowerPoint: Folien in der Reihenfolge ihrer Nummern', async () => {
    const slide = (text: string): string => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const slides = { 'ppt/slides/slide10.xml': slide('zehn'), 'ppt/slides/slide2.xml': slide('zwei') };
    assert.deepEqual(texts(await read(makeZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '', ...slides }))), [
      'zwei',
      'zehn',
    ]);
  });

  it('RTF: Umlaute, Unicode und Absätze; Schrifttabellen und Bilder nicht', () => {
    const rtf =
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}Gr\\'fc\\'dfe aus \\u304?stanbul\\par{\\pict 0102ff}Ende \\{x\\}}";
    assert.deepEqual(finishText(extractRtf(Buffer.from(rtf))).pages[0]?.text, 'Grüße aus İstanbul\nEnde {x}');
  });

  it('die echte Word-Datei der xdomea-Muster wird gelesen', { skip: NO_SHARED_DATA }, async () => {
    const [file] = sharedFiles('xdomea/samples/toolkit', '.docx');
    assert.match(
      texts(await extractText(file ?? '', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).join(),
      /TEST/,
    );
  });
});

describe('Text aus Seiten, Mails und Textdateien', () => {
  it('HTML wird zu Text; Skripte, Stile und eingebettete Dokumente nicht', async () => {
    const found = await read(
      '<!doctype html><html><head><title>Amtsblatt</title><style>p{}</style></head><body><h1>Satzung</h1><p>Die <b>Gebühr</b> beträgt&nbsp;5&euro;.</p>' +
        '<script>boese()</script><iframe srcdoc="<p>innen</p>"></iframe><svg><text>bild</text></svg><img src="http://x/p.png" alt="Wappen" onerror="boese()"><table><tr><td>a</td><td>b</td></tr></table></body></html>',
    );
    assert.equal(found.meta.title, 'Amtsblatt');
    const text = texts(found).join('\n');
    assert.match(text, /Satzung\n+Die Gebühr beträgt 5€\./);
    assert.match(text, /\[Wappen\]/);
    assert.doesNotMatch(text, /boese|innen|bild|http|</);
  });

  it('hunderttausend ineinander steckende Elemente werden in Sekunden zu Text', () => {
    for (const tag of ['div', 'b', 'table']) {
      const started = performance.now();
      htmlToText(`<${tag}>`.repeat(20_000));
      assert.ok(performance.now() - started < 5_000, tag);
    }
  });

  it('E-Mail: Kopf, Text und Namen der Anlagen', async () => {
    const head = 'Content-Type: application/pdf; name="Plan.pdf"\r\nContent-Disposition: attachment';
    const found = await read(makeMail({ attachments: [{ head, body: 'x' }] }));
    const text = texts(found).join('\n');
    for (const part of [
      /Von: Ayse Yılmaz <ayse@example.org>/,
      /An: Stadt Waldbrück/,
      /Betreff: Widerspruch gegen Gebührenbescheid/,
      /Anlagen: Plan.pdf/,
      /Datum: 31\.01\.2026, 12:00/,
      /Abfallgebühren/,
    ]) {
      assert.match(text, part);
    }
    assert.equal(found.meta.created, '2026-01-31T11:00:00.000Z');
  });

  it('Textdateien in drei Kodierungen geben denselben Text', async () => {
    const variants = [
      Buffer.from(LETTER),
      Buffer.from(LETTER.replace('ı', 'i'), 'latin1'),
      Buffer.from(`\ufeff${LETTER}`, 'utf16le'),
    ];
    for (const bytes of variants) assert.match(texts(await read(bytes)).join(), /Bescheid über die Abfallgebühren/);
  });

  it('zehn Megabyte in einer Zeile werden in Seiten geteilt', async () => {
    const started = performance.now();
    const found = await read(`${'wort '.repeat(2_000_000)}`);
    assert.ok(found.pages.length > 500);
    assert.ok(found.pages.every((page) => page.text.length < 20_000));
    assert.equal(found.truncated, true);
    assert.ok(performance.now() - started < 5_000);
  });

  it('getrennte Wörter werden wieder eins, Aufzählungen bleiben zwei; Null und Steuerzeichen verschwinden', () => {
    const [page] = finishText({ pages: ['Abfall-\ngebühr\nHaupt-\nund Nebensitz\0\u202e\u0007 e\u0301'] }).pages;
    assert.equal(page?.text, 'Abfallgebühr\nHaupt-\nund Nebensitz é');
  });

  it('die Sprache wird erraten: Deutsch, Türkisch, Englisch, sonst keine', () => {
    assert.equal(detectLanguage(LETTER), 'de');
    assert.equal(
      detectLanguage('Bu karar için itiraz süresi bir aydır ve dilekçe ile yapılır, daha sonra olarak kabul edilmez.'),
      'tr',
    );
    assert.equal(detectLanguage('The notice of the city is sent to you by post and will be paid within the month.'), 'en');
    assert.equal(detectLanguage('4711 0815'), undefined);
  });

  it('Gesetze und Rechnungen der Sammlung werden als Deutsch erkannt', { skip: NO_SHARED_DATA }, async () => {
    for (const file of sharedFiles('law', '.md').filter((name) => !name.endsWith('README.md'))) {
      assert.equal((await extractText(file, 'text/plain')).language, 'de', file);
    }
  });

  it('beliebiges RTF und HTML bringt keinen Leser aus der Fassung', () => {
    const rtf = fc
      .array(fc.constantFrom('{', '}', '\\', "\\'e4", '\\u228?', '\\par ', '\\*', 'Text', '\\uc3 ', '-', '\n'))
      .map((parts) => parts.join(''));
    const html = fc
      .array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<table>',
          '<td>',
          '<b>',
          '</i>',
          '<script>',
          '<!--',
          '&amp',
          '<svg>',
          '<template>',
          'x',
          '"',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(rtf, html, (richText, page) => {
        finishText(extractRtf(Buffer.from(richText)));
        assert.doesNotMatch(htmlToText(page).text, /<script/);
      }),
      { numRuns: 300 },
    );
  });
});
