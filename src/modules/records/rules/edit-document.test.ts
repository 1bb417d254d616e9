// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentStates } from './document-state.ts';
import {
  type DocumentForEdit,
  mayAssign,
  mayAttach,
  mayChangeDocument,
  mayClassifyDocument,
  mayFinish,
  mayNameSignatory,
} from './edit-document.ts';

const letter: DocumentForEdit = { state: 'registered', direction: 'in', caseState: 'open', writable: true };
const reply: DocumentForEdit = { ...letter, direction: 'out', state: 'draft' };
const note: DocumentForEdit = { ...reply, direction: 'internal' };
const place = { id: 'd', case: 'c', parent: null, attachments: 0 };

describe('a document', () => {
  for (const [what, outcome, reason] of [
    ['that came in is assigned', mayAssign(letter), undefined],
    ['is not assigned twice', mayAssign({ ...letter, state: 'assigned' }), 'records.assign-document.not-new'],
    ['that we write is not assigned', mayAssign(reply), 'records.assign-document.not-new'],
    ['that came in is finished when it is done', mayFinish({ ...letter, state: 'assigned' }), undefined],
    ['that goes out is finished once it is signed', mayFinish({ ...reply, state: 'signed' }), undefined],
    ['that goes out is not finished unsigned', mayFinish(reply), 'records.finish-document.unsigned'],
    ['that is a note is finished without a signature', mayFinish(note), undefined],
    [
      'that is a note in circulation is not finished',
      mayFinish({ ...note, state: 'in-circulation' }),
      'records.finish-document.unsigned',
    ],
    ['is not finished twice', mayFinish({ ...letter, state: 'final' }), 'records.document-is-final'],
    ['is changed by who has seen its newest state', mayChangeDocument({ ...letter, lock: 3 }, 3), undefined],
    ['is not changed over somebody else’s change', mayChangeDocument({ ...letter, lock: 3 }, 2), 'records.changed-meanwhile'],
    [
      'is not changed once its case is filed',
      mayChangeDocument({ ...letter, lock: 1, caseState: 'filed' }, 1),
      'records.case-is-filed',
    ],
    [
      'is not changed once it is withdrawn',
      mayChangeDocument({ ...letter, lock: 1, state: 'withdrawn' }, 1),
      'records.document-is-withdrawn',
    ],
    [
      'is not changed by who may only read',
      mayChangeDocument({ ...letter, lock: 1, writable: false }, 1),
      'records.open-case.read-only',
    ],
    ['gets a function that signs it', mayNameSignatory(reply), undefined],
    ['gets no such function when somebody else wrote it', mayNameSignatory(letter), 'records.sign-off.incoming'],
    [
      'gets no other such function after the signature',
      mayNameSignatory({ ...reply, state: 'signed' }),
      'records.sign-off.already-signed',
    ],
    ['is attached to another one of its case', mayAttach({ ...letter, ...place }, { ...place, id: 'e' }), undefined],
    ['is detached', mayAttach({ ...letter, ...place, parent: 'e' }, undefined), undefined],
    ['is not attached to itself', mayAttach({ ...letter, ...place }, { ...place }), 'records.attach-document.elsewhere'],
    [
      'is not attached across cases',
      mayAttach({ ...letter, ...place }, { ...place, id: 'e', case: 'x' }),
      'records.attach-document.elsewhere',
    ],
    [
      'is not attached to an attachment',
      mayAttach({ ...letter, ...place }, { ...place, id: 'e', parent: 'f' }),
      'records.attach-document.chain',
    ],
    [
      'is not attached while it has attachments itself',
      mayAttach({ ...letter, ...place, attachments: 1 }, { ...place, id: 'e' }),
      'records.attach-document.chain',
    ],
    [
      'is not attached where it is',
      mayAttach({ ...letter, ...place, parent: 'e' }, { ...place, id: 'e' }),
      'records.nothing-changed',
    ],
    ['is graded secret', mayClassifyDocument({ ...letter, classification: 'open' }, 'secret'), undefined],
    [
      'is graded also when it is final',
      mayClassifyDocument({ ...letter, state: 'final', classification: 'open' }, 'nfd'),
      undefined,
    ],
    ['is not graded the same', mayClassifyDocument({ ...letter, classification: 'nfd' }, 'nfd'), 'records.nothing-changed'],
    [
      'is not graded by who may only read',
      mayClassifyDocument({ ...letter, writable: false, classification: 'open' }, 'nfd'),
      'records.open-case.read-only',
    ],
  ] as const) {
    test(what, () => assert.equal(outcome?.reason, reason));
  }

  test('that is final or withdrawn stays so, whatever anybody asks', () => {
    for (const direction of ['in', 'out', 'internal'] as const) {
      for (const state of ['final', 'withdrawn'] as const) {
        const done = { ...letter, direction, state };
        for (const may of [mayAssign, mayFinish, mayNameSignatory])
          assert.notEqual(may(done), undefined, `${direction} ${state}`);
      }
      const finishable = documentStates.filter((state) => mayFinish({ ...letter, direction, state }) === undefined);
      assert.equal(finishable.includes('in-circulation') || finishable.includes('cosigned'), false, direction);
    }
  });
});
