// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { type ImageFormat, writeImage } from './image-engine.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** Which pages to draw (1-based, both ends included) and how wide in pixels; thumbnails and word boxes on request. */
export type RenderOptions = {
  width: number;
  from?: number;
  to?: number;
  thumbWidth?: number;
  words?: boolean;
  format?: ImageFormat;
};

/** One drawn page: files in the output folder, and its size in pixels. */
export type RenderedPage = { no: number; file: string; width: number; height: number; thumb?: string; words?: string };

/**
 * The drawn pages and how they came about: `office` by the machine's LibreOffice; `text-flow` means that the look is ours and only the
 * words are the document's.
 */
export type RenderedPages = { pageCount: number; source: 'pdf' | 'image' | 'office' | 'text-flow'; pages: RenderedPage[] };

/** Options with every gap filled and every number within bounds. */
export type RenderJob = {
  outDir: string;
  width: number;
  from: number;
  to: number;
  thumbWidth: number;
  words: boolean;
  format: ImageFormat;
};

const MAX_PAGES_PER_JOB = 50;

/** Fills and bounds the options of a request. */
export function toRenderJob(options: RenderOptions, outDir: string): RenderJob {
  const from = Math.max(1, Math.floor(options.from ?? 1));
  return {
    outDir,
    from,
    to: Math.min(Math.floor(options.to ?? from), from + MAX_PAGES_PER_JOB - 1),
    width: Math.min(Math.max(16, Math.floor(options.width)), IMAGE_LIMITS.width),
    thumbWidth: Math.min(Math.max(0, Math.floor(options.thumbWidth ?? 0)), IMAGE_LIMITS.width),
    words: options.words ?? false,
    format: options.format ?? 'webp',
  };
}

/** Writes the image of a page and, if asked for, its thumbnail; file names carry the page number only. */
export async function writePage(image: Sharp, no: number, job: RenderJob): Promise<RenderedPage> {
  const number = String(no).padStart(4, '0');
  const file = `page-${number}.${job.format}`;
  const size = await writeImage(image.clone(), { path: join(job.outDir, file), width: job.width, format: job.format });
  if (job.thumbWidth === 0) return { no, file, ...size };
  const thumb = `thumb-${number}.webp`;
  await writeImage(image, { path: join(job.outDir, thumb), width: job.thumbWidth, format: 'webp' });
  return { no, file, ...size, thumb };
}
