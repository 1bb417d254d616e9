// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BlobKeyTable } from '../../src/kernel/blob/blob-key.ts';
import { answer, type FromChild } from './blob-messages.ts';

const calls = 'openat,mkdir,pwrite64,pread64,fsync,fdatasync,ftruncate,rename,unlink,rmdir,statx,close';

/** One run of the child under strace. */
export interface TracedRun {
  readonly dir: string;
  readonly keyDir: string;
  readonly scenario: string;
  readonly keys: BlobKeyTable;
  /** e.g. `fsync:error=EIO:when=2`; without it the run is only recorded. */
  readonly inject?: string | undefined;
}

/** What a run did. */
export interface TracedOutcome {
  readonly acknowledged: readonly string[];
  /** Bytes of the upload that were acknowledged. */
  readonly received: number;
  /** `done`, a `StorageReason`, `killed`, or the text of an error that is none of ours. */
  readonly reason: string;
  /** Lines of strace. */
  readonly trace: readonly string[];
}

/** True where strace may look into our own children. */
export function straceWorks(): boolean {
  return spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'trace=close', 'true']).status === 0;
}

/** Runs the child; strace joins once it is ready, so that the count of calls begins with the first put. */
export async function runTraced(run: TracedRun): Promise<TracedOutcome> {
  const script = fileURLToPath(new URL('./blob-child.ts', import.meta.url));
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '' };
  const child = fork(script, [run.dir, run.keyDir, run.scenario], {
    env,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = listen(child, run.keys);
  await told.ready;
  const tracer = await attach(child.pid!, run.inject);
  child.send('go');
  const [reason, trace] = [await told.end, await tracer.end];
  return { acknowledged: told.acknowledged, received: told.received(), reason, trace };
}

function listen(child: ChildProcess, keys: BlobKeyTable) {
  const acknowledged: string[] = [];
  let received = 0;
  let ended: string | undefined;
  const ready = Promise.withResolvers<void>();
  const end = Promise.withResolvers<string>();
  child.on('message', (message: FromChild) => {
    if (message.type === 'ready') ready.resolve();
    if (message.type === 'received') received = message.offset;
    if (message.type === 'acknowledged') acknowledged.push(message.hash);
    if (message.type === 'ended') ended = message.reason;
    void answer(child, keys, message);
  });
  child.once('close', (code, signal) => {
    ready.reject(new Error(`child ended before it was ready: ${code ?? signal}`));
    end.resolve(ended ?? (signal === 'SIGKILL' ? 'killed' : `ended with ${code ?? signal}`));
  });
  return { acknowledged, received: () => received, ready: ready.promise, end: end.promise };
}

async function attach(pid: number, inject: string | undefined): Promise<{ end: Promise<string[]> }> {
  const fault = inject === undefined ? [] : ['-e', `inject=${inject}`];
  const tracer = spawn('strace', ['-f', '-y', '-s', '0', '-p', String(pid), '-e', `trace=${calls}`, ...fault], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const attached = Promise.withResolvers<void>();
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (/Process \d+ attached/.test(log)) attached.resolve();
  });
  const end = new Promise<string[]>((resolve) => void tracer.once('close', () => resolve(log.split('\n'))));
  void end.then(() => attached.reject(new Error(`strace: ${log}`)));
  await attached.promise;
  return { end };
}
