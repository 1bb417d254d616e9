// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { openCase } from './commands/open-case.ts';
import { openFile } from './commands/open-file.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';

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
  pages: [],
  endpoints: [],
  commands: [openFile, openCase],
  reactions: [],
  jobs: [],
  texts: { de, en },
};
