// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, empty } from '../answer.ts';
import { type Exchange, tagsOf } from '../exchange.ts';

/** What came from outside never runs as a page. */
const inert = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };

/** GET and HEAD: the content, whole or one range of it; of a collection the names in it, for people. */
export async function read({ request, store, path, target }: Exchange): Promise<Response | DavRefusal> {
  if (!target) return new DavRefusal(404);
  if (target.kind === 'collection') {
    const names = (await store.list(path)).map(({ name, resource }) => `${name}${resource.kind === 'collection' ? '/' : ''}\n`);
    return new Response(names.join(''), { headers: { ...inert, 'content-type': 'text/plain; charset=utf-8' } });
  }
  const { etag, size, mediaType, modified } = target;
  const headers = { ...inert, etag, 'last-modified': modified.toUTCString(), 'accept-ranges': 'bytes' };
  if (tagsOf(request.headers.get('if-none-match') ?? '').includes(etag)) return empty(304, headers);
  const range = rangeOf(request.headers.get('range'), size);
  if (range === 'unsatisfiable') return empty(416, { 'content-range': `bytes */${size}` });
  const { from, to } = range ?? { from: 0, to: size };
  const told = { ...headers, 'content-type': mediaType, 'content-length': String(to - from) };
  const partial = range ? { 'content-range': `bytes ${from}-${to - 1}/${size}` } : {};
  if (request.method === 'HEAD') return empty(200, told);
  const content = await store.read(path, range);
  if (content instanceof DavRefusal) return content;
  const body = ReadableStream.from(content) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(body, { status: range ? 206 : 200, headers: { ...told, ...partial } });
}

/** One range of RFC 9110 §14; several are answered with the whole. `to` is exclusive. */
export function rangeOf(header: string | null, size: number): { from: number; to: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from >= size || from >= to ? 'unsatisfiable' : { from, to };
}
