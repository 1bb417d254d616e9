// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, empty } from '../answer.ts';
import {
  askConditions,
  askLocks,
  askLocksInside,
  askParent,
  bodyOf,
  depthOf,
  destinationOf,
  dropLocks,
  type Exchange,
} from '../exchange.ts';
import { type Path, within } from '../path.ts';
import type { DavResource } from '../store.ts';

/** MKCOL (RFC 4918 §9.3). A body would mean something we do not know. */
export async function makeCollection(exchange: Exchange): Promise<Response | DavRefusal> {
  const { request, store, path, target } = exchange;
  for await (const piece of bodyOf(request)) if (piece.byteLength > 0) return new DavRefusal(415);
  if (target) return new DavRefusal(405);
  const no = (await askParent(exchange, path)) ?? (await askConditions(exchange)) ?? askLocks(exchange, path, true);
  if (no) return no;
  return (await store.makeCollection(path)) ?? empty(201);
}

/** DELETE (§9.6): the whole tree or nothing. */
export async function remove(exchange: Exchange): Promise<Response | DavRefusal> {
  const { request, store, path, target } = exchange;
  if (!target) return new DavRefusal(404);
  if (path.length === 0 || request.url.includes('#')) return new DavRefusal(403);
  if (target.kind === 'collection' && depthOf(exchange, 'infinity') !== 'infinity') return new DavRefusal(400);
  const no = (await askConditions(exchange)) ?? askLocks(exchange, path, true) ?? askLocksInside(exchange, path);
  if (no) return no;
  const refusal = await store.remove(path);
  if (refusal) return refusal;
  await dropLocks(exchange, path);
  return empty(204);
}

/** COPY (§9.8). Properties go along, locks do not. */
export async function copy(exchange: Exchange): Promise<Response | DavRefusal> {
  const depth = depthOf(exchange, 'infinity');
  if (depth === undefined || depth === '1') return new DavRefusal(400);
  const way = await wayOf(exchange);
  if (way instanceof DavRefusal) return way;
  const no = await clear(exchange, way);
  if (no) return no;
  const refusal = await exchange.store.copy(exchange.path, way.to, depth === 'infinity');
  return refusal ?? empty(way.there ? 204 : 201);
}

/** MOVE (§9.9): the source's locks end, those of the target stay. */
export async function move(exchange: Exchange): Promise<Response | DavRefusal> {
  const { target, path } = exchange;
  if (target?.kind === 'collection' && depthOf(exchange, 'infinity') !== 'infinity') return new DavRefusal(400);
  if (path.length === 0) return new DavRefusal(403);
  const way = await wayOf(exchange);
  if (way instanceof DavRefusal) return way;
  const no = askLocks(exchange, path, true) ?? askLocksInside(exchange, path) ?? (await clear(exchange, way));
  if (no) return no;
  const refusal = await exchange.store.move(path, way.to);
  if (refusal) return refusal;
  await dropLocks(exchange, path);
  return empty(way.there ? 204 : 201);
}

interface Way {
  readonly to: Path;
  readonly from: DavResource;
  readonly there: DavResource | undefined;
}

async function wayOf(exchange: Exchange): Promise<Way | DavRefusal> {
  const { store, path, target: from, request } = exchange;
  if (!from) return new DavRefusal(404);
  const to = destinationOf(exchange);
  if (to instanceof DavRefusal) return to;
  if (to.length === 0 || within(to, path) || within(path, to)) return new DavRefusal(403);
  const there = await store.find(to);
  if (there && request.headers.get('overwrite')?.trim().toUpperCase() === 'F') return new DavRefusal(412);
  return (await askParent(exchange, to)) ?? (await askConditions(exchange)) ?? { to, from, there };
}

/** Makes room at the target: a file over a file is replaced by the store in one step. */
async function clear(exchange: Exchange, { to, from, there }: Way): Promise<DavRefusal | undefined> {
  const no = askLocks(exchange, to, !there) ?? askLocksInside(exchange, to);
  if (no || !there || (there.kind === 'file' && from.kind === 'file')) return no;
  return exchange.store.remove(to);
}
