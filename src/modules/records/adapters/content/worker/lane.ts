// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { INPUT_LIMITS, WORKER_LIMITS } from '../limits.ts';
import { type ContentResult, failure } from '../result.ts';
import type { JobEnd } from './bounds.ts';
import type { WorkerRequest } from './protocol.ts';
import { replySchema } from './reply-schemas.ts';
import { type ContentInput, collectOutput, readReply, stageInput } from './work-folder.ts';
import type { WorkerProcess } from './worker-process.ts';

/** One piece of work: what is asked, of which input, how the answer must look, and which files of it are wanted where. */
export type LaneJob<T> = {
  input: ContentInput;
  request: Omit<WorkerRequest, 'id'>;
  schema: z.ZodType<T>;
  files?: { names: (value: T) => string[]; outDir: string };
};

/** A queue before a few processes of one kind, started when needed and ended when idle, worn out or suspicious. */
export type Lane = {
  run<T>(job: LaneJob<T>): Promise<ContentResult<T>>;
  state(): { waiting: number; running: number; processes: number };
  close(): Promise<void>;
};

type Slot = { worker: WorkerProcess | undefined; idleTimer?: NodeJS.Timeout };

/** How a lane is run; `native` when its processes hold native code, which a merely damaged file may have harmed. */
export type LaneOptions = { size: number; milliseconds: number; native: boolean; start: () => Promise<WorkerProcess> };

/** Opens a lane of at most `size` processes. */
export function openLane(options: LaneOptions): Lane {
  const free: Slot[] = Array.from({ length: options.size }, () => ({ worker: undefined }));
  const all = [...free];
  const waiting: Array<(slot: Slot) => void> = [];
  let closed = false;

  async function run<T>(job: LaneJob<T>): Promise<ContentResult<T>> {
    refuseWhenClosed();
    const slot = free.shift() ?? (await new Promise<Slot>((resolve) => waiting.push(resolve)));
    try {
      refuseWhenClosed();
      clearTimeout(slot.idleTimer);
      if (slot.worker && !slot.worker.alive()) await retire(slot);
      slot.worker ??= await options.start();
      return await work(slot, slot.worker, job);
    } catch (error) {
      refuseWhenClosed();
      throw error;
    } finally {
      if (closed) await retire(slot);
      release(slot, waiting, free);
    }
  }

  async function work<T>(slot: Slot, worker: WorkerProcess, job: LaneJob<T>): Promise<ContentResult<T>> {
    if (!(await stageInput(job.input, worker.folder, INPUT_LIMITS.container))) return failure('too-large', 'file');
    refuseWhenClosed();
    const end = await worker.run(job.request, options.milliseconds);
    // A job cut off by our own end says nothing about its file: it is an error of the call and may be tried again.
    if (end.end !== 'reply') refuseWhenClosed();
    const result = end.end === 'reply' ? await takeReply(worker, job) : failedEnd(end);
    if (isWornOut(worker, result, options.native)) await retire(slot);
    return result;
  }

  function refuseWhenClosed(): void {
    if (closed) throw new Error('content workers are closed');
  }

  return {
    run,
    state: () => ({
      waiting: waiting.length,
      running: all.length - free.length,
      processes: all.filter((slot) => slot.worker !== undefined).length,
    }),
    async close() {
      closed = true;
      for (const slot of all) clearTimeout(slot.idleTimer);
      await Promise.all(all.map(retire));
    },
  };
}

/** Hands a slot to whoever waits longest, or lays it down; an idle process ends after a while. */
function release(slot: Slot, waiting: Array<(slot: Slot) => void>, free: Slot[]): void {
  const next = waiting.shift();
  if (next) {
    next(slot);
    return;
  }
  free.unshift(slot);
  if (slot.worker) slot.idleTimer = setTimeout(() => void retire(slot), WORKER_LIMITS.idleMilliseconds).unref();
}

async function retire(slot: Slot): Promise<void> {
  const { worker } = slot;
  slot.worker = undefined;
  await worker?.stop();
}

// A process that met something hostile does not meet the next citizen's letter. What a damaged file can do to readers in JavaScript
// and WebAssembly ends with the reader; native code is not trusted that far.
function isWornOut(worker: WorkerProcess, result: ContentResult<unknown>, native: boolean): boolean {
  if (!worker.alive() || worker.jobs >= WORKER_LIMITS.jobs) return true;
  if (!result.ok && ['hostile', 'too-large', 'timeout'].includes(result.reason)) return true;
  if (!result.ok && result.reason === 'damaged' && native) return true;
  return worker.residentBytes() > WORKER_LIMITS.residentKept;
}

async function takeReply<T>(worker: WorkerProcess, job: LaneJob<T>): Promise<ContentResult<T>> {
  const envelope = replySchema.safeParse(await readReply(worker.folder));
  if (!envelope.success) return failure('hostile', 'reply not understood');
  if (!envelope.data.ok) return envelope.data;
  const value = job.schema.safeParse(envelope.data.value);
  if (!value.success) return failure('hostile', `reply: ${value.error.issues[0]?.path.join('.') ?? ''}`);
  for (const name of job.files?.names(value.data) ?? []) {
    if (!(await collectOutput(worker.folder, name, job.files?.outDir ?? '')))
      return failure('hostile', 'output is not a plain file');
  }
  return { ok: true, value: value.data };
}

function failedEnd(end: Exclude<JobEnd, { end: 'reply' }>): ContentResult<never> {
  if (end.end === 'timeout') return failure('timeout', end.detail);
  if (end.end === 'died') return failure('damaged', `process ended: ${end.detail}`);
  return failure('too-large', `${end.end}: ${end.detail}`);
}
