// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { commands } from './commands/all.ts';
import { whenDocumentChangesFollowIt } from './reactions/when-document-changes-follow-it.ts';
import { whenPostArrivesWakeItsCase } from './reactions/when-post-arrives-wake-its-case.ts';
import { texts } from './texts/index.ts';
import { endpoints, pages } from './web/pages.ts';
import { panels } from './web/panels.tsx';

/** Circulation: orders, co-signing, signing off, follow-ups. */
export const circulation: Module = {
  name: 'circulation',
  dependsOn: ['people', 'records'],
  sql: new URL('sql/', import.meta.url),
  permissions: {
    'circulation.read': 'circulation.permission.read',
    'circulation.act': 'circulation.permission.act',
    'circulation.order': 'circulation.permission.order',
  },
  pages,
  endpoints,
  commands,
  reactions: [whenDocumentChangesFollowIt, whenPostArrivesWakeItsCase],
  jobs: [],
  texts,
  panels,
  navigation: [{ text: 'circulation.navigation', href: '/follow-ups', permission: 'circulation.act' }],
};
