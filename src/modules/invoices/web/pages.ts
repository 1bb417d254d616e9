// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { checkEndpoint, checkPage } from './check-page.tsx';
import { batchEndpoint, handoverPage } from './handover-page.tsx';
import { invoicePage } from './invoice-page.tsx';
import { letterPage, originalEndpoint } from './papers.tsx';
import { queuePage } from './queue-page.tsx';
import { receiveEndpoint, receivePage } from './receive-page.tsx';

/** All pages of the module; fixed addresses before `/invoices/:invoice`. */
export const pages: readonly Page[] = [queuePage, receivePage, handoverPage, invoicePage, letterPage, checkPage];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [receiveEndpoint, originalEndpoint, batchEndpoint, checkEndpoint];
