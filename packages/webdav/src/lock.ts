// SPDX-License-Identifier: EUPL-1.2
import { parentOf, type Path, samePath, within } from './path.ts';

export type LockScope = 'exclusive' | 'shared';
export type LockDepth = '0' | 'infinity';

/** A write lock (RFC 4918 §6). */
export interface DavLock {
  /** An absolute URI, `urn:uuid:…`; unique for ever. */
  readonly token: string;
  readonly root: Path;
  readonly scope: LockScope;
  readonly depth: LockDepth;
  /** What the client said of itself: the children of DAV:owner, as XML that stands alone. */
  readonly owner: string;
  readonly until: Date;
  /** False when somebody else holds it: knowing the token is then not enough (§6.4). */
  readonly mine: boolean;
}

/** The lock protects this very resource, directly or from above (§7.4). */
export function covers(lock: DavLock, path: Path): boolean {
  return samePath(lock.root, path) || (lock.depth === 'infinity' && within(path, lock.root));
}

/** The lock that stands in the way of a new one; a shared lock bears others that are shared (§6.2). */
export function lockAgainst(locks: readonly DavLock[], wanted: Pick<DavLock, 'root' | 'scope' | 'depth'>): DavLock | undefined {
  return locks.find(
    (lock) =>
      (lock.scope === 'exclusive' || wanted.scope === 'exclusive') &&
      (covers(lock, wanted.root) || (wanted.depth === 'infinity' && within(lock.root, wanted.root))),
  );
}

/**
 * The root of a lock that forbids changing `path` with the tokens that were sent (§7): of an exclusive lock its token is needed, of shared
 * ones any one. `members`: the collection's list of members changes as well, so the locks of the parent count.
 */
export function lockedRoot(
  locks: readonly DavLock[],
  path: Path,
  { sent, members }: { sent: ReadonlySet<string>; members: boolean },
): Path | undefined {
  const places = members && path.length > 0 ? [path, parentOf(path)] : [path];
  for (const place of places) {
    const held = locks.filter((lock) => covers(lock, place));
    if (held.length > 0 && !held.some(({ token, mine }) => mine && sent.has(token))) return held[0]!.root;
  }
  return undefined;
}

/** Roots of locks inside a tree whose tokens were not sent: they keep the tree from being removed or replaced. */
export function lockedInside(locks: readonly DavLock[], root: Path, sent: ReadonlySet<string>): Path[] {
  return locks
    .filter((lock) => within(lock.root, root) && !samePath(lock.root, root) && !(lock.mine && sent.has(lock.token)))
    .map((lock) => lock.root);
}

/** Seconds that a Timeout header asks for (§10.7), at most `most`; `most` when it asks for nothing we understand. */
export function timeoutOf(header: string | null, most: number): number {
  for (const wish of (header ?? '').split(',')) {
    const seconds = /^\s*Second-(\d{1,10})\s*$/i.exec(wish)?.[1];
    if (seconds !== undefined) return Math.min(most, Math.max(1, Number(seconds)));
    if (/^\s*Infinite\s*$/i.test(wish)) return most;
  }
  return most;
}
