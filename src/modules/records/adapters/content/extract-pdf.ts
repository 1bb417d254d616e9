// SPDX-License-Identifier: EUPL-1.2
import type { RawText, TextMeta } from './extracted-text.ts';
import { isGarbled } from './garbled.ts';
import { TEXT_LIMITS } from './limits.ts';
import { pdfDate } from './pdf-date.ts';
import { readPageText, showsMoreThanText, withPage } from './pdf-page.ts';
import { type PdfDocument, readPdfInfo, withPdf } from './pdfium.ts';

const MIN_LETTERS = 8;

/** Text of a PDF, page by page, as PDFium reads it; pages that show something but hold no letters are named for OCR. */
export async function extractPdf(bytes: Uint8Array): Promise<RawText> {
  return withPdf(bytes, async (document) => {
    const deadline = performance.now() + TEXT_LIMITS.milliseconds;
    const pages: string[] = [];
    const ocrPages: number[] = [];
    let length = 0;
    while (pages.length < Math.min(document.pageCount, TEXT_LIMITS.pages)) {
      if (length > TEXT_LIMITS.totalLength || performance.now() > deadline) break;
      const { text, needsOcr } = await readPage(document, pages.length);
      length += text.length;
      pages.push(text);
      if (needsOcr) ocrPages.push(pages.length);
    }
    return { pages, ocrPages, truncated: pages.length < document.pageCount, meta: await readMeta(document) };
  });
}

async function readPage(document: PdfDocument, index: number): Promise<{ text: string; needsOcr: boolean }> {
  const read = await withPage(document, index, async (page) => {
    const text = await readPageText(page);
    const letters = (text.slice(0, 2000).match(/[\p{L}\p{N}]/gu) ?? []).length;
    // An empty back page needs no OCR.
    return { text, needsOcr: letters < MIN_LETTERS ? showsMoreThanText(page) : isGarbled(text) };
  });
  return read ?? { text: '', needsOcr: false };
}

async function readMeta(document: PdfDocument): Promise<TextMeta> {
  return {
    title: await readPdfInfo(document, 'Title'),
    author: await readPdfInfo(document, 'Author'),
    created: pdfDate(await readPdfInfo(document, 'CreationDate')),
  };
}
