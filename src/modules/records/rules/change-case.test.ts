// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type CaseForChange,
  mayChangeCase,
  mayLetWait,
  mayRegisterCase,
  mayReopenCase,
  mayResume,
  mayWorkOn,
} from './change-case.ts';

const open: CaseForChange = { state: 'open', fileState: 'open', lock: 2, writable: true };
const as = (state: CaseForChange['state'], more: Partial<CaseForChange> = {}): CaseForChange => ({ ...open, state, ...more });

describe('a case', () => {
  for (const [what, outcome, reason] of [
    ['is worked on while it is open', mayWorkOn(open), undefined],
    ['is worked on as a draft', mayWorkOn(as('draft')), undefined],
    ['is worked on while it waits', mayWorkOn(as('waiting')), undefined],
    ['rests once it is filed', mayWorkOn(as('filed')), 'records.case-is-filed'],
    ['rests in a closed file', mayWorkOn(as('open', { fileState: 'closed' })), 'records.file-is-closed'],
    ['is only read by who may only read', mayWorkOn(as('open', { writable: false })), 'records.open-case.read-only'],
    ['is changed by who has seen its newest state', mayChangeCase(open, 2), undefined],
    ['is not changed over somebody else’s change', mayChangeCase(open, 1), 'records.changed-meanwhile'],
    ['gets its number when the draft is registered', mayRegisterCase(as('draft')), undefined],
    ['gets no second number', mayRegisterCase(open), 'records.register-case.has-number'],
    ['waits', mayLetWait(open), undefined],
    ['does not wait twice', mayLetWait(as('waiting')), 'records.case-waits.not-open'],
    ['does not wait as a draft', mayLetWait(as('draft')), 'records.case-waits.not-open'],
    ['goes on', mayResume(as('waiting')), undefined],
    ['does not go on when it never stopped', mayResume(open), 'records.resume-case.not-waiting'],
    ['is taken back from the records', mayReopenCase(as('filed')), undefined],
    ['is not taken back when it is not there', mayReopenCase(open), 'records.reopen-case.not-filed'],
    ['is not taken back out of a closed file', mayReopenCase(as('filed', { fileState: 'closed' })), 'records.file-is-closed'],
    ['is not taken back by who may only read', mayReopenCase(as('filed', { writable: false })), 'records.open-case.read-only'],
  ] as const) {
    test(what, () => assert.equal(outcome?.reason, reason));
  }
});
