// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint } from '../../../kernel/page.ts';
import { findItemContent, findItemPicture } from '../queries/item-view.ts';

/** The original as it came, always as an attachment; what lies in quarantine is not handed out. */
export const itemContentEndpoint: Endpoint = {
  method: 'GET',
  path: '/post/items/:item/content',
  permission: 'post.read',
  summary: 'Download a piece of post as it came; not while it is in quarantine',
  async handle(visit) {
    const found = await visit.read((tx) => findItemContent(tx, visit.param('item')));
    if (!found) return visit.notFound();
    return new Response(await visit.runtime.blobs.get(found.content), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  },
};

/** The picture of a page. */
export const itemPageEndpoint: Endpoint = pictureEndpoint('pages', 'picture');
/** The small picture of a page. */
export const itemThumbEndpoint: Endpoint = pictureEndpoint('thumbnails', 'thumb');

function pictureEndpoint(path: string, kind: 'picture' | 'thumb'): Endpoint {
  return {
    method: 'GET',
    path: `/post/items/:item/${path}/:page`,
    permission: 'post.read',
    summary: `Picture of a page of a piece of post (${kind})`,
    async handle(visit) {
      const page = Number(visit.param('page'));
      const valid = Number.isInteger(page) && page > 0 && page < 2 ** 31;
      const found = valid ? await visit.read((tx) => findItemPicture(tx, visit.param('item'), { page, kind })) : undefined;
      if (!found) return visit.notFound();
      return new Response(await visit.runtime.blobs.get(found), {
        headers: { 'cache-control': 'private, max-age=3600', 'x-content-type-options': 'nosniff', 'content-type': 'image/webp' },
      });
    },
  };
}
