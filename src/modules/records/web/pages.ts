// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import { casePage, caseTreeEndpoint } from './case-page.tsx';
import { contentEndpoint, pageImageEndpoint, thumbnailEndpoint } from './content.ts';
import { comparePage } from './compare-page.tsx';
import { davEndpoints } from './dav.ts';
import { deskPage } from './desk-page.tsx';
import { documentPage } from './document-page.tsx';
import { editPage, endEditingEndpoint, openEditingEndpoint } from './edit-page.tsx';
import { erasePage } from './erase-page.tsx';
import { evidencePage } from './evidence-page.tsx';
import { filePage } from './file-page.tsx';
import { filingPlanPage } from './filing-plan-page.tsx';
import { filesPage } from './files-page.tsx';
import { importPlanPage, previewPlanEndpoint } from './import-plan-page.tsx';
import { namePage } from './name-page.tsx';
import { newCasePage } from './new-case-page.tsx';
import { newFilePage } from './new-file-page.tsx';
import { planUnitPage } from './plan-unit-page.tsx';
import { proofPackageEndpoint, proofPage } from './proof-page.tsx';
import { referencesPage } from './references-page.tsx';
import { registerPage } from './register-page.tsx';
import { searchPage, suggestEndpoint } from './search-page.tsx';
import { themeEndpoint } from './theme.ts';
import { uploadFormEndpoint } from './upload-form.ts';
import { unsealingsPage } from './unsealings-page.tsx';
import { newVersionEndpoint } from './version-form.tsx';
import { announceUploadEndpoint, askUploadEndpoint, continueUploadEndpoint } from './uploads.ts';

/** All pages of the module; `/files/new` before `/files/:file`. */
export const pages: readonly Page[] = [
  deskPage,
  filesPage,
  newFilePage,
  filePage,
  namePage,
  newCasePage,
  casePage,
  documentPage,
  editPage,
  comparePage,
  proofPage,
  registerPage,
  searchPage,
  filingPlanPage,
  importPlanPage,
  referencesPage,
  planUnitPage,
  erasePage,
  unsealingsPage,
  evidencePage,
];

/** All routes that are no page. */
export const endpoints: readonly Endpoint[] = [
  announceUploadEndpoint,
  continueUploadEndpoint,
  askUploadEndpoint,
  uploadFormEndpoint,
  newVersionEndpoint,
  openEditingEndpoint,
  endEditingEndpoint,
  ...davEndpoints,
  caseTreeEndpoint,
  contentEndpoint,
  pageImageEndpoint,
  thumbnailEndpoint,
  suggestEndpoint,
  proofPackageEndpoint,
  previewPlanEndpoint,
  themeEndpoint,
];
