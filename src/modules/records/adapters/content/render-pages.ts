// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat } from 'node:fs/promises';
import { extractText, isReadable } from './extract-text.ts';
import { INPUT_LIMITS } from './limits.ts';
import { findMediaType } from './media-types.ts';
import { renderImage } from './render-image.ts';
import { type RenderedPages, type RenderJob, type RenderOptions, toRenderJob } from './render-job.ts';
import { renderPdf } from './render-pdf.ts';
import { refuse } from './result.ts';
import { textFlowPdf } from './text-flow.ts';

/** Draws pages of a file as images into `outDir`: the only form in which its look is ever shown. Runs inside a worker. */
export async function renderPages(
  path: string,
  mediaType: string,
  options: RenderOptions & { outDir: string },
): Promise<RenderedPages> {
  const job = toRenderJob(options, options.outDir);
  const { size } = await stat(path);
  if (findMediaType(mediaType)?.kind === 'image') {
    return size > INPUT_LIMITS.image ? refuse('too-large', 'file') : renderImage(path, job);
  }
  if (mediaType === 'application/pdf') {
    return size > INPUT_LIMITS.pdf ? refuse('too-large', 'file') : renderPdf(await readFile(path), job);
  }
  if (mediaType === 'application/x-office-encrypted') return refuse('encrypted', 'office: encrypted package');
  return isReadable(mediaType) ? renderTextFlow(path, mediaType, job) : refuse('unsupported', 'no preview for this media type');
}

// The text's own pages are drawn one to one, so that a search hit on page 3 opens picture 3.
async function renderTextFlow(path: string, mediaType: string, job: RenderJob): Promise<RenderedPages> {
  const { pages } = await extractText(path, mediaType);
  const wanted = pages.slice(job.from - 1, job.to);
  const blank = Array.from({ length: Math.min(job.from - 1, pages.length) }, () => '');
  const rendered = await renderPdf(textFlowPdf([...blank, ...wanted.map((page) => page.text)]), job);
  return { ...rendered, pageCount: pages.length, source: 'text-flow' };
}
