// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { checkEndpoint, checkPage } from './check-page.tsx';
import { batchEndpoint } from './batch-endpoint.ts';
import { handoverPage } from './handover-page.tsx';
import { invoicePage } from './invoice-page.tsx';
import { listPage, previewListEndpoint } from './list-page.tsx';
import { listsPage } from './lists-page.tsx';
import { acknowledgementPage, attachmentEndpoint, letterPage, originalEndpoint } from './papers.tsx';
import { printPage } from './print-page.tsx';
import { queuePage } from './queue-page.tsx';
import { receiveEndpoint, receivePage } from './receive-page.tsx';
import { templatesPage, tryTemplateEndpoint } from './templates-page.tsx';

/** All pages of the module; fixed addresses before `/invoices/:invoice`. */
export const pages: readonly Page[] = [
  queuePage,
  receivePage,
  handoverPage,
  listsPage,
  listPage,
  templatesPage,
  invoicePage,
  letterPage,
  acknowledgementPage,
  printPage,
  checkPage,
];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [
  receiveEndpoint,
  originalEndpoint,
  attachmentEndpoint,
  batchEndpoint,
  previewListEndpoint,
  tryTemplateEndpoint,
  checkEndpoint,
];
