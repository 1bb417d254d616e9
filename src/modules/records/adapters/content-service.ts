// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Runtime } from '../../../kernel/runtime.ts';
import { type ContentWorkers, openContentWorkers } from './content/content-workers.ts';

const open = new WeakMap<Runtime, Promise<ContentWorkers>>();

/** The fenced processes that look into content; opened with the first job, closed with the runtime. */
export function contentWorkers(runtime: Runtime): Promise<ContentWorkers> {
  const known = open.get(runtime);
  if (known) return known;
  const opening = openContentWorkers({ size: 1, tmpDir: path.join(runtime.config.dataDir, 'run', 'content') });
  open.set(runtime, opening);
  runtime.onClose(async () => (await opening).close());
  return opening;
}

/** Stored content as a stream for a worker: it is decrypted on the way and never lies open on the disk. */
export async function contentStream(runtime: Runtime, hash: string): Promise<Readable> {
  return Readable.fromWeb((await runtime.blobs.get(hash)) as WebStream<Uint8Array>);
}
