// SPDX-License-Identifier: EUPL-1.2
import type { ExtractedText } from './extracted-text.ts';
import type { OcrText } from './ocr-table.ts';
import type { RenderedPages, RenderOptions } from './render-job.ts';
import type { SplitMail } from './split-mail.ts';
import type { LaneJob } from './worker/lane.ts';
import { extractedTextSchema, ocrTextSchema, renderedPagesSchema, splitMailSchema } from './worker/reply-schemas.ts';
import type { ContentInput } from './worker/work-folder.ts';

/** What drawing needs to know: the options, and the folder the pictures go to. */
export type RenderRequest = RenderOptions & { outDir: string };

/** The order to read a file's text. */
export function extractJob(input: ContentInput, mediaType: string): LaneJob<ExtractedText> {
  const schema = extractedTextSchema as LaneJob<ExtractedText>['schema'];
  return { input, request: { task: 'extract', mediaType, options: {} }, schema };
}

/** The order to draw pages and bring the pictures, thumbnails and word lists. */
export function renderJob(input: ContentInput, mediaType: string, { outDir, ...options }: RenderRequest): LaneJob<RenderedPages> {
  const names = (value: RenderedPages): string[] =>
    value.pages.flatMap((page) => [page.file, page.thumb, page.words].filter((name) => name !== undefined));
  const schema = renderedPagesSchema as LaneJob<RenderedPages>['schema'];
  return { input, request: { task: 'render', mediaType, options }, schema, files: { names, outDir } };
}

/** The order to read a picture. */
export function ocrJob(input: ContentInput): LaneJob<OcrText> {
  return { input, request: { task: 'ocr', mediaType: '', options: {} }, schema: ocrTextSchema };
}

/** The order to take a mail apart and bring its attachments. */
export function splitJob(input: ContentInput, mediaType: string, outDir: string): LaneJob<SplitMail> {
  const names = (value: SplitMail): string[] => value.attachments.map((attachment) => attachment.file);
  const schema = splitMailSchema as LaneJob<SplitMail>['schema'];
  return { input, request: { task: 'split-mail', mediaType, options: {} }, schema, files: { names, outDir } };
}
