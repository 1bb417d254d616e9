// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stateAfterNewVersion } from './document-state.ts';
import { type DocumentForSigning, maySignOff } from './sign-off.ts';

const draft: DocumentForSigning = { state: 'draft', direction: 'out', versions: 3, caseState: 'open', writable: true };

describe('a document may be signed off', () => {
  for (const [when, change, read, may, reason] of [
    ['in the version that was read', {}, 3, true, undefined],
    ['after all have co-signed', { state: 'cosigned' }, 3, true, undefined],
    ['as an internal note', { direction: 'internal' }, 3, true, undefined],
    ['not by who lacks the permission', {}, 3, false, 'records.sign-off.not-yours'],
    ['not by who may only read', { writable: false }, 3, true, 'records.sign-off.not-yours'],
    ['not twice', { state: 'signed' }, 3, true, 'records.sign-off.already-signed'],
    ['not after it was sent', { state: 'dispatched' }, 3, true, 'records.sign-off.already-signed'],
    ['not when it was withdrawn', { state: 'withdrawn' }, 3, true, 'records.document-is-withdrawn'],
    ['not when somebody else wrote it', { direction: 'in', state: 'registered' }, 3, true, 'records.sign-off.incoming'],
    ['not in a version that has been overtaken', {}, 2, true, 'records.sign-off.changed-since-read'],
    ['by the function named for it', { holdsSignatory: true }, 3, true, undefined],
    ['not when another function is named for it', { holdsSignatory: false }, 3, true, 'records.sign-off.other-signatory'],
    ['not once the case is filed', { caseState: 'filed' }, 3, true, 'records.case-is-filed'],
  ] as const) {
    test(when, () => assert.equal(maySignOff({ ...draft, ...change }, read, may)?.reason, reason));
  }

  for (const [before, after] of [
    ['signed', 'draft'],
    ['cosigned', 'draft'],
    ['in-circulation', 'draft'],
    ['draft', 'draft'],
    ['registered', 'registered'],
  ] as const) {
    test(`a new version of a ${before} document makes it ${after}`, () => assert.equal(stateAfterNewVersion(before), after));
  }
});
