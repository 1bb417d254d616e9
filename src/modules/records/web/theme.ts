// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint } from '../../../kernel/page.ts';
import { themeCookie } from '../../../ui/theme.ts';

const chosen = z.strictObject({ theme: z.enum(['auto', 'light', 'dark']) });

/** Light, dark, or as the device, where no script runs: a cookie of this browser and no act, then back to where one was. */
export const themeEndpoint: Endpoint = {
  method: 'POST',
  path: '/theme',
  permission: 'anyone',
  summary: 'Choose the appearance without script',
  input: chosen,
  handle({ context }, input) {
    const { theme } = input as z.infer<typeof chosen>;
    context.header('set-cookie', themeCookie(theme));
    return Promise.resolve(context.redirect(pathOf(context.req.header('referer')), 303));
  },
};

/** Only the path of the page one came from: a foreign address leads nowhere. */
function pathOf(referer: string | undefined): string {
  const url = referer === undefined ? null : URL.parse(referer);
  const path = url ? `${url.pathname}${url.search}` : '/';
  return path.startsWith('//') ? '/' : path;
}
