// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { findZipEntry, readZipDirectory, readZipEntry, type ZipEntry } from './guarded-zip.ts';
import { readXml } from './guarded-xml.ts';
import { TEXT_LIMITS } from './limits.ts';
import { readCoreProperties } from './office-properties.ts';
import { refuse } from './result.ts';

type Sheet = { name: string; part: string };

/** Cells of an Excel workbook as shown or last computed, a sheet begins a page; formulas are never read, so none can be carried on. */
export async function extractXlsx(source: ByteSource): Promise<RawText> {
  const entries = await readZipDirectory(source);
  const strings = await sharedStrings(source, findZipEntry(entries, 'xl/sharedStrings.xml'));
  const texts: string[] = [];
  let length = 0;
  for (const sheet of await listSheets(source, entries)) {
    const entry = findZipEntry(entries, sheet.part);
    if (!entry || length > TEXT_LIMITS.totalLength) continue;
    const text = `${sheet.name}\n${sheetText(await readZipEntry(source, entry), strings)}`;
    length += text.length;
    texts.push(text);
  }
  const meta = await readCoreProperties(source, entries);
  return { pages: paginate(texts.join('\f')), truncated: length > TEXT_LIMITS.totalLength, meta };
}

async function listSheets(source: ByteSource, entries: readonly ZipEntry[]): Promise<Sheet[]> {
  const workbook = findZipEntry(entries, 'xl/workbook.xml') ?? refuse('unsupported', 'xlsx: no workbook part');
  const targets = await relationships(source, findZipEntry(entries, 'xl/_rels/workbook.xml.rels'));
  const sheets: Sheet[] = [];
  readXml(await readZipEntry(source, workbook), {
    open(name, attributes) {
      if (name !== 'sheet' && name !== 'x:sheet') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target) sheets.push({ name: attributes['name'] ?? '', part: target });
    },
    close() {},
    text() {},
  });
  return sheets;
}

// Only parts inside the package are followed; a target that leads elsewhere simply names no entry.
async function relationships(source: ByteSource, entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!entry) return targets;
  readXml(await readZipEntry(source, entry), {
    open(name, attributes) {
      const target = attributes['Target'] ?? '';
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close() {},
    text() {},
  });
  return targets;
}

async function sharedStrings(source: ByteSource, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  let parts: string[] = [];
  let inText = false;
  readXml(await readZipEntry(source, entry), {
    open(name) {
      inText = name === 't';
    },
    close(name) {
      inText = false;
      if (name !== 'si') return;
      strings.push(parts.join(''));
      parts = [];
    },
    text(text) {
      if (inText) parts.push(text);
    },
  });
  return strings;
}

function sheetText(xml: Buffer, strings: readonly string[]): string {
  const out: string[] = [];
  let length = 0;
  let shared = false;
  let inValue = false;
  let value = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'c') shared = attributes['t'] === 's';
      inValue = name === 'v' || name === 't';
    },
    close(name) {
      inValue = false;
      if (name === 'row') out.push('\n');
      if (name !== 'c') return;
      const shown = shared ? (strings[Number(value)] ?? '') : value;
      value = '';
      // Every cell may point at one long shared string: bounded here, not only after the joining.
      if (shown === '' || length > TEXT_LIMITS.totalLength) return;
      length += shown.length;
      out.push(shown, '\t');
    },
    text(text) {
      if (inValue) value += text;
    },
  });
  return out.join('');
}
