// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, realpathSync } from 'node:fs';
import type { ExtractedText } from './extracted-text.ts';
import { WORKER_LIMITS } from './limits.ts';
import type { OcrText } from './ocr.ts';
import type { RenderedPages, RenderOptions } from './render-job.ts';
import type { ContentResult } from './result.ts';
import type { SplitMail } from './split-mail.ts';
import { type FenceLevel, openFence } from './worker/fence.ts';
import { type Lane, type LaneJob, openLane } from './worker/lane.ts';
import type { WorkerKind } from './worker/protocol.ts';
import { extractedTextSchema, ocrTextSchema, renderedPagesSchema, splitMailSchema } from './worker/reply-schemas.ts';
import type { ContentInput } from './worker/work-folder.ts';
import { startWorker } from './worker/worker-process.ts';

/** How many processes of each kind, where their folders lie, and (for tests and settings) the time per job and the fences to try. */
export type ContentWorkersOptions = { size: number; tmpDir: string; milliseconds?: number; fences?: readonly FenceLevel[] };

/** What the doctor page and the metrics show: how strong the fence is, how long the queues are. No file names, no persons. */
export type ContentWorkersState = { fence: FenceLevel; waiting: number; running: number; processes: number };

/**
 * Everything that looks into uploaded content, each call in a fenced process. A file can only make a call end in a typed failure;
 * a call rejects only when the machine itself is at fault (no process can be started, disk full) and may then be tried again.
 */
export type ContentWorkers = {
  extract(input: ContentInput, mediaType: string): Promise<ContentResult<ExtractedText>>;
  renderPages(
    input: ContentInput,
    mediaType: string,
    options: RenderOptions & { outDir: string },
  ): Promise<ContentResult<RenderedPages>>;
  ocr(image: ContentInput): Promise<ContentResult<OcrText>>;
  splitMail(input: ContentInput, outDir: string): Promise<ContentResult<SplitMail>>;
  state(): ContentWorkersState;
  close(): Promise<void>;
};

/** Tries out the fences of this machine and opens the queues; processes start with the first job. */
export async function openContentWorkers(options: ContentWorkersOptions): Promise<ContentWorkers> {
  const { size, milliseconds = WORKER_LIMITS.milliseconds } = options;
  mkdirSync(options.tmpDir, { recursive: true, mode: 0o700 });
  // The fence names folders by their true path.
  const tmpDir = realpathSync(options.tmpDir);
  const fence = await openFence(tmpDir, options.fences);
  const lane = (kind: WorkerKind): Lane =>
    openLane({ size, milliseconds, native: kind !== 'text', start: () => startWorker({ kind, fence, tmpDir }) });
  const lanes = { text: lane('text'), image: lane('image'), ocr: lane('ocr') };
  return {
    extract: (input, mediaType) => lanes.text.run(extractJob(input, mediaType)),
    renderPages: (input, mediaType, render) => lanes.image.run(renderJob(input, mediaType, render)),
    ocr: (image) => lanes.ocr.run(ocrJob(image)),
    splitMail: (input, outDir) => lanes.text.run(splitJob(input, outDir)),
    state() {
      const states = Object.values(lanes).map((one) => one.state());
      const sum = (pick: (state: (typeof states)[number]) => number): number =>
        states.reduce((total, state) => total + pick(state), 0);
      return {
        fence: fence.level,
        waiting: sum((s) => s.waiting),
        running: sum((s) => s.running),
        processes: sum((s) => s.processes),
      };
    },
    async close() {
      await Promise.all(Object.values(lanes).map((one) => one.close()));
    },
  };
}

function extractJob(input: ContentInput, mediaType: string): LaneJob<ExtractedText> {
  return {
    input,
    request: { task: 'extract', mediaType, options: {} },
    schema: extractedTextSchema as LaneJob<ExtractedText>['schema'],
  };
}

function renderJob(
  input: ContentInput,
  mediaType: string,
  { outDir, ...options }: RenderOptions & { outDir: string },
): LaneJob<RenderedPages> {
  const names = (value: RenderedPages): string[] =>
    value.pages.flatMap((page) => [page.file, page.thumb, page.words].filter((name) => name !== undefined));
  const schema = renderedPagesSchema as LaneJob<RenderedPages>['schema'];
  return { input, request: { task: 'render', mediaType, options }, schema, files: { names, outDir } };
}

function ocrJob(input: ContentInput): LaneJob<OcrText> {
  return { input, request: { task: 'ocr', mediaType: '', options: {} }, schema: ocrTextSchema };
}

function splitJob(input: ContentInput, outDir: string): LaneJob<SplitMail> {
  const names = (value: SplitMail): string[] => value.attachments.map((attachment) => attachment.file);
  const schema = splitMailSchema as LaneJob<SplitMail>['schema'];
  return { input, request: { task: 'split-mail', mediaType: 'message/rfc822', options: {} }, schema, files: { names, outDir } };
}
