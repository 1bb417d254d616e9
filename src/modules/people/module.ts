// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { permissions } from './rules/permissions.ts';
import { de } from './texts/de.ts';

/** Persons, organisational units, functions, substitution, sign-in. */
export const people: Module = {
  name: 'people',
  dependsOn: [],
  sql: new URL('sql/', import.meta.url),
  permissions,
  pages: [],
  endpoints: [],
  commands: [],
  reactions: [],
  jobs: [],
  texts: { de },
};
