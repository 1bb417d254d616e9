// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { findZipEntry, readZipDirectory, readZipEntry } from './guarded-zip.ts';
import { readXml, type XmlListener } from './guarded-xml.ts';
import { readOpenDocumentMeta } from './office-properties.ts';
import { refuse } from './result.ts';

const ENDS: Record<string, string> = { 'table:table-cell': '\t', 'table:table-row': '\n', 'table:table': '\n' };
const PARAGRAPHS = new Set(['text:p', 'text:h']);
// Deleted text under change tracking is not part of what the document says; it may have been deleted for a reason.
const SKIPPED = new Set(['text:tracked-changes', 'office:scripts', 'style:style']);
const MAX_BLANKS = 200;

/** Text of an OpenDocument text, table or presentation; sheets and slides begin a page. */
export async function extractOdf(source: ByteSource): Promise<RawText> {
  const entries = await readZipDirectory(source);
  const manifest = findZipEntry(entries, 'META-INF/manifest.xml');
  if (manifest && (await readZipEntry(source, manifest)).includes('encryption-data')) return refuse('encrypted', 'odf: manifest');
  const content = findZipEntry(entries, 'content.xml') ?? refuse('damaged', 'odf: no content part');
  const text = openDocumentText(await readZipEntry(source, content));
  return { pages: paginate(text), meta: await readOpenDocumentMeta(source, entries) };
}

type Place = { skipped: number; paragraphs: number; cells: number; sheets: boolean };

function openDocumentText(xml: Buffer): string {
  const out: string[] = [];
  const place: Place = { skipped: 0, paragraphs: 0, cells: 0, sheets: false };
  const listener: XmlListener = {
    open(name, attributes) {
      enter(place, name, 1);
      if (place.skipped === 0) out.push(opening(place, name, attributes));
    },
    close(name) {
      if (place.skipped === 0) out.push(closing(place, name));
      enter(place, name, -1);
    },
    text(text) {
      // OpenDocument 1.3 part 3, 6.1.2: runs of white space count as one blank, and only inside paragraphs.
      if (place.skipped === 0 && place.paragraphs > 0) out.push(text.replace(/\s+/g, ' '));
    },
  };
  readXml(xml, listener);
  return out.join('').replace(/^\s+/, '');
}

function enter(place: Place, name: string, step: 1 | -1): void {
  if (SKIPPED.has(name)) place.skipped += step;
  if (PARAGRAPHS.has(name)) place.paragraphs += step;
  if (name === 'table:table-cell') place.cells += step;
  if (name === 'office:spreadsheet') place.sheets = step === 1;
}

function closing(place: Place, name: string): string {
  if (PARAGRAPHS.has(name)) return place.cells > 0 ? ' ' : '\n';
  return ENDS[name] ?? '';
}

function opening(place: Place, name: string, attributes: Record<string, string>): string {
  if (name === 'text:tab') return '\t';
  if (name === 'text:line-break') return '\n';
  if (name === 'text:s') return ' '.repeat(Math.min(Math.max(1, Number(attributes['text:c'] ?? 1) || 1), MAX_BLANKS));
  if (name === 'text:soft-page-break' || name === 'draw:page') return '\f';
  return name === 'table:table' && place.sheets ? `\f${attributes['table:name'] ?? ''}\n` : '';
}
