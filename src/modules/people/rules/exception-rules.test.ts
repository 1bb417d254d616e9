// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayBreakGlass, mayReviewOpening } from './break-glass.ts';
import { mayExclude, mayLiftExclusion } from './exclusion.ts';
import { mayAppointSubstitute, type SubstitutionWanted } from './substitution.ts';

const now = new Date('2026-11-24T10:00:00Z');
const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000);

describe('a substitution may be appointed', () => {
  const wanted: SubstitutionWanted = {
    principal: 'ulrich',
    deputy: 'meryem',
    from: day(0),
    to: day(14),
    covers: ['f1'],
    deputyActive: true,
    held: [
      { id: 'f1', transferable: true },
      { id: 'f2', transferable: false },
    ],
  };
  const self = { person: 'ulrich', mayForOthers: false };
  const head = { person: 'hanna', mayForOthers: true };
  for (const [what, change, by, reason] of [
    ['by the principal', {}, self, undefined],
    ['by the head', {}, head, undefined],
    ['not by a colleague', {}, { person: 'karl', mayForOthers: false }, 'people.substitution.not-yours'],
    ['not by a deputy for the principal: no chains', {}, { ...self, onBehalfOf: 'ulrich' }, 'people.substitution.not-as-deputy'],
    ['not with oneself as deputy', { deputy: 'ulrich' }, self, 'people.substitution.yourself'],
    ['not by a head who takes the rights for herself', { deputy: 'hanna' }, head, 'people.substitution.appoint-yourself'],
    ['not with somebody without access', { deputyActive: false }, self, 'people.substitution.deputy-inactive'],
    ['not ending before it begins', { to: day(0) }, self, 'people.span.ends-before-start'],
    ['not when it is over already', { from: day(-9), to: day(-1) }, self, 'people.substitution.over-already'],
    ['for a year at most', { to: day(367) }, self, 'people.substitution.too-long'],
    ['not without any function', { covers: [] }, self, 'people.substitution.covers-nothing'],
    ['not with a function the principal does not have', { covers: ['f9'] }, self, 'people.substitution.foreign-function'],
    ['not with a function that has deputies of its own', { covers: ['f1', 'f2'] }, self, 'people.substitution.not-transferable'],
  ] as const)
    test(what, () => assert.equal(mayAppointSubstitute({ ...wanted, ...change }, by, now)?.reason, reason));
});

describe('exclusion for bias', () => {
  const wanted = { person: 'karl', already: false };
  test('everybody may declare their own', () =>
    assert.equal(mayExclude(wanted, { person: 'karl', mayDecide: false }), undefined));
  test('the head may exclude others', () => assert.equal(mayExclude(wanted, { person: 'hanna', mayDecide: true }), undefined));
  test('a colleague may not exclude others', () =>
    assert.equal(mayExclude(wanted, { person: 'ida', mayDecide: false })?.reason, 'people.exclusion.not-yours'));
  test('once is enough', () =>
    assert.equal(
      mayExclude({ ...wanted, already: true }, { person: 'karl', mayDecide: false })?.reason,
      'people.exclusion.already',
    ));
  test('the head may lift it', () =>
    assert.equal(mayLiftExclusion({ person: 'karl' }, { person: 'hanna', mayDecide: true }), undefined));
  test('nobody lifts their own, not even the head', () =>
    assert.equal(mayLiftExclusion({ person: 'hanna' }, { person: 'hanna', mayDecide: true })?.reason, 'people.exclusion.own'));
  test('nor does the deputy of the excluded person', () =>
    assert.equal(
      mayLiftExclusion({ person: 'karl' }, { person: 'ida', onBehalfOf: 'karl', mayDecide: true })?.reason,
      'people.exclusion.own',
    ));
  test('a colleague may not lift it', () =>
    assert.equal(
      mayLiftExclusion({ person: 'karl' }, { person: 'ida', mayDecide: false })?.reason,
      'people.exclusion.not-yours',
    ));
});

describe('breaking the glass', () => {
  const fine = { provenAt: now, excluded: false, openAlready: false };
  for (const [what, change, reason] of [
    ['is possible right after proving who one is', {}, undefined],
    ['needs a new proof after five minutes', { provenAt: new Date(now.getTime() - 301_000) }, 'people.prove-again'],
    ['never works around an exclusion for bias', { excluded: true }, 'people.opening.excluded'],
    ['is nothing for deputies', { onBehalfOf: 'ulrich' }, 'people.opening.not-as-deputy'],
    ['is not needed twice', { openAlready: true }, 'people.opening.open-already'],
  ] as const)
    test(what, () => assert.equal(mayBreakGlass({ ...fine, ...change }, now)?.reason, reason));
  test('is reviewed by somebody else', () => assert.equal(mayReviewOpening({ person: 'a' }, { person: 'b' }), undefined));
  test('is not reviewed by oneself', () =>
    assert.equal(mayReviewOpening({ person: 'a' }, { person: 'a' })?.reason, 'people.opening.own-review'));
  test('nor by one’s deputy', () =>
    assert.equal(mayReviewOpening({ person: 'a' }, { person: 'b', onBehalfOf: 'a' })?.reason, 'people.opening.own-review'));
});
