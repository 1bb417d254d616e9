// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { bookCsvEndpoint, bookPage } from './book-page.tsx';
import { fileEndpoint, inboxPage, itemPage, newCaseEndpoint, undoEndpoint } from './inbox-page.tsx';
import { itemContentEndpoint, itemPageEndpoint, itemThumbEndpoint } from './item-content.ts';
import { messageEndpoint, receiveEndpoint, receivePage } from './receive-page.tsx';
import { routesPage } from './routes-page.tsx';

/** All pages of the module. */
export const pages: readonly Page[] = [inboxPage, receivePage, bookPage, routesPage, itemPage];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [
  bookCsvEndpoint,
  fileEndpoint,
  itemContentEndpoint,
  itemPageEndpoint,
  itemThumbEndpoint,
  messageEndpoint,
  newCaseEndpoint,
  receiveEndpoint,
  undoEndpoint,
];
