// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import type { RawText } from './extracted-text.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './guarded-zip.ts';
import { readXml } from './guarded-xml.ts';
import { readCoreProperties } from './office-properties.ts';

const MAX_SLIDES = 1_000;

/** Text of a PowerPoint presentation, a slide is a page. */
export async function extractPptx(source: ByteSource): Promise<RawText> {
  const entries = await readZipDirectory(source);
  const slides = entries.filter((entry) => slideNumber(entry) > 0).toSorted((a, b) => slideNumber(a) - slideNumber(b));
  const pages: string[] = [];
  for (const slide of slides.slice(0, MAX_SLIDES)) pages.push(slideText(await readZipEntry(source, slide)));
  return { pages, truncated: slides.length > MAX_SLIDES, meta: await readCoreProperties(source, entries) };
}

function slideNumber(entry: ZipEntry): number {
  return Number(/^ppt\/slides\/slide(\d{1,5})\.xml$/.exec(entry.name)?.[1] ?? 0);
}

function slideText(xml: Buffer): string {
  const out: string[] = [];
  let inText = false;
  readXml(xml, {
    open(name) {
      inText = name === 'a:t';
      if (name === 'a:br') out.push('\n');
    },
    close(name) {
      inText = false;
      if (name === 'a:p') out.push('\n');
    },
    text(text) {
      if (inText) out.push(text);
    },
  });
  return out.join('');
}
