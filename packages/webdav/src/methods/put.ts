// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, empty } from '../answer.ts';
import { askConditions, askLocks, askParent, bodyOf, type Exchange } from '../exchange.ts';

/** PUT: new content, at once or not at all. What is refused because of others is handed to the store's rescue. */
export async function put(exchange: Exchange): Promise<Response | DavRefusal> {
  const { request, store, path, target } = exchange;
  if (path.length === 0 || target?.kind === 'collection') return new DavRefusal(405);
  // RFC 9110 §14.4: a part taken for the whole would destroy the rest.
  if (request.headers.has('content-range')) return new DavRefusal(400);
  const orphan = await askParent(exchange, path);
  if (orphan) return orphan;
  const no = (await askConditions(exchange)) ?? askLocks(exchange, path, !target);
  if (no) return rescued(exchange, no);
  const written = await store.write(path, bodyOf(request), mediaTypeOf(request));
  if (written instanceof DavRefusal) return written;
  return empty(target ? 204 : 201, { etag: written.etag });
}

async function rescued({ request, store, path, target }: Exchange, no: DavRefusal): Promise<DavRefusal> {
  const sentence = target ? await store.rescue?.(path, bodyOf(request), mediaTypeOf(request)) : undefined;
  if (sentence === undefined) return no;
  const { status, condition, hrefs } = no;
  return new DavRefusal(status, { ...(condition ? { condition } : {}), hrefs, sentence });
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? 'application/octet-stream').slice(0, 200);
}
