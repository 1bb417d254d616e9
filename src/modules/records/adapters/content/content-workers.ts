// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, realpathSync } from 'node:fs';
import { type RenderRequest, splitJob } from './content-jobs.ts';
import { type Crew, extractByCrew, readByCrew, renderByCrew, renditionByCrew } from './content-routes.ts';
import type { ExtractedText } from './extracted-text.ts';
import { WORKER_LIMITS } from './limits.ts';
import type { OcrText } from './ocr-table.ts';
import type { RenderedPages } from './render-job.ts';
import type { ContentResult } from './result.ts';
import type { SplitMail } from './split-mail.ts';
import { openExternalTools } from './worker/external-tool.ts';
import { type FenceLevel, openFence } from './worker/fence.ts';
import { type Lane, openLane } from './worker/lane.ts';
import type { WorkerKind } from './worker/protocol.ts';
import type { ContentInput } from './worker/work-folder.ts';
import { startWorker } from './worker/worker-process.ts';

/**
 * How many processes of each kind and where their folders lie; for settings and tests also the time per job, the fences to try, and
 * whether LibreOffice and Tesseract of the machine may be used (default: where they are found behind a kernel fence).
 */
export type ContentWorkersOptions = {
  size: number;
  tmpDir: string;
  milliseconds?: number;
  fences?: readonly FenceLevel[];
  programs?: boolean;
};

/** What the doctor page and the metrics show: fence, programs found, queues. No file names, no persons. */
export type ContentWorkersState = {
  fence: FenceLevel;
  office: boolean;
  tesseract: boolean;
  waiting: number;
  running: number;
  processes: number;
};

/**
 * Everything that looks into uploaded content, each call in a fenced process. A file can only make a call end in a typed failure;
 * a call rejects only when the machine itself is at fault (no process can be started, disk full, closing) and may be tried again.
 */
export type ContentWorkers = {
  extract(input: ContentInput, mediaType: string): Promise<ContentResult<ExtractedText>>;
  renderPages(input: ContentInput, mediaType: string, request: RenderRequest): Promise<ContentResult<RenderedPages>>;
  ocr(image: ContentInput): Promise<ContentResult<OcrText>>;
  splitMail(input: ContentInput, mediaType: string, outDir: string): Promise<ContentResult<SplitMail>>;
  /** PDF/A-2b by LibreOffice as `rendition.pdf` in `outDir`; unsupported where there is no LibreOffice. */
  makeRendition(input: ContentInput, mediaType: string, outDir: string): Promise<ContentResult<{ file: string }>>;
  state(): ContentWorkersState;
  close(): Promise<void>;
};

/** Tries out the fences of this machine and opens the queues; processes start with the first job. */
export async function openContentWorkers(options: ContentWorkersOptions): Promise<ContentWorkers> {
  const crew = await openCrew(options);
  return {
    extract: (input, mediaType) => extractByCrew(crew, { input, mediaType }),
    renderPages: (input, mediaType, request) => renderByCrew(crew, { input, mediaType }, request),
    ocr: (image) => readByCrew(crew, image),
    splitMail: (input, mediaType, outDir) => crew.lanes.text.run(splitJob(input, mediaType, outDir)),
    makeRendition: (input, mediaType, outDir) => renditionByCrew(crew, { input, mediaType }, outDir),
    state: () => stateOf(crew),
    async close() {
      await Promise.all(Object.values(crew.lanes).map((lane) => lane.close()));
    },
  };
}

async function openCrew({
  size,
  milliseconds = WORKER_LIMITS.milliseconds,
  ...options
}: ContentWorkersOptions): Promise<Crew & { fence: FenceLevel }> {
  mkdirSync(options.tmpDir, { recursive: true, mode: 0o700 });
  // The fence names folders by their true path.
  const tmpDir = realpathSync(options.tmpDir);
  const fence = await openFence(tmpDir, options.fences);
  const lane = (kind: WorkerKind): Lane =>
    openLane({ size, milliseconds, native: kind !== 'text', start: () => startWorker({ kind, fence, tmpDir }) });
  return {
    lanes: { text: lane('text'), image: lane('image'), ocr: lane('ocr') },
    tools: openExternalTools({ fence, tmpDir, size, milliseconds, allowed: options.programs ?? true }),
    tmpDir,
    fence: fence.level,
  };
}

function stateOf({ lanes, tools, fence }: Crew & { fence: FenceLevel }): ContentWorkersState {
  const state = {
    fence,
    office: tools.office !== undefined,
    tesseract: tools.tesseract !== undefined,
    waiting: 0,
    running: 0,
    processes: 0,
  };
  for (const lane of Object.values(lanes)) {
    const { waiting, running, processes } = lane.state();
    state.waiting += waiting;
    state.running += running;
    state.processes += processes;
  }
  return state;
}
