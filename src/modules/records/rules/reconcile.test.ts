// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ActSeen, type RowSeen, reconcile } from './reconcile.ts';

const acts: ActSeen[] = [
  { act: 'records.file-opened', object: 'file:1', facts: { subject: 'Uferstraße 4' } },
  { act: 'records.case-opened', object: 'case:2', facts: { subject: 'Erlaubnis' } },
  {
    act: 'records.case-changed',
    object: 'case:2',
    facts: { before: { subject: 'Erlaubnis' }, after: { subject: 'Gaststättenerlaubnis' } },
  },
  { act: 'records.document-registered', object: 'document:3', content: 'aa', facts: { title: 'Bescheid' } },
  { act: 'records.document-signed-off', object: 'document:3', content: 'aa', facts: { version: 1 } },
];
const rows: RowSeen[] = [
  { object: 'file:1', name: 'Uferstraße 4' },
  { object: 'case:2', name: 'Gaststättenerlaubnis' },
  { object: 'document:3', name: 'Bescheid', content: 'aa', signed: true },
];
const changed = (index: number, change: Partial<RowSeen>) => rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const erased = acts.map((act, index) => (index === 3 ? { ...act, facts: undefined } : act));
const again: ActSeen = { act: 'records.version-added', object: 'document:3', content: 'bb', facts: {} };

describe('tables and journal', () => {
  for (const [when, seen, table, differences] of [
    ['agree', acts, rows, []],
    ['agree when what was said has been erased', erased, changed(2, { name: 'irgendwas' }), []],
    [
      'disagree when a title was changed past the commands',
      acts,
      changed(2, { name: 'Ablehnung' }),
      [{ object: 'document:3', what: 'name' }],
    ],
    ['disagree when a subject was changed back', acts, changed(1, { name: 'Erlaubnis' }), [{ object: 'case:2', what: 'name' }]],
    ['disagree when the content was swapped', acts, changed(2, { content: 'cc' }), [{ object: 'document:3', what: 'content' }]],
    ['disagree when a row was deleted', acts, rows.slice(0, 2), [{ object: 'document:3', what: 'not-in-tables' }]],
    [
      'disagree when a row was slipped in',
      acts,
      [...rows, { object: 'document:4', name: 'x', content: 'dd' }],
      [{ object: 'document:4', what: 'not-in-journal' }],
    ],
    [
      'disagree when a signature outlived a new version',
      [...acts, again],
      changed(2, { content: 'bb' }),
      [{ object: 'document:3', what: 'signature' }],
    ],
  ] as const) {
    test(when, () => assert.deepEqual(reconcile(seen, table), differences));
  }
});
