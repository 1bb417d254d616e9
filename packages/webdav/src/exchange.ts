// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal } from './answer.ts';
import { type ConditionList, ifHolds, parseIf, tokensIn } from './if-header.ts';
import { type DavLock, lockedInside, lockedRoot } from './lock.ts';
import { addressOf, type Path, readPath, samePath } from './path.ts';
import type { DavResource, DavStore, Stream } from './store.ts';
import { parseXml, xmlLimits } from './xml/parse.ts';
import type { XmlNode } from './xml/node.ts';

/** Where a store is reached, and what holds there. */
export interface Mount {
  /** Path of the root without the slash at its end, e.g. `/dav/abc`. */
  readonly base: string;
  readonly store: DavStore;
  readonly now: Date;
  /** Longest a lock lasts without a refresh, in seconds. */
  readonly longestLock: number;
  /** A fresh lock token, `urn:uuid:…`. */
  newToken(): string;
}

/** One request on its way: what was asked, and the state it is about. */
export interface Exchange {
  readonly request: Request;
  readonly mount: Mount;
  readonly store: DavStore;
  readonly path: Path;
  readonly target: DavResource | undefined;
  readonly locks: readonly DavLock[];
  readonly conditions: readonly ConditionList[];
  /** Lock tokens that the client sent along. */
  readonly sent: ReadonlySet<string>;
}

/** Reads what every method needs; a header that cannot be read is a refusal. */
export async function openExchange(request: Request, mount: Mount): Promise<Exchange | DavRefusal> {
  const path = readPath(rawPath(request.url), mount.base);
  if (!path) return new DavRefusal(400);
  const header = request.headers.get('if');
  const conditions = header === null ? [] : parseIf(header);
  if (!conditions) return new DavRefusal(400);
  const [target, locks] = await Promise.all([mount.store.find(path), mount.store.locks()]);
  return { request, mount, store: mount.store, path, target, locks, conditions, sent: tokensIn(conditions) };
}

/** The path as it was sent: the URL class would fold `%2e%2e` away before it could be refused. */
function rawPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  return start < 0 ? '/' : url.slice(start);
}

/** The address of a path below this mount. */
export function hrefOf({ mount }: Exchange, path: Path, collection = false): string {
  return addressOf(mount.base, path, collection);
}

/** Preconditions of RFC 9110 §13 and RFC 4918 §10.4; a refusal with 412 when one does not hold. */
export async function askConditions(exchange: Exchange): Promise<DavRefusal | undefined> {
  const { request, target, conditions } = exchange;
  const failed = new DavRefusal(412);
  const match = request.headers.get('if-match');
  if (match !== null && !(target && (match.trim() === '*' || tagsOf(match).includes(target.etag)))) return failed;
  const none = request.headers.get('if-none-match');
  if (none !== null && target && (none.trim() === '*' || tagsOf(none).includes(target.etag))) return failed;
  return conditions.length === 0 || (await ifHolds(conditions, stateOf(exchange))) ? undefined : failed;
}

/** Entity tags of a header; weak ones compare like strong ones nowhere here, so they never match. */
export function tagsOf(header: string): string[] {
  return header.slice(0, 8192).match(/(?:W\/)?"[^"]{0,500}"/g) ?? [];
}

function stateOf({ store, path, locks, mount, target }: Exchange) {
  return {
    locks,
    pathOf: (address: string | undefined) => (address === undefined ? path : readPath(withoutHost(address), mount.base)),
    async etagOf(wanted: Path) {
      const found = samePath(wanted, path) ? target : await store.find(wanted);
      return found?.kind === 'file' ? found.etag : undefined;
    },
  };
}

function withoutHost(address: string): string {
  return /^https?:\/\//i.test(address) ? rawPath(address) : address;
}

/** May this path be changed with the tokens that were sent? `members`: it appears or disappears. */
export function askLocks(exchange: Exchange, path: Path, members: boolean): DavRefusal | undefined {
  const root = lockedRoot(exchange.locks, path, { sent: exchange.sent, members });
  return root && locked(exchange, [root]);
}

/** May everything below be removed or replaced? */
export function askLocksInside(exchange: Exchange, path: Path): DavRefusal | undefined {
  const roots = lockedInside(exchange.locks, path, exchange.sent);
  return roots.length > 0 ? locked(exchange, roots) : undefined;
}

function locked(exchange: Exchange, roots: readonly Path[]): DavRefusal {
  return new DavRefusal(423, { condition: 'lock-token-submitted', hrefs: roots.map((root) => hrefOf(exchange, root)) });
}

/** The parent exists and is a collection; else 409 (RFC 4918 §9.3.1). */
export async function askParent({ store }: Exchange, path: Path): Promise<DavRefusal | undefined> {
  const parent = await store.find(path.slice(0, -1));
  return parent?.kind === 'collection' ? undefined : new DavRefusal(409);
}

/** Where COPY and MOVE lead; 502 when it is another server, 400 when it is no address (RFC 4918 §9.8.5). */
export function destinationOf({ request, mount }: Exchange): Path | DavRefusal {
  const header = request.headers.get('destination');
  if (header === null) return new DavRefusal(400);
  const host = /^https?:\/\/([^/]*)/i.exec(header)?.[1];
  const own = request.headers.get('host') ?? new URL(request.url).host;
  if (host !== undefined && host.toLowerCase() !== own.toLowerCase()) return new DavRefusal(502);
  const address = withoutHost(header);
  if (address !== mount.base && !address.startsWith(`${mount.base}/`)) return new DavRefusal(502);
  return readPath(address, mount.base) ?? new DavRefusal(400);
}

/** The body as XML: undefined when it is empty, a refusal when it cannot be read or is too large. */
export async function xmlBody({ request }: Exchange): Promise<XmlNode | DavRefusal | undefined> {
  const bytes: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bodyOf(request)) {
    size += piece.byteLength;
    if (size > xmlLimits.bytes) return new DavRefusal(413);
    bytes.push(piece);
  }
  if (size === 0) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return parseXml(new TextDecoder(encodingOf(whole)).decode(whole)) ?? new DavRefusal(400);
}

/** RFC 4918 §8.2 wants UTF-8 and UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
}

/** The body as a stream; nothing when there is none. */
export async function* bodyOf({ body }: Request): Stream {
  if (body) yield* body as unknown as Stream;
}

/** Depth of a request (RFC 4918 §10.2); undefined when the header makes no sense. */
export function depthOf({ request }: Exchange, usual: '0' | '1' | 'infinity'): '0' | '1' | 'infinity' | undefined {
  const header = request.headers.get('depth')?.trim().toLowerCase() ?? usual;
  return header === '0' || header === '1' || header === 'infinity' ? header : undefined;
}

/** Forgets the locks of what is gone (RFC 4918 §9.6). */
export async function dropLocks({ locks, store }: Exchange, gone: Path): Promise<void> {
  for (const { token, root } of locks)
    if (root.length >= gone.length && gone.every((name, index) => root[index] === name)) await store.unlock(token);
}
