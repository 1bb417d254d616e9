// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDrawing } from './image-engine.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { drawPage, type PdfPage, withPage } from './pdf-page.ts';
import { readWordBoxes } from './pdf-words.ts';
import { type PdfDocument, withPdf } from './pdfium.ts';
import { type RenderedPage, type RenderedPages, type RenderJob, writePage } from './render-job.ts';

/** Draws pages of a PDF; a page that cannot be opened is left out, the others are still shown. */
export async function renderPdf(bytes: Uint8Array, job: RenderJob): Promise<RenderedPages> {
  return withPdf(bytes, async (document) => {
    const pages: RenderedPage[] = [];
    for (let no = job.from; no <= Math.min(job.to, document.pageCount); no += 1) {
      const page = await renderPage(document, no, job);
      if (page) pages.push(page);
    }
    return { pageCount: document.pageCount, source: 'pdf', pages };
  });
}

async function renderPage(document: PdfDocument, no: number, job: RenderJob): Promise<RenderedPage | undefined> {
  return withPage(document, no - 1, async (page) => {
    const { width, height } = fitPage(page, job.width);
    const drawing = await drawPage(page, width, height);
    const rendered = await writePage(openDrawing(drawing), no, job);
    if (!job.words) return rendered;
    const words = `words-${String(no).padStart(4, '0')}.json`;
    await writeFile(join(job.outDir, words), JSON.stringify(await readWordBoxes(page)));
    return { ...rendered, words };
  });
}

/** The size in pixels for a page at the wished width; strips and giants are made smaller until they fit the bounds. */
export function fitPage(page: Pick<PdfPage, 'width' | 'height'>, wished: number): { width: number; height: number } {
  const ratio = page.width > 0 && page.height > 0 ? page.height / page.width : 1;
  const bySide = Math.min(wished, IMAGE_LIMITS.pageSide / ratio);
  const width = Math.min(bySide, Math.sqrt(IMAGE_LIMITS.pagePixels / ratio));
  return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(width * ratio)) };
}
