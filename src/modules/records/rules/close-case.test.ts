// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CaseForClosing, closingOf, mayCloseCase, missingForClosing } from './close-case.ts';
import type { Retention } from './retention.ts';

const ten: Retention = { retention: 10, retentionFrom: '32.11', disposal: 'B', disposalFrom: '32', needsContact: false };
const document = { id: 'd', no: 1, title: 'Bescheid', state: 'signed', versions: 2 } as const;
const ready: CaseForClosing = {
  state: 'open',
  fileState: 'open',
  lock: 1,
  writable: true,
  planCode: '32.11',
  retention: ten,
  documents: [document],
  uploads: [],
  contacts: 0,
  deadlines: [],
  gates: [],
};
const gate = {
  id: 'g',
  subject: 'case:c',
  action: 'records.close-case',
  reason: 'codetermination.pending',
  owner: 'codetermination',
  source: 'procedure:p',
  overridable: true,
};

describe('a case is filed (z.d.A.)', () => {
  for (const [what, change, missing] of [
    ['when nothing is missing', {}, []],
    ['while it waits', { state: 'waiting' }, []],
    ['with what was received', { documents: [{ ...document, state: 'registered' }] }, []],
    ['with what was withdrawn, whatever it lacks', { documents: [{ ...document, state: 'withdrawn', versions: 0 }] }, []],
    ['without any document', { documents: [] }, []],
    ['for ever', { retention: { ...ten, retention: 'permanent' } }, []],
    ['with the contact that is asked for', { retention: { ...ten, needsContact: true }, contacts: 1 }, []],
    ['not with a draft', { documents: [{ ...document, state: 'draft' }] }, ['draft document:d']],
    [
      'not with something in circulation',
      { documents: [{ ...document, state: 'in-circulation' }] },
      ['in-circulation document:d'],
    ],
    ['not with something co-signed only', { documents: [{ ...document, state: 'cosigned' }] }, ['cosigned document:d']],
    ['not with a document that has no version', { documents: [{ ...document, versions: 0 }] }, ['no-version document:d']],
    ['not while something is being uploaded', { uploads: [{ id: 'u', name: 'plan.pdf' }] }, ['uploading upload:u']],
    ['not without the contact that is asked for', { retention: { ...ten, needsContact: true } }, ['no-contact contacts']],
    ['not when nobody said how long to keep it', { retention: { ...ten, retention: undefined } }, ['no-retention plan']],
    ['not while a deadline runs', { deadlines: [{ id: 'f', name: 'Widerspruch' }] }, ['deadline deadline:f']],
    ['not while another module holds it up', { gates: [gate] }, ['pending gate:g']],
  ] as const) {
    test(what, () => {
      const it = { ...ready, ...change } as CaseForClosing;
      assert.deepEqual(
        missingForClosing(it).map(({ reason, at }) => `${reason.split('.').at(-1)} ${at}`),
        missing,
      );
      assert.equal(mayCloseCase(it)?.reason, missing.length === 0 ? undefined : 'records.close-case.missing');
    });
  }

  test('or all that is missing is said at once, each with its place', () => {
    const refusal = mayCloseCase({
      ...ready,
      documents: [{ ...document, state: 'draft' }, { ...document, id: 'e', no: 2, versions: 0 }, document],
      retention: { ...ten, retention: undefined, needsContact: true },
      gates: [gate],
    });
    assert.equal(refusal?.details['n'], 5);
    assert.deepEqual(Object.keys(refusal?.fields ?? {}), ['document:d', 'document:e', 'contacts', 'plan', 'gate:g']);
  });

  for (const [what, change, reason] of [
    ['not as a draft without number', { state: 'draft' }, 'records.close-case.draft-case'],
    ['not twice', { state: 'filed' }, 'records.case-is-filed'],
    ['not by who may only read', { writable: false }, 'records.open-case.read-only'],
  ] as const) {
    test(what, () => assert.equal(mayCloseCase({ ...ready, ...change })?.reason, reason));
  }

  test('and kept from the end of that year on: 3 January 2013 and ten years end on 31 December 2023', () => {
    assert.deepEqual(closingOf(ten, '2013-01-03'), {
      filedOn: '2013-01-03',
      years: 10,
      retainUntil: '2023-12-31',
      permanent: false,
      disposal: 'B',
      retentionFrom: '32.11',
      disposalFrom: '32',
    });
  });

  test('and appraised by the archive when the plan says nothing of disposal', () => {
    const { disposal, disposalFrom, permanent, retainUntil } = closingOf(
      { ...ten, retention: 'permanent', disposal: undefined, disposalFrom: undefined },
      '2026-11-24',
    );
    assert.deepEqual([disposal, disposalFrom, permanent, retainUntil], ['B', null, true, null]);
  });

  test('but never without a retention', () => {
    assert.throws(() => closingOf({ ...ten, retention: undefined }, '2026-11-24'));
  });
});
