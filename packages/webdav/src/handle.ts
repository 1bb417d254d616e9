// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, empty, refused } from './answer.ts';
import { type Exchange, type Mount, openExchange } from './exchange.ts';
import { lock, unlock } from './methods/lock.ts';
import { propfind } from './methods/propfind.ts';
import { proppatch } from './methods/proppatch.ts';
import { put } from './methods/put.ts';
import { read } from './methods/read.ts';
import { copy, makeCollection, move, remove } from './methods/tree.ts';

export type { Mount } from './exchange.ts';

type Method = (exchange: Exchange) => Promise<Response | DavRefusal>;

const methods = {
  OPTIONS: options,
  GET: read,
  HEAD: read,
  PUT: put,
  DELETE: remove,
  COPY: copy,
  MOVE: move,
  MKCOL: makeCollection,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  LOCK: lock,
  UNLOCK: unlock,
} as const satisfies Readonly<Record<string, Method>>;

/** Every method that is served. */
export const davMethods = Object.keys(methods) as readonly (keyof typeof methods)[];
/** Those that change nothing. */
export const safeMethods: ReadonlySet<string> = new Set(['OPTIONS', 'GET', 'HEAD', 'PROPFIND']);

/** Told with every answer: clients of Microsoft edit only where the last line stands. */
const standing = { dav: '1, 2', allow: davMethods.join(', '), 'ms-author-via': 'DAV' };

/** One request below a mount, answered by the rules of WebDAV class 1 and 2 (RFC 4918). Faults of the store are thrown on. */
export async function handleDav(request: Request, mount: Mount): Promise<Response> {
  const method: Method | undefined = Object.hasOwn(methods, request.method)
    ? methods[request.method as keyof typeof methods]
    : undefined;
  if (!method) return empty(405, standing);
  const exchange = await openExchange(request, mount);
  const answer = exchange instanceof DavRefusal ? exchange : await method(exchange);
  if (answer instanceof DavRefusal) return refused(answer, standing);
  for (const [name, value] of Object.entries(standing)) answer.headers.set(name, value);
  return answer;
}

async function options(): Promise<Response> {
  return empty(200, { 'content-length': '0' });
}
