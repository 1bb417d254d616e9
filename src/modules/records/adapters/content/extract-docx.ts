// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { findZipEntry, readZipDirectory, readZipEntry, type ZipEntry } from './guarded-zip.ts';
import { readXml, type XmlListener } from './guarded-xml.ts';
import { readCoreProperties } from './office-properties.ts';
import { refuse } from './result.ts';

const BREAKS: Record<string, string> = { 'w:tab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '-', 'w:lastRenderedPageBreak': '\f' };
const ENDS: Record<string, string> = { 'w:tc': '\t', 'w:tr': '\n' };
// Moved-away text and the second form of a drawing would appear twice.
const SKIPPED = new Set(['w:moveFrom', 'mc:Fallback']);
const MAX_SIDE_PARTS = 40;

/** Text of a Word document in reading order: headers, body with Word's own page breaks, notes, comments, footers. */
export async function extractDocx(source: ByteSource): Promise<RawText> {
  const entries = await readZipDirectory(source);
  const body = findZipEntry(entries, 'word/document.xml') ?? refuse('damaged', 'docx: no document part');
  const text = [
    ...(await sideTexts(source, entries, ['header'])),
    wordText(await readZipEntry(source, body)),
    ...(await sideTexts(source, entries, ['footnotes', 'endnotes', 'comments', 'footer'])),
  ];
  return {
    pages: paginate(text.filter((part) => part.trim() !== '').join('\n')),
    meta: await readCoreProperties(source, entries),
  };
}

async function sideTexts(source: ByteSource, entries: readonly ZipEntry[], stems: readonly string[]): Promise<string[]> {
  const parts = entries.filter(
    (entry) => stems.some((stem) => entry.name.startsWith(`word/${stem}`)) && entry.name.endsWith('.xml'),
  );
  const texts = new Set<string>();
  for (const part of parts.slice(0, MAX_SIDE_PARTS)) texts.add(wordText(await readZipEntry(source, part)).replaceAll('\f', ''));
  return [...texts];
}

function wordText(xml: Buffer): string {
  const out: string[] = [];
  let inText = false;
  let skipped = 0;
  let cells = 0;
  const listener: XmlListener = {
    open(name, attributes) {
      if (SKIPPED.has(name)) skipped += 1;
      if (skipped > 0) return;
      if (name === 'w:tc') cells += 1;
      inText = name === 'w:t';
      if (name === 'w:br') out.push(attributes['w:type'] === 'page' ? '\f' : '\n');
      else if (BREAKS[name] !== undefined) out.push(BREAKS[name]);
    },
    close(name) {
      if (SKIPPED.has(name)) skipped -= 1;
      inText = false;
      if (skipped > 0) return;
      if (name === 'w:tc') cells -= 1;
      if (name === 'w:p') out.push(cells > 0 ? ' ' : '\n');
      else if (ENDS[name] !== undefined) out.push(ENDS[name]);
    },
    text(text) {
      if (inText && skipped === 0) out.push(text);
    },
  };
  readXml(xml, listener);
  return joinBreaks(out);
}

// Word writes both its own page break and the one the author set; a page must not be counted twice.
function joinBreaks(parts: readonly string[]): string {
  return parts.filter((part, index) => part !== '\f' || lastSolid(parts, index) !== '\f').join('');
}

function lastSolid(parts: readonly string[], before: number): string | undefined {
  let index = before - 1;
  while (index >= 0 && parts[index] === '\n' && before - index < 20) index -= 1;
  return parts[index];
}
