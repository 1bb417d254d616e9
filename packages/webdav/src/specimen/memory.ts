// SPDX-License-Identifier: EUPL-1.2
// A store in memory: for tests, and as the shortest example of one.
import { DavRefusal } from '../answer.ts';
import { type DavLock, lockAgainst } from '../lock.ts';
import { type Path, samePath, within } from '../path.ts';
import { changeDead } from '../properties.ts';
import type { DavResource, DavStore, DeadProperty, Stream } from '../store.ts';

interface Entry {
  readonly path: Path;
  readonly resource: DavResource;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly dead: readonly DeadProperty[];
}

/** What a memory store may be given. */
export interface MemoryOptions {
  /** The clock; standing still unless given. */
  readonly now?: () => Date;
  /** Largest file, in bytes. */
  readonly limit?: number;
  readonly rescue?: DavStore['rescue'];
}

/** Opens an empty tree. */
export function memoryStore(options: MemoryOptions = {}): DavStore {
  const { now = () => new Date(0), limit = 8 << 20, rescue } = options;
  const tree = memoryTree(now);
  return {
    ...reading(tree),
    ...changing(tree, now, limit),
    ...locking(now),
    ...(rescue ? { rescue } : {}),
  };
}

interface Tree {
  get(path: Path): Entry | undefined;
  set(entry: Entry): void;
  drop(path: Path): void;
  /** The entry itself and all below. */
  under(root: Path): Entry[];
}

function memoryTree(now: () => Date): Tree {
  const entries = new Map<string, Entry>();
  const keyOf = (path: Path) => JSON.stringify(path);
  const tree: Tree = {
    get: (path) => entries.get(keyOf(path)),
    set: (entry) => void entries.set(keyOf(entry.path), entry),
    drop: (path) => void entries.delete(keyOf(path)),
    under: (root) => [...entries.values()].filter(({ path }) => within(path, root)),
  };
  tree.set(collection([], now()));
  return tree;
}

function collection(path: Path, at: Date): Entry {
  const resource: DavResource = { kind: 'collection', created: at, modified: at, etag: '', size: 0, mediaType: '' };
  return { path, resource, bytes: new Uint8Array(), dead: [] };
}

function reading(tree: Tree): Pick<DavStore, 'find' | 'list' | 'read' | 'properties'> {
  return {
    find: async (path) => tree.get(path)?.resource,
    list: async (path) =>
      tree
        .under(path)
        .filter((entry) => entry.path.length === path.length + 1)
        .map(({ path: names, resource }) => ({ name: names.at(-1) ?? '', resource })),
    read: async (path, range) => {
      const bytes = tree.get(path)?.bytes;
      return bytes ? once(range ? bytes.slice(range.from, range.to) : bytes) : new DavRefusal(404);
    },
    properties: async (path) => tree.get(path)?.dead ?? [],
  };
}

type Changing = Pick<DavStore, 'write' | 'makeCollection' | 'remove' | 'copy' | 'move' | 'changeProperties'>;

function changing(tree: Tree, now: () => Date, limit: number): Changing {
  let written = 0;
  const transfer = async (from: Path, to: Path, deep: boolean) => {
    for (const entry of tree.under(from))
      if (deep || samePath(entry.path, from)) tree.set({ ...entry, path: [...to, ...entry.path.slice(from.length)] });
    return undefined;
  };
  const remove = async (root: Path) => {
    for (const { path } of tree.under(root)) tree.drop(path);
    return undefined;
  };
  return {
    async write(path, body, mediaType) {
      const bytes = await gather(body, limit);
      if (bytes instanceof DavRefusal) return bytes;
      const before = tree.get(path);
      written += 1;
      const times = { created: before?.resource.created ?? now(), modified: now() };
      const resource: DavResource = { kind: 'file', ...times, etag: `"${written}"`, size: bytes.byteLength, mediaType };
      tree.set({ path, resource, bytes, dead: before?.dead ?? [] });
      return resource;
    },
    async makeCollection(path) {
      tree.set(collection(path, now()));
      return undefined;
    },
    remove,
    copy: transfer,
    async move(from, to) {
      await transfer(from, to, true);
      return remove(from);
    },
    async changeProperties(path, changes) {
      const entry = tree.get(path);
      if (entry) tree.set({ ...entry, dead: changeDead(entry.dead, changes) });
      return undefined;
    },
  };
}

function locking(now: () => Date): Pick<DavStore, 'locks' | 'lock' | 'refreshLock' | 'unlock'> {
  let locks: DavLock[] = [];
  return {
    locks: async () => locks.filter(({ until }) => until > now()),
    async lock(wanted) {
      locks = locks.filter(({ until }) => until > now());
      if (lockAgainst(locks, wanted)) return new DavRefusal(423);
      locks.push(wanted);
      return undefined;
    },
    async refreshLock(token, until) {
      locks = locks.map((one) => (one.token === token ? { ...one, until } : one));
    },
    async unlock(token) {
      locks = locks.filter((one) => one.token !== token);
    },
  };
}

async function* once(bytes: Uint8Array): Stream {
  yield bytes;
}

async function gather(body: Stream, limit: number): Promise<Uint8Array<ArrayBuffer> | DavRefusal> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > limit) return new DavRefusal(413);
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
