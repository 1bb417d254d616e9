// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../kernel/module.ts';
import { commands } from './commands/all.ts';
import { readItem } from './jobs/read-item.ts';
import { recogniseItem } from './jobs/recognise-item.ts';
import { whenPostArrivesReadIt } from './reactions/when-post-arrives-read-it.ts';
import { texts } from './texts/index.ts';
import { endpoints, pages } from './web/pages.ts';

/** Post: inboxes, Postbuch, routing register, filing into cases. */
export const post: Module = {
  name: 'post',
  dependsOn: ['people', 'records'],
  sql: new URL('sql/', import.meta.url),
  permissions: {
    'post.read': 'post.permission.read',
    'post.receive': 'post.permission.receive',
    'post.handle': 'post.permission.handle',
    'post.release': 'post.permission.release',
    'post.configure': 'post.permission.configure',
  },
  pages,
  endpoints,
  commands,
  reactions: [whenPostArrivesReadIt],
  jobs: [readItem, recogniseItem],
  texts,
  navigation: [{ text: 'post.navigation', href: '/post', permission: 'post.read' }],
};
