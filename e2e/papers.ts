// SPDX-License-Identifier: EUPL-1.2
// Real papers for the journeys: what lies in the shared data folder, and for machines without it, or for kinds it lacks, papers made here.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** A file as the browser takes it. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const data = path.join(import.meta.dirname, '../../shared/data');
/** Long plans are read as well, but not sixty of them while somebody waits for this test. */
const largest = 100_000;

/** At least so many papers: invoices as PDF and PDF/A, laws as text, then letters as DOCX and mails as EML. */
export function collectPapers(wanted: number): Paper[] {
  const pdfs = found('**/*.pdf', 'application/pdf', Math.floor(wanted / 3));
  const laws = found('law/*.md', 'text/plain', 8);
  const rest = Array.from({ length: wanted - pdfs.length - laws.length }, (_, index) => madePaper(index + 1));
  return [...pdfs, ...laws, ...rest];
}

function found(pattern: string, mimeType: string, most: number): Paper[] {
  if (!existsSync(data)) return [];
  return globSync(pattern, { cwd: data })
    .sort()
    .map((name) => path.join(data, name))
    .filter((file) => statSync(file).size <= largest)
    .slice(0, most)
    .map((file, index) => ({
      name: `${index + 1}-${path.basename(file)}`.replace(/\.md$/, '.txt'),
      mimeType,
      buffer: readFileSync(file),
    }));
}

function madePaper(no: number): Paper {
  const words = `Schreiben Nummer ${no} der Gastwirtin Öztürk zur Uferstraße ${no}.`;
  if (no % 3 === 0) return { name: `Mail ${no}.eml`, mimeType: 'message/rfc822', buffer: Buffer.from(mail(no, words)) };
  if (no % 3 === 1) return { name: `Brief ${no}.docx`, mimeType: docxType, buffer: letter(words) };
  return { name: `Notiz ${no}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${words}\n`) };
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const office = 'http://schemas.openxmlformats.org';

/** The smallest letter that a word processor opens. */
export function letter(words: string): Buffer {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${docxType}.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

function mail(no: number, words: string): string {
  return [
    `Message-ID: <brief-${no}@anker.example>`,
    'From: Ayşe Öztürk <oeztuerk@anker.example>',
    'To: gewerbe@waldbrueck.example',
    'Date: Tue, 24 Nov 2026 09:00:00 +0100',
    `Subject: Uferstrasse ${no}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '',
  ].join('\r\n');
}
