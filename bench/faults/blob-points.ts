// SPDX-License-Identifier: EUPL-1.2

/** A fault to be injected: at the n-th call of a kind. */
export interface FaultPoint {
  readonly call: string;
  readonly nth: number;
  readonly fault: string;
}

const faultsOf: Readonly<Record<string, readonly string[]>> = {
  openat: ['signal=KILL', 'error=EIO', 'error=ENOSPC'],
  mkdir: ['signal=KILL', 'error=EIO', 'error=ENOSPC'],
  pwrite64: ['signal=KILL', 'error=EIO', 'error=ENOSPC', 'retval=100', 'retval=1'], // `retval` lies: says written, writes nothing
  pread64: ['signal=KILL', 'error=EIO', 'retval=0'],
  fsync: ['signal=KILL', 'error=EIO', 'error=ENOSPC'],
  fdatasync: ['signal=KILL', 'error=EIO', 'error=ENOSPC'],
  ftruncate: ['signal=KILL', 'error=EIO'],
  rename: ['signal=KILL', 'error=EIO', 'error=ENOSPC'],
  unlink: ['signal=KILL', 'error=EIO'],
  rmdir: ['signal=KILL', 'error=EIO'],
  statx: ['signal=KILL', 'error=EIO'],
  close: ['signal=KILL', 'error=EIO'],
};

/** Every fault at every call of a recorded run that touches the store. Calls are counted per thread, as strace counts them. */
export function faultPoints(trace: readonly string[], dir: string): FaultPoint[] {
  const counts = new Map<string, number>();
  const points: FaultPoint[] = [];
  for (const line of trace) {
    const [, thread, call] = /^\[pid +(\d+)\] (\w+)\(/.exec(line) ?? [];
    if (!thread || !call) continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    if (line.includes(dir)) for (const fault of faultsOf[call] ?? []) points.push({ call, nth, fault });
  }
  return points;
}

/** A fault as strace understands it. */
export function injectionOf({ call, nth, fault }: FaultPoint): string {
  return `${call}:${fault}:when=${nth}`;
}

/** What may come of this fault. Many do no harm: a folder that is there already, a leftover that the sweep takes. */
export function allowedReasons({ call, fault }: FaultPoint): readonly string[] {
  if (fault === 'signal=KILL') return ['killed'];
  if (fault === 'error=ENOSPC') return ['done', 'storage-full'];
  const endsEarly = call === 'pread64' && fault === 'retval=0'; // looks like a file that was cut off
  return ['done', 'storage-fault', ...(endsEarly ? ['damaged'] : [])];
}
