// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainDate } from '@fachwerk/german-calendar';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Marking, mayMark, mayReserve, maySteer, type OrderNow, type Sitting } from './acting.ts';
import { rankOf, readPencils } from './colours.ts';
import { daysAfter, nextInSeries, toWeekday } from './follow-up-days.ts';
import {
  askAgain,
  begin,
  changeCourse,
  isThrough,
  keepsCaseOpen,
  markStep,
  overtaken,
  restOf,
  sentBack,
  skipRest,
  type Step,
  waitsForCosignature,
} from './order.ts';
import { town } from './typed/corpus-fixture.ts';
import { indexDirectory } from './typed/directory.ts';
import { parseOrder } from './typed/parse.ts';

const index = indexDirectory(town);
const typed = (text: string) => parseOrder(text, index, plainDate('2026-11-24')).steps;
const ids = (count = 12) => Array.from({ length: count }, () => newId());
const start = (text: string) => begin(typed(text), ids(), 1);
const where = (steps: readonly Step[], state: Step['state'] = 'current') =>
  [...steps]
    .sort((one, other) => one.stage - other.stage || one.branch - other.branch)
    .filter((step) => step.state === state)
    .map(({ seat, kind }) => `${seat.label || 'ich'} ${kind}`);
const stepAt = (steps: readonly Step[], label: string) =>
  steps.find(({ seat, state }) => seat.label === label && state === 'current') ?? assert.fail(`${label} is not due`);
const mark = (steps: readonly Step[], label: string, how: Step['mark'] = 'cosigned', version = 1) =>
  markStep(steps, stepAt(steps, label).id, { mark: how!, version });

describe('an order goes round', () => {
  test('one after the other: the next seat is due when the one before has signed', () => {
    let steps = start('20 z.Mz.\n63.2 z.Mz.\nAL Schlusszeichnung\nzdA');
    assert.deepEqual(where(steps), ['20 cosign']);
    steps = mark(steps, '20');
    assert.deepEqual(where(steps), ['63.2 cosign']);
    steps = mark(mark(steps, '63.2'), 'Leitung 32', 'signed');
    assert.deepEqual(where(steps), ['ich close']);
    assert.equal(keepsCaseOpen(steps), false);
    assert.ok(isThrough(mark(steps, '', 'done')));
  });

  test('at the same time: the next stage waits for all', () => {
    let steps = start('20, 63.2 z.Mz.\nAL Schlusszeichnung');
    assert.deepEqual(where(steps), ['20 cosign', '63.2 cosign']);
    steps = mark(steps, '63.2');
    assert.deepEqual(where(steps), ['20 cosign']);
    assert.ok(waitsForCosignature(steps));
    steps = mark(steps, '20');
    assert.deepEqual(where(steps), ['Leitung 32 final-sign']);
    assert.equal(waitsForCosignature(steps), false);
  });

  test('nested once: each branch has its own turns', () => {
    let steps = start('1. z.Mz.\n a) 20.1 → 20\n b) 63.2\n2. AL Schlusszeichnung');
    assert.deepEqual(where(steps), ['20.1 cosign', '63.2 cosign']);
    steps = mark(steps, '63.2');
    steps = mark(steps, '20.1');
    assert.deepEqual(where(steps), ['20 cosign']);
    assert.deepEqual(where(mark(steps, '20')), ['Leitung 32 final-sign']);
  });

  test('a note is written when the order is given, and nobody waits for it', () =>
    assert.deepEqual(where(start('Vermerk: geprüft\n20 z.K.')), ['20 take-note']));

  test('recalled: what is left is skipped, what is done stays', () => {
    const steps = skipRest(mark(start('20 z.Mz.\n30 z.Mz.'), '20'));
    assert.deepEqual([where(steps, 'done'), where(steps, 'skipped')], [['20 cosign'], ['30 cosign']]);
  });
});

