// SPDX-License-Identifier: EUPL-1.2
import { inspectImage, openImage } from './image-engine.ts';
import { type RenderedPage, type RenderedPages, type RenderJob, writePage } from './render-job.ts';

/** Draws the pictures of an image file (the sheets of a TIFF), upright and on white, never larger than they are. */
export async function renderImage(path: string, job: RenderJob): Promise<RenderedPages> {
  const { pages: pageCount } = await inspectImage(path);
  const pages: RenderedPage[] = [];
  for (let no = job.from; no <= Math.min(job.to, pageCount); no += 1)
    pages.push(await writePage(openImage(path, no - 1), no, job));
  return { pageCount, source: 'image', pages };
}
