// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { calendarEndpoint, calendarPage } from './calendar-page.tsx';
import { flowPage } from './flow-page.tsx';
import { followUpsPage, setFollowUpPage } from './follow-up-pages.tsx';
import { newOrderPage, orderDirectoryEndpoint, previewOrderEndpoint } from './new-order-page.tsx';
import { orderPage } from './order-page.tsx';
import { radarPage } from './radar-page.tsx';
import { sheetPage } from './sheet-page.tsx';

/** All pages of the module. */
export const pages: readonly Page[] = [
  newOrderPage,
  orderPage,
  sheetPage,
  setFollowUpPage,
  followUpsPage,
  calendarPage,
  radarPage,
  flowPage,
];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [previewOrderEndpoint, orderDirectoryEndpoint, calendarEndpoint];
