// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FileForChanging, mayChangeFile, mayCloseFile, mayHandOver, mayReopenFile } from './change-file.ts';
import { changesBetween } from './changes.ts';

const file: FileForChanging = { reference: '32.11-0001', state: 'open', lock: 3, writable: true };
const closed = { ...file, state: 'closed' } as const;
const readable = { ...file, writable: false };

describe('a file', () => {
  for (const [what, outcome, reason] of [
    ['is changed by who has seen its newest state', mayChangeFile(file, 3), undefined],
    ['is not changed over somebody else’s change', mayChangeFile(file, 2), 'records.changed-meanwhile'],
    ['is not changed once it is closed', mayChangeFile(closed, 3), 'records.open-case.file-closed'],
    ['is not changed by who may only read', mayChangeFile(readable, 3), 'records.open-case.read-only'],
    ['is closed when all its cases are filed', mayCloseFile(file, 0), undefined],
    ['is not closed while a case is open', mayCloseFile(file, 1), 'records.close-file.open-cases'],
    ['is not closed twice', mayCloseFile(closed, 0), 'records.close-file.closed-already'],
    ['is not closed by who may only read', mayCloseFile(readable, 0), 'records.open-case.read-only'],
    ['is opened again', mayReopenFile(closed), undefined],
    ['is not opened again while it is open', mayReopenFile(file), 'records.reopen-file.open-already'],
    ['is not opened again by who may only read', mayReopenFile({ ...closed, writable: false }), 'records.open-case.read-only'],
    ['is handed over to another unit', mayHandOver({ ...file, leadUnit: 'a' }, { unit: 'b', retired: false }), undefined],
    [
      'is handed over also when it is closed',
      mayHandOver({ ...closed, leadUnit: 'a' }, { unit: 'b', retired: false }),
      undefined,
    ],
    [
      'is not handed over to whom it belongs',
      mayHandOver({ ...file, leadUnit: 'a' }, { unit: 'a', retired: false }),
      'records.nothing-changed',
    ],
    [
      'is not handed over to a unit that is no more',
      mayHandOver({ ...file, leadUnit: 'a' }, { unit: 'b', retired: true }),
      'records.hand-over.no-unit',
    ],
    [
      'is not handed over to a unit that never was',
      mayHandOver({ ...file, leadUnit: 'a' }, { unit: 'b', retired: undefined }),
      'records.hand-over.no-unit',
    ],
    [
      'is not handed over by who may only read',
      mayHandOver({ ...readable, leadUnit: 'a' }, { unit: 'b', retired: false }),
      'records.open-case.read-only',
    ],
  ] as const) {
    test(what, () => assert.equal(outcome?.reason, reason));
  }
});

describe('of a form', () => {
  test('only what differs is an act', () => {
    const now = { subject: 'A', medium: 'paper', location: '' };
    assert.deepEqual(changesBetween(now, { subject: 'B', medium: 'paper', location: undefined }), {
      before: { subject: 'A' },
      after: { subject: 'B' },
    });
    assert.equal(changesBetween(now, { subject: 'A' }), undefined);
    assert.deepEqual(changesBetween({ datedOn: '2026-01-01' }, { datedOn: null }), {
      before: { datedOn: '2026-01-01' },
      after: { datedOn: null },
    });
  });
});
