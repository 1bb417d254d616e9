// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { caseRetentionPage } from './case-retention-page.tsx';
import { fileRetentionPage } from './file-retention-page.tsx';
import { newRulePage } from './new-rule-page.tsx';
import { retentionPage } from './retention-page.tsx';
import { rulePage } from './rule-page.tsx';
import { protocolEndpoint } from './protocol.ts';
import { runPage } from './run-page.tsx';
import { runsPage } from './runs-page.tsx';

export { panels } from './panels.tsx';

/** All pages of the module; fixed addresses before those with a parameter. */
export const pages: readonly Page[] = [
  retentionPage,
  newRulePage,
  rulePage,
  caseRetentionPage,
  fileRetentionPage,
  runsPage,
  runPage,
];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [protocolEndpoint];