describe('a later change of the draft', () => {
  test('asks again who had co-signed, before the final signature', () => {
    let steps = mark(mark(start('20, 63.2 z.Mz.\nAL Schlusszeichnung'), '20'), '63.2', 'cosigned-with-remark');
    const void_ = overtaken(steps, 2);
    assert.deepEqual(
      void_.map(({ seat }) => seat.label),
      ['20', '63.2'],
    );
    steps = askAgain(steps, void_, ids());
    assert.deepEqual(where(steps), ['20 cosign', '63.2 cosign']);
    assert.deepEqual(where(steps, 'future'), ['Leitung 32 final-sign']);
    assert.deepEqual(overtaken(steps, 2), [], 'and only once');
    steps = mark(mark(steps, '20', 'cosigned', 2), '63.2', 'cosigned', 2);
    assert.deepEqual(where(steps), ['Leitung 32 final-sign']);
  });

  test('leaves those in peace who have not signed yet: they read the new version anyway', () => {
    const steps = mark(start('20, 63.2 z.Mz.\nAL Schlusszeichnung'), '20');
    assert.deepEqual(where(askAgain(steps, overtaken(steps, 2), ids())), ['63.2 cosign', '20 cosign']);
  });

  test('after the final signature begins a whole new round', () => {
    let steps = mark(mark(start('20 z.Mz.\nAL Schlusszeichnung\nab'), '20'), 'Leitung 32', 'signed');
    assert.deepEqual(where(steps), ['ich dispatch']);
    steps = askAgain(steps, overtaken(steps, 2), ids());
    assert.deepEqual(where(steps), ['20 cosign']);
    steps = mark(steps, '20', 'cosigned', 2);
    assert.deepEqual(where(steps), ['Leitung 32 final-sign']);
    assert.deepEqual(where(mark(steps, 'Leitung 32', 'signed', 2)), ['ich dispatch']);
  });

  test('does not touch who only took note', () =>
    assert.deepEqual(overtaken(mark(start('20 z.K.\n30 z.Mz.'), '20', 'seen'), 2), []));
});

describe('sent back and changed on the way', () => {
  test('who sent it back is asked again, as a step of its own', () => {
    let steps = mark(start('20 z.Mz.\nAL Schlusszeichnung'), '20', 'refused');
    assert.deepEqual(
      sentBack(steps).map(({ seat }) => seat.label),
      ['20'],
    );
    steps = askAgain(steps, sentBack(steps), ids());
    assert.deepEqual(where(steps), ['20 cosign']);
    assert.equal(steps.filter(({ seat }) => seat.label === '20').length, 2, 'the first one stays as it is');
    assert.deepEqual(sentBack(steps), []);
  });

  test('done steps stay, others are replaced; who is in both keeps the seat', () => {
    const before = mark(start('20 z.Mz.\n63.2 z.Mz.\nAL Schlusszeichnung'), '20');
    const due = stepAt(before, '63.2').id;
    const steps = changeCourse(before, typed('30 z.Mz.\n63.2 z.Mz.\nBgm Schlusszeichnung'), ids());
    assert.deepEqual(where(steps), ['30 cosign']);
    assert.deepEqual(where(steps, 'future'), ['63.2 cosign', 'Leitung 00 final-sign']);
    assert.deepEqual(where(steps, 'done'), ['20 cosign']);
    assert.deepEqual(where(steps, 'skipped'), ['Leitung 32 final-sign']);
    assert.ok(steps.some(({ id, state }) => id === due && state === 'future'));
  });

  test('what is left can be written out to be changed', () =>
    assert.deepEqual(
      restOf(mark(start('20 z.Mz.\n63.2 z.K.'), '20')).map(({ kind }) => kind),
      ['take-note'],
    ));
});

const running: OrderNow = { state: 'running', lock: 3, versions: 2 };
const seated: Sitting = { now: true, own: true, represents: false };
const cosigning: Marking = { mark: 'cosigned', words: '', versionRead: 2 };
const step = (change: Partial<Step> = {}): Step => ({ ...start('20 z.Mz.')[0]!, ...change });

