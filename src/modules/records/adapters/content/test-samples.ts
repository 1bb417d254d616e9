// SPDX-License-Identifier: EUPL-1.2
// Files for the tests, made on the spot, so that the tests mean something on any machine.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** The German letter most samples carry. */
export const LETTER =
  'Sehr geehrte Frau Yılmaz, der Bescheid über die Abfallgebühren ergeht nach § 3 der Satzung der Stadt Waldbrück und ist mit der Post auf dem Weg.';

const SHARED = join(dirname(fileURLToPath(import.meta.url)), '../../../../../../shared/data');

/** All files with that ending under a folder of the shared test material; empty where it is absent. */
export function sharedFiles(folder: string, ending: string): string[] {
  const root = join(SHARED, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith(ending))
    .toSorted()
    .map((name) => join(root, name));
}

/** Whether the shared test material is there; tests that need it say so when they skip. */
export const NO_SHARED_DATA = existsSync(SHARED) ? false : '../shared/data ist nicht vorhanden';

/** A PDF with the given pages of text. */
export async function makePdf(pages: readonly string[], meta: { title?: string; author?: string } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  if (meta.title) document.setTitle(meta.title);
  if (meta.author) document.setAuthor(meta.author);
  document.setCreationDate(new Date('2026-01-31T12:00:00Z'));
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) {
    const page = document.addPage([595, 842]);
    // The standard fonts of pdf-lib know no dotless i.
    page.drawText(text.replaceAll('ı', 'i'), { x: 50, y: 780, size: 11, font, maxWidth: 480, lineHeight: 15 });
  }
  return Buffer.from(await document.save());
}

/** A PDF form a citizen has filled in. */
export async function makeFormPdf(answer: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 200]);
  const field = document.getForm().createTextField('Anliegen');
  field.setText(answer);
  field.addToPage(page, { x: 20, y: 100, width: 350, height: 30 });
  return Buffer.from(await document.save());
}

/** A PDF whose pages are pictures, as a scanner makes them. */
export async function makeScanPdf(jpeg: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create();
  const image = await document.embedJpg(jpeg);
  const page = document.addPage([595, 842]);
  page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await document.save());
}

/** A PDF out of raw objects; object 1 is the catalogue. Streams are given with their bytes. */
export function makeRawPdf(objects: ReadonlyArray<string | { dict: string; stream: Buffer }>, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const body =
      typeof object === 'string'
        ? Buffer.from(object, 'latin1')
        : Buffer.concat([
            Buffer.from(`<<${object.dict}/Length ${object.stream.length}>>stream\n`),
            object.stream,
            Buffer.from('\nendstream'),
          ]);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A PDF that nobody can open without the password. */
export function makeEncryptedPdf(): Buffer {
  const secret = (seed: number): string => Buffer.alloc(32, seed).toString('hex');
  return makeRawPdf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      `<</Filter/Standard/V 1/R 2/O<${secret(0xa1)}>/U<${secret(0xb2)}>/P -4>>`,
    ],
    `/Encrypt 4 0 R/ID[<${'01'.repeat(16)}><${'01'.repeat(16)}>]`,
  );
}

/** A ZIP by a well-behaved program. */
export function makeZip(files: Record<string, string | Uint8Array>): Buffer {
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

const WORD_START =
  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const WORD_END = '</w:body></w:document>';

const WORD_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const WORD_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document; `body` is WordprocessingML, or the whole part when it begins with a declaration. */
export function makeDocx(body: string, more: Record<string, string | Uint8Array> = {}): Buffer {
  return makeZip({
    '[Content_Types].xml': WORD_TYPES,
    '_rels/.rels': WORD_RELATIONS,
    'word/document.xml': body.startsWith('<?xml') ? body : WORD_START + body + WORD_END,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Gebührenbescheid</dc:title><dc:creator>Sachgebiet 3</dc:creator></cp:coreProperties>',
    ...more,
  });
}

/** One paragraph of WordprocessingML. */
export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** An OpenDocument file of a kind (`text`, `spreadsheet`, `presentation`) with the given body. */
export function makeOdf(kind: string, body: string, more: Record<string, string> = {}): Buffer {
  return makeZip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'meta.xml': '<office:document-meta><office:meta><dc:title>Sitzungsvorlage</dc:title></office:meta></office:document-meta>',
    ...more,
  });
}

/** An e-mail with a text part and attachments, as an office's mail program writes it. */
export function makeMail(
  options: { head?: string; text?: string; attachments?: ReadonlyArray<{ head: string; body: string }> } = {},
): Buffer {
  const head =
    options.head ??
    [
      'From: =?UTF-8?Q?Ayse_Y=C4=B1lmaz?= <ayse@example.org>',
      'To: Stadt =?ISO-8859-1?Q?Waldbr=FCck?= <post@waldbrueck.example>',
      'Subject: =?UTF-8?B?V2lkZXJzcHJ1Y2ggZ2VnZW4gR2Viw7xocmVuYmVzY2hlaWQ=?=',
      'Date: Sat, 31 Jan 2026 12:00:00 +0100',
      'Message-ID: <abc.123@example.org>',
    ].join('\r\n');
  const parts = (options.attachments ?? []).map((part) => `--grenze\r\n${part.head}\r\n\r\n${part.body}\r\n`);
  return Buffer.from(
    `${head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="grenze"\r\n\r\n--grenze\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${options.text ?? LETTER}\r\n${parts.join('')}--grenze--\r\n`,
  );
}
