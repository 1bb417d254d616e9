// SPDX-License-Identifier: EUPL-1.2
import { statfs } from 'node:fs/promises';
import { createBallast } from './ballast.ts';

/** How full the disk is and what follows from it. */
export interface DiskState {
  /** `read-only`: acts are refused with `storage-full` until there is room again. */
  readonly mode: 'writable' | 'read-only';
  /** Share of the disk that is free for us, 0 to 1. */
  readonly free: number;
  readonly freeBytes: number;
  /** True while the reserve file lies on the disk; false once it was given back to let the database breathe. */
  readonly ballast: boolean;
}

/** Watches the free space and says in time that nothing more should be written. */
export interface DiskGuard {
  state(): DiskState;
  readOnly(): boolean;
  /** Calls back when the mode or the ballast changes; returns how to stop it. */
  onChange(listener: (state: DiskState) => void): () => void;
  /** Looks now, e.g. after a `storage-full`. */
  check(): Promise<DiskState>;
  stop(): void;
}

/** What the guard watches. Shares are between 0 and 1. */
export interface DiskGuardOptions {
  readonly dir: string;
  /** Below this share the mode becomes read-only. */
  readonly low?: number;
  /** At this share it becomes writable again; higher than `low`, so that the mode does not flutter. */
  readonly high?: number;
  /** Below this share the ballast is given back: a full disk stops PostgreSQL (PANIC), and it needs room to start again. */
  readonly critical?: number;
  /** Size of the reserve file in bytes; 0 means none. */
  readonly ballastBytes?: number;
  readonly intervalMs?: number;
  /** Reads the space; replaced in tests. */
  readonly probe?: (dir: string) => Promise<{ free: number; total: number }>;
}

const mebibyte = 1_048_576;
const defaults = { low: 0.1, high: 0.12, critical: 0.03, ballastBytes: 64 * mebibyte, intervalMs: 5_000, probe: spaceOf };

/** Starts watching; the first look is done when it resolves. */
export async function startDiskGuard(options: DiskGuardOptions): Promise<DiskGuard> {
  const { dir, probe, intervalMs, ballastBytes, ...limits } = { ...defaults, ...options };
  const ballast = await createBallast(dir, ballastBytes);
  const listeners = new Set<(state: DiskState) => void>();
  let state: DiskState = { mode: 'writable', free: 1, freeBytes: 0, ballast: ballast.present() };
  const look = async () => {
    const before = state;
    const space = await probe(dir);
    const { mode, ballastWish, free } = judge(before.mode, space, { ...limits, ballastBytes });
    if (ballastWish === 'release') await ballast.release();
    if (ballastWish === 'restore') await ballast.restore();
    state = { mode, free, freeBytes: space.free, ballast: ballast.present() };
    if (before.mode !== mode || before.ballast !== state.ballast) for (const listener of listeners) listener(state);
    return state;
  };
  let looking: Promise<DiskState> | undefined; // one look at a time: two would write the ballast into each other
  const check = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  await check();
  const timer = setInterval(() => void check().catch(() => {}), intervalMs).unref(); // a failed look changes nothing; puts still fail by themselves
  return {
    state: () => state,
    readOnly: () => state.mode === 'read-only',
    check,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => clearInterval(timer),
  };
}

interface Judgement {
  readonly mode: DiskState['mode'];
  readonly free: number;
  readonly ballastWish: 'release' | 'restore' | 'leave';
}

function judge(
  before: DiskState['mode'],
  space: { free: number; total: number },
  limits: { low: number; high: number; critical: number; ballastBytes: number },
): Judgement {
  const free = space.total > 0 ? space.free / space.total : 0;
  const bound = before === 'read-only' ? limits.high : limits.low;
  const mode = free < bound ? 'read-only' : 'writable';
  if (free < limits.critical) return { mode, free, ballastWish: 'release' };
  const roomy = space.free - limits.ballastBytes > space.total * limits.high; // restoring it must not itself lead to read-only
  return { mode, free, ballastWish: roomy ? 'restore' : 'leave' };
}

async function spaceOf(dir: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(dir);
  return { free: bavail * bsize, total: blocks * bsize };
}
