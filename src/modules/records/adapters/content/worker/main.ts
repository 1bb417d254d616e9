// SPDX-License-Identifier: EUPL-1.2
// The worker process: one request a line on standard input, the reply as a file in its folder, its number on descriptor 3.
import './guard.ts';
import { mkdirSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asResult, type ContentResult } from '../result.ts';
import { shutAddons } from './guard.ts';
import { INPUT_FILE, OUTPUT_FOLDER, REPLY_FILE, type WorkerKind, type WorkerRequest } from './protocol.ts';

type Place = { input: string; outDir: string };
type Task = (place: Place, request: WorkerRequest) => Promise<unknown>;

const REPLY_DESCRIPTOR = 3;

// Readers are loaded when they are first needed: a process for text never loads the native image library.
const TASKS: Record<WorkerRequest['task'], Task> = {
  async extract({ input }, { mediaType }) {
    const { extractText } = await import('../extract-text.ts');
    return extractText(input, mediaType);
  },
  async render({ input, outDir }, { mediaType, options }) {
    const { renderPages } = await import('../render-pages.ts');
    return renderPages(input, mediaType, { ...(options as { width: number }), outDir });
  },
  async ocr({ input }) {
    const { readImageText } = await import('../ocr.ts');
    return readImageText(input);
  },
  async 'split-mail'({ input, outDir }, { mediaType }) {
    const { splitMail } = await import('../split-mail.ts');
    return splitMail(input, outDir, mediaType);
  },
};

async function serve(folder: string, kind: WorkerKind): Promise<void> {
  if (kind !== 'text') await import('../image-engine.ts');
  shutAddons();
  writeSync(REPLY_DESCRIPTOR, 'ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as WorkerRequest;
    reply(folder, request, await answer(folder, request));
  }
}

async function answer(folder: string, request: WorkerRequest): Promise<ContentResult<unknown>> {
  const place = { input: join(folder, INPUT_FILE), outDir: join(folder, OUTPUT_FOLDER) };
  mkdirSync(place.outDir, { recursive: true });
  return asResult(() => TASKS[request.task](place, request));
}

function reply(folder: string, request: WorkerRequest, result: ContentResult<unknown>): void {
  const path = join(folder, REPLY_FILE);
  writeFileSync(`${path}.new`, JSON.stringify(result));
  renameSync(`${path}.new`, path);
  writeSync(REPLY_DESCRIPTOR, `${request.id}\n`);
}

await serve(process.argv[2] ?? '', (process.argv[3] ?? 'text') as WorkerKind);
