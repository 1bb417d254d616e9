// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { commands } from './commands/all.ts';
import { carryOutRuns, shredRest } from './jobs/carry-out-runs.ts';
import { settleRules } from './jobs/settle-rules.ts';
import { whenAFileChangesFollowItsRetention } from './reactions/when-a-file-changes-follow-its-retention.ts';
import { texts } from './texts/index.ts';
import { endpoints, pages, panels } from './web/pages.ts';

/** Retention and disposal: rules, explained periods, holds, appraisal, transfer to the archive, destruction. */
export const disposal: Module = {
  name: 'disposal',
  dependsOn: ['people', 'records'],
  sql: new URL('sql/', import.meta.url),
  permissions: {
    'disposal.read': 'disposal.permission.read',
    'disposal.manage': 'disposal.permission.manage',
    'disposal.release': 'disposal.permission.release',
    'disposal.rules': 'disposal.permission.rules',
  },
  pages,
  endpoints,
  commands,
  reactions: [whenAFileChangesFollowItsRetention],
  jobs: [settleRules, carryOutRuns, shredRest],
  texts,
  panels,
  navigation: [{ text: 'disposal.navigation', href: '/retention', permission: 'disposal.read' }],
};
