// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Visit } from '../../../kernel/page.ts';
import { findContent } from '../queries/find-content.ts';

/** Downloads of uploaded bytes are always attachments: nothing that came from outside runs as a page of ours. */
const hostile = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};
/** Pictures that we made ourselves may be kept by the browser for a while. */
const ours = { 'cache-control': 'private, max-age=3600', 'x-content-type-options': 'nosniff' };

/** The original of a version, as it came. */
export const contentEndpoint: Endpoint = {
  method: 'GET',
  path: '/documents/:document/content',
  permission: 'records.read',
  summary: 'Download the original of a version; byte ranges are served',
  async handle(visit) {
    const found = await visit.read((tx) =>
      findContent(tx, { document: visit.param('document'), version: numberOf(visit, 'version') }),
    );
    if (!found) return visit.notFound();
    const range = rangeOf(visit.context.req.header('range'), found.size);
    if (range === 'unsatisfiable')
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${found.size}` } });
    const body = await visit.runtime.blobs.get(found.content, range);
    const headers = {
      ...hostile,
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(found.fileName),
      'accept-ranges': 'bytes',
    };
    if (!range) return new Response(body, { headers: { ...headers, 'content-length': String(found.size) } });
    const { from, to } = range;
    return new Response(body, {
      status: 206,
      headers: { ...headers, 'content-length': String(to - from), 'content-range': `bytes ${from}-${to - 1}/${found.size}` },
    });
  },
};

/** The picture of a page. */
export const pageImageEndpoint: Endpoint = imageEndpoint('pages', 'page');
/** The small picture of a page. */
export const thumbnailEndpoint: Endpoint = imageEndpoint('thumbnails', 'thumbnail');

function imageEndpoint(path: string, kind: 'page' | 'thumbnail'): Endpoint {
  return {
    method: 'GET',
    path: `/documents/:document/${path}/:page`,
    permission: 'records.read',
    summary: `Picture of a page (${kind})`,
    async handle(visit) {
      const page = Number(visit.param('page'));
      const found = isNumber(page)
        ? await visit.read((tx) =>
            findContent(tx, {
              document: visit.param('document'),
              version: numberOf(visit, 'version'),
              rendition: { kind, page },
            }),
          )
        : undefined;
      if (!found) return visit.notFound();
      return new Response(await visit.runtime.blobs.get(found.content), {
        headers: { ...ours, 'content-type': found.mediaType, 'content-length': String(found.size) },
      });
    },
  };
}

function numberOf(visit: Visit, name: string): number | undefined {
  const value = Number(visit.query(name) ?? Number.NaN);
  return isNumber(value) ? value : undefined;
}

/** What the database can hold as the number of a page or version. */
function isNumber(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value < 2 ** 31;
}

/** One range of RFC 9110 §14; several are answered with the whole. `to` is exclusive. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from >= size || from >= to ? 'unsatisfiable' : { from, to };
}

/** RFC 6266 and RFC 8187: an ASCII name for old clients, the true one beside it. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