describe('who may mark a step', () => {
  const cases: [
    string,
    { order?: Partial<OrderNow>; step?: Partial<Step>; marking?: Partial<Marking>; sitting?: Partial<Sitting> },
    string | undefined,
  ][] = [
    ['who sits there', {}, undefined],
    ['nobody when it is not their turn', { step: { state: 'future' } }, 'circulation.not-yet'],
    ['nobody a second time', { step: { state: 'done' } }, 'circulation.step-is-finished'],
    ['nobody when the order was recalled', { order: { state: 'recalled' } }, 'circulation.not-running.recalled'],
    ['nobody while it is sent back', { order: { state: 'returned' } }, 'circulation.not-running.returned'],
    ['not somebody else', { sitting: { now: false, own: false } }, 'circulation.not-your-step'],
    ['a deputy, on purpose', { sitting: { represents: true, own: false } }, undefined],
    [
      'a deputy is told whom to represent',
      { sitting: { now: false, own: false, lender: 'Ulrich Thoma' } },
      'people.acting.represent-first',
    ],
    [
      'not for another while one sits there oneself',
      { sitting: { now: false, own: true, represents: true } },
      'people.acting.stop-representing',
    ],
    ['not with a mark of another kind', { marking: { mark: 'signed' } }, 'circulation.other-mark'],
    ['a refusal needs its reason', { marking: { mark: 'refused' } }, 'circulation.needs-words'],
    ['with its reason', { marking: { mark: 'refused', words: 'Deckung fehlt' } }, undefined],
    ['a return needs its reason, at any kind', { marking: { mark: 'returned', words: 'Seite 4 fehlt' } }, undefined],
    ['not under a version that was not read', { marking: { versionRead: 1 } }, 'circulation.changed-since-read'],
    ['without a document nothing need be read', { order: { versions: null }, marking: { versionRead: null } }, undefined],
    [
      'a reserved signature by no deputy',
      { step: { kind: 'reserved-sign' }, marking: { mark: 'signed' }, sitting: { represents: true } },
      'circulation.reserved-for-person',
    ],
  ];
  for (const [name, change, expected] of cases)
    test(name, () => {
      const marking = { ...cosigning, ...change.marking };
      const sitting = { ...seated, ...change.sitting };
      assert.equal(
        mayMark({ ...running, ...change.order }, step({ state: 'current', ...change.step }), { marking, sitting })?.reason,
        expected,
      );
    });

  test('an order is steered only as it was last seen', () => {
    assert.equal(maySteer(running, 3), undefined);
    assert.equal(maySteer(running, 2)?.reason, 'circulation.order-changed');
    assert.equal(maySteer({ ...running, state: 'completed' }, 3)?.reason, 'circulation.not-running.completed');
  });

  test('only an open final signature is reserved, once', () => {
    assert.equal(mayReserve(running, step({ kind: 'final-sign', state: 'future' })), undefined);
    assert.ok(mayReserve(running, step()) instanceof Refusal);
    assert.equal(mayReserve(running, step({ kind: 'reserved-sign', state: 'future' }))?.reason, 'circulation.reserved-already');
  });
});

describe('days', () => {
  test('a span ends on a weekday', () => {
    assert.equal(daysAfter(plainDate('2026-11-24'), '1w'), '2026-12-01');
    assert.equal(daysAfter(plainDate('2026-10-31'), '1m'), '2026-11-30');
    assert.equal(toWeekday(plainDate('2026-11-28')), '2026-11-30');
  });
  test('a series counts from its first day and skips what is over', () => {
    assert.equal(nextInSeries(plainDate('2026-01-30'), 'monthly', plainDate('2026-02-20')), '2026-03-02');
    assert.equal(nextInSeries(plainDate('2026-01-30'), 'monthly', plainDate('2026-03-10')), '2026-03-30');
    assert.equal(nextInSeries(plainDate('2026-01-05'), 'weekly', plainDate('2026-11-24')), '2026-11-30');
  });
});

describe('pencils', () => {
  test('are the usual ones unless the city says otherwise', () => {
    assert.equal(readPencils('').top, 'green');
    assert.deepEqual(readPencils('top=red, office=brown, x=y, other=pink'), {
      top: 'red',
      upper: 'red',
      office: 'brown',
      other: 'black',
    });
  });
  test('go by rank', () => {
    assert.equal(rankOf({ head: true, depth: 0 }, 1), 'top');
    assert.equal(rankOf({ head: true, depth: 1 }, 1), 'office');
    assert.equal(rankOf({ head: true, depth: 1 }, 2), 'upper');
    assert.equal(rankOf({ head: false, depth: 0 }, 1), 'other');
  });
});
