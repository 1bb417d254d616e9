// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { commands } from './commands/all.ts';
import { readContent } from './jobs/read-content.ts';
import { recogniseText } from './jobs/recognise-text.ts';
import { sweepEditSessions } from './jobs/sweep-editing.ts';
import { gatherEvidenceNightly, stampEvidenceSoon } from './jobs/secure-evidence.ts';
import { whenContentArrivesReadIt } from './reactions/when-content-arrives-read-it.ts';
import { texts } from './texts/index.ts';
import { endpoints, pages } from './web/pages.ts';

/** E-Akte: filing plan, file, case, document; search. */
export const records: Module = {
  name: 'records',
  dependsOn: ['people'],
  sql: new URL('sql/', import.meta.url),
  permissions: {
    'records.read': 'records.permission.read',
    'records.write': 'records.permission.write',
    'records.sign': 'records.permission.sign',
    'records.registry': 'records.permission.registry',
    'records.prove': 'records.permission.prove',
  },
  pages,
  endpoints,
  commands,
  reactions: [whenContentArrivesReadIt],
  jobs: [gatherEvidenceNightly, readContent, recogniseText, stampEvidenceSoon, sweepEditSessions],
  texts,
  places: ['records.desk', 'records.desk-side', 'records.file', 'records.case', 'records.document'],
  administration: [
    {
      text: 'records.plan.title',
      meta: 'records.plan-page.meta',
      href: '/filing-plan',
      permission: 'records.read',
    },
    {
      text: 'records.unsealings.title',
      meta: 'records.unsealings.meta',
      href: '/unsealings',
      permission: 'records.registry',
    },
    { text: 'records.evidence.title', meta: 'records.evidence.meta', href: '/evidence', permission: 'signed-in' },
  ],
  navigation: [
    { text: 'records.navigation.desk', href: '/', permission: 'signed-in' },
    { text: 'records.navigation.files', href: '/files', permission: 'records.read' },
  ],
};
