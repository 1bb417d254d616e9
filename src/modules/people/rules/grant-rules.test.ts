// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leavesTwoReleasers, mayEndFunction } from './end-function.ts';
import { fourEyes } from './four-eyes.ts';
import { type FunctionRequested, mayReleaseAlone, mayRequestFunction } from './request-function.ts';

describe('four eyes', () => {
  const request = { requestedBy: 'anna', beneficiary: 'carl' };
  for (const [what, asked, releaser, reason] of [
    ['another person may release', request, { person: 'bert' }, undefined],
    ['nobody releases what they asked for', request, { person: 'anna' }, 'people.four-eyes.own-request'],
    ['nobody releases what they gain by', request, { person: 'carl' }, 'people.four-eyes.own-benefit'],
    ['the deputy of the one who asked does not', request, { person: 'bert', onBehalfOf: 'anna' }, 'people.four-eyes.own-request'],
    ['the deputy of the one who gains does not', request, { person: 'bert', onBehalfOf: 'carl' }, 'people.four-eyes.own-benefit'],
    [
      'the one in whose place it was asked for does not',
      { ...request, represented: 'dora' },
      { person: 'dora' },
      'people.four-eyes.own-request',
    ],
    ['without a person nothing is released', request, { person: null }, 'people.four-eyes.nobody'],
    ['a changed role has nobody who gains alone', { requestedBy: 'anna' }, { person: 'bert' }, undefined],
  ] as const)
    test(what, () => assert.equal(fourEyes(asked, releaser)?.reason, reason));
});

describe('a function may be asked for', () => {
  const fine: FunctionRequested = {
    roleKnown: true,
    unitInUse: true,
    personFrom: '2020-01-01',
    personTo: null,
    from: '2026-11-24',
    to: null,
    already: false,
  };
  for (const [what, change, reason] of [
    ['for a person with access', {}, undefined],
    ['until a day', { to: '2027-01-01' }, undefined],
    ['not with an unknown role', { roleKnown: false }, 'people.function.no-role'],
    ['not in a retired unit', { unitInUse: false }, 'people.function.no-unit'],
    ['not ending before it begins', { to: '2026-11-24' }, 'people.span.ends-before-start'],
    ['not before the person has access', { personFrom: '2026-12-01' }, 'people.function.person-inactive'],
    ['not after the person has left', { personTo: '2026-11-24' }, 'people.function.person-inactive'],
    ['not twice', { already: true }, 'people.function.already'],
  ] as const)
    test(what, () => assert.equal(mayRequestFunction({ ...fine, ...change })?.reason, reason));
});

describe('the first administrator', () => {
  test('releases alone while nobody else could', () => assert.ok(mayReleaseAlone({ fourEyesBegan: false, mayRelease: true })));
  test('never again once two could', () => assert.ok(!mayReleaseAlone({ fourEyesBegan: true, mayRelease: true })));
  test('and only with the right to release', () => assert.ok(!mayReleaseAlone({ fourEyesBegan: false, mayRelease: false })));
});

describe('a function ends', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const later = new Date('2026-12-24T10:00:00Z');
  const held = { validFrom: new Date('2020-01-01'), validTo: null };
  for (const [what, has, on, reason] of [
    ['now', held, now, undefined],
    ['on a day to come', held, later, undefined],
    ['not in the past', held, new Date('2026-11-23'), 'people.function.end-in-past'],
    ['not twice', { ...held, validTo: new Date('2026-11-01') }, now, 'people.function.ended-already'],
    ['earlier than planned', { ...held, validTo: later }, now, undefined],
    [
      'not later than planned: that would be a new grant',
      { ...held, validTo: now.getTime() < 0 ? now : new Date('2026-12-01') },
      later,
      'people.function.end-later',
    ],
  ] as const)
    test(what, () => assert.equal(mayEndFunction(has, on, now)?.reason, reason));
  for (const [what, facts, reason] of [
    ['of a clerk whenever one likes', { fourEyesBegan: true, concerned: false, others: 0 }, undefined],
    ['of the third of three who can release', { fourEyesBegan: true, concerned: true, others: 2 }, undefined],
    [
      'not of one of the last two who can release',
      { fourEyesBegan: true, concerned: true, others: 1 },
      'people.function.last-releaser',
    ],
    ['not of the only administrator', { fourEyesBegan: false, concerned: true, others: 0 }, 'people.function.last-releaser'],
  ] as const)
    test(what, () => assert.equal(leavesTwoReleasers(facts)?.reason, reason));
});
