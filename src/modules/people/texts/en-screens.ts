// SPDX-License-Identifier: EUPL-1.2
import type { screensDe } from './de-screens.ts';

/** What stands on the pages. */
export const screensEn: Record<keyof typeof screensDe, string> = {
  'people.on-behalf': 'You act as a deputy',
  'people.me.link': 'My account',
};
