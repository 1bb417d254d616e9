// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { commands } from './commands/all.ts';
import { whenCaseIsFiledFileItsInvoice } from './reactions/when-case-is-filed-file-its-invoice.ts';
import { texts } from './texts/index.ts';
import { endpoints, pages } from './web/pages.ts';

/** E-invoices: receipt, check, certification, payment order, handover to the finance system. */
export const invoices: Module = {
  name: 'invoices',
  dependsOn: ['people', 'records'],
  sql: new URL('sql/', import.meta.url),
  permissions: {
    'invoices.read': 'invoices.permission.read',
    'invoices.receive': 'invoices.permission.receive',
    'invoices.certify': 'invoices.permission.certify',
    'invoices.order': 'invoices.permission.order',
    'invoices.hand-over': 'invoices.permission.hand-over',
    'invoices.keep-lists': 'invoices.permission.keep-lists',
  },
  pages,
  endpoints,
  commands,
  reactions: [whenCaseIsFiledFileItsInvoice],
  jobs: [],
  texts,
  administration: [
    { text: 'invoices.lists.title', meta: 'invoices.lists.meta', href: '/invoices/lists', permission: 'invoices.keep-lists' },
  ],
  navigation: [{ text: 'invoices.navigation', href: '/invoices', permission: 'invoices.read' }],
};
