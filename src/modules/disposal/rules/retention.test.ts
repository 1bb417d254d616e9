// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerOf, type Explained, stepsOf } from './explain-retention.ts';
import { type FiledFacts, type Fixed, fixRetention } from './fix-retention.ts';
import { type Hold, holdsOver, mayLift } from './hold.ts';
import { beginningOf, endOf, freeOn, movement, notEarlier } from './period.ts';
import { effectiveFrom, mayDecide, mayPropose, mayReleaseRule } from './propose-rule.ts';
import { type PlanUnit, planWay, type RetentionRule, resolveRule, startKinds, unitsUnder } from './retention-rule.ts';

const unit = (code: string, parent: string | null, more: Partial<PlanUnit> = {}): PlanUnit => ({
  ...{ id: code, parent, code, title: code, years: null, permanent: false, disposal: null },
  ...more,
});
const plan = new Map(
  [
    unit('3', null, { years: 6, disposal: 'B' }),
    unit('32', '3'),
    unit('32.1', '32', { years: 10, disposal: 'A' }),
    unit('32.11', '32.1'),
    unit('9', null),
  ].map((each) => [each.id, each]),
);
const rule = (more: Partial<RetentionRule> = {}): RetentionRule => ({
  ...{ id: 'r1', planUnit: '32', years: 30, permanent: false, start: 'filed', disposal: null, basis: '§ 1' },
  ...{ shortens: false, validFrom: '2026-01-01', validTo: null },
  ...more,
});
const at = (code: string, rules: readonly RetentionRule[], on = '2026-06-01') => resolveRule(planWay(plan, code), rules, on);

describe('which rule holds', () => {
  for (const [what, code, rules, on, years, from] of [
    ['without a rule the plan’s nearest word holds', '32.11', [], '2026-06-01', 10, '32.1'],
    ['a rule further up does not reach past a nearer word of the plan', '32.11', [rule()], '2026-06-01', 10, '32.1'],
    ['a rule at the unit itself goes before the plan’s own word', '32.1', [rule({ planUnit: '32.1' })], '2026-06-01', 30, '32.1'],
    ['below it is inherited', '32.11', [rule({ planUnit: '32.1' })], '2026-06-01', 30, '32.1'],
    ['not before its first day', '32', [rule()], '2025-12-31', 6, '3'],
    ['on its last day', '32', [rule({ validTo: '2026-06-01' })], '2026-06-01', 30, '32'],
    ['not after its last day', '32', [rule({ validTo: '2026-06-01' })], '2026-06-02', 6, '3'],
    [
      'of two the one that began later',
      '32',
      [rule(), rule({ id: 'r2', years: 2, validFrom: '2026-05-01' })],
      '2026-06-01',
      2,
      '32',
    ],
    ['nothing where nobody says anything', '9', [rule()], '2026-06-01', undefined, undefined],
  ] as const) {
    test(what, () => {
      const found = at(code, rules, on);
      assert.deepEqual([found?.years, found?.fromUnit], [years, from]);
    });
  }

  test('what comes afterwards is inherited by itself, and the archive appraises where nobody says', () => {
    assert.equal(at('32.11', [rule({ planUnit: '32.11' })])?.disposal, 'A');
    assert.equal(at('32.11', [rule({ planUnit: '32.11', disposal: 'V' })])?.disposal, 'V');
    assert.equal(at('9', [rule({ planUnit: '9' })])?.disposal, 'B');
  });

  test('the units under a rule are those that nothing nearer takes out', () => {
    assert.deepEqual(unitsUnder(plan, [], rule(), '2026-06-01'), ['32']);
    assert.deepEqual(unitsUnder(plan, [], rule({ planUnit: '32.1' }), '2026-06-01'), ['32.1', '32.11']);
  });

  test('a plan that goes in a circle ends all the same', () => {
    const circle = new Map([unit('a', 'b'), unit('b', 'a')].map((each) => [each.id, each]));
    assert.equal(planWay(circle, 'a').length, 2);
  });
});

describe('a period', () => {
  const beginnings = { filedOn: '2013-01-03', fileClosedOn: '2014-05-01', events: { 'object-end': '2020-02-29' } } as const;
  for (const [kind, day] of [
    ['filed', '2013-01-03'],
    ['file-closed', '2014-05-01'],
    ['object-end', '2020-02-29'],
    ['decision-expired', null],
  ] as const) {
    test(`that begins with ${kind}`, () => assert.equal(beginningOf(kind, beginnings), day));
  }

  test('ends with the year, +1 to +60 years', () => {
    for (let years = 1; years <= 60; years += 1) {
      const until = endOf({ years, permanent: false }, '2013-01-03');
      assert.equal(until, `${2013 + years}-12-31`);
      assert.equal(freeOn(until ?? ''), `${2013 + years + 1}-01-01`);
    }
  });

  test('that is for ever, or has not begun, has no end', () => {
    assert.equal(endOf({ years: null, permanent: true }, '2013-01-03'), null);
    assert.equal(endOf({ years: 10, permanent: false }, null), null);
  });

  for (const [before, after, way] of [
    ['2030-12-31', '2030-12-31', 'same'],
    ['2030-12-31', '2031-12-31', 'later'],
    ['2030-12-31', '2029-12-31', 'earlier'],
    ['2030-12-31', null, 'open'],
    [null, '2030-12-31', 'earlier'],
    [null, null, 'same'],
  ] as const) {
    test(`from ${before} to ${after} is ${way}`, () => {
      assert.equal(movement(before, after), way);
      assert.equal(notEarlier(before, after, false), way === 'earlier' ? before : after);
      assert.equal(notEarlier(before, after, true), after);
    });
  }
});

describe('what holds for a filed case', () => {
  const facts: FiledFacts = {
    ...{ planUnit: '32.1', filedOn: '2013-01-03', fileClosedOn: null },
    ...{ retainUntil: '2023-12-31', permanent: false, disposal: 'B' },
  };
  const kept: Fixed = {
    ...{ rule: null, fromUnit: '32.1', years: 10, permanent: false, start: 'filed' },
    ...{ startOn: '2013-01-03', until: '2023-12-31', disposal: 'B' },
  };
  const ruled = (more: Partial<RetentionRule>) => at('32.1', [rule({ planUnit: '32.1', ...more })]);

  test('without a rule stays as z.d.A. fixed it, whatever the plan says today', () => {
    assert.deepEqual(fixRetention(facts, undefined, at('32.1', []), {}), kept);
    assert.deepEqual(fixRetention(facts, kept, at('3', []), {}), kept);
  });
  test('a longer rule moves it, a shorter one only if it says so', () => {
    assert.equal(fixRetention(facts, kept, ruled({ years: 30 }), {}).until, '2043-12-31');
    assert.equal(fixRetention(facts, kept, ruled({ years: 2 }), {}).until, '2023-12-31');
    assert.equal(fixRetention(facts, kept, ruled({ years: 2, shortens: true }), {}).until, '2015-12-31');
  });
  test('a new case simply follows the rule', () => {
    assert.equal(fixRetention(facts, undefined, ruled({ years: 2 }), {}).until, '2015-12-31');
  });
  test('a rule that waits for an event opens the end; the event closes it', () => {
    const open = fixRetention(facts, kept, ruled({ start: 'object-end', years: 5 }), {});
    assert.deepEqual([open.startOn, open.until], [null, null]);
    const closed = fixRetention(facts, open, ruled({ start: 'object-end', years: 5 }), { 'object-end': '2025-07-01' });
    assert.equal(closed.until, '2030-12-31');
  });
  test('kept for ever by the plan is not cut short by a rule', () => {
    const forEver = { ...kept, years: null, permanent: true, until: null };
    assert.equal(
      fixRetention({ ...facts, retainUntil: null, permanent: true }, forEver, ruled({ years: 2 }), {}).permanent,
      true,
    );
  });
});

describe('the explanation', () => {
  const explained: Explained = {
    ...{ unit: { code: '32.11', title: 'Gaststätten' }, from: { code: '32.1', title: 'Gewerbe' }, rule: undefined },
    ...{ years: 10, permanent: false, start: 'filed', startOn: '2013-01-03', until: '2023-12-31', disposal: 'B' },
    ...{ moves: [], holds: [], longest: undefined, today: '2020-01-01' },
  };
  const keys = (more: Partial<Explained>) =>
    stepsOf({ ...explained, ...more }).map(({ key }) => key.slice('disposal.why.'.length));
  const hold: Hold = {
    ...{ id: 'h', scope: 'file', subject: 'f', reason: 'Klage', basis: '4 K 1/26', keeperUnit: 'u', setOn: '2020-01-01' },
    liftedOn: null,
  };

  test('tells place, duration, beginning, counting, freedom and what comes afterwards', () => {
    assert.deepEqual(keys({}), ['place', 'plan-years-inherited', 'begins.filed', 'counts', 'free', 'afterwards.B']);
  });
  test('names the rule, its changes, holds and the case that keeps the file longer', () => {
    const moves = [{ why: 'rule', oldUntil: '2023-12-31', newUntil: '2043-12-31', onDay: '2021-01-01' }] as const;
    assert.deepEqual(
      keys({ rule: { basis: '§ 1', validFrom: '2021-01-01' }, moves, holds: [hold], longest: { reference: '#9', until: null } }),
      [
        'place',
        'rule-years-inherited',
        'begins.filed',
        'counts',
        'free',
        'moved-rule.later',
        'held',
        'file-longest-open',
        'afterwards.B',
      ],
    );
  });
  for (const start of startKinds) {
    test(`says what it waits for: ${start}`, () => {
      assert.ok(keys({ start, startOn: null, until: null }).includes(`begins-not-yet.${start}`));
      assert.equal(answerOf({ ...explained, start, until: null }).key, `disposal.why.waits.${start}`);
    });
  }
  for (const [more, key] of [
    [{}, 'until'],
    [{ permanent: true, until: null }, 'for-ever'],
    [{ today: '2024-01-01' }, 'over'],
    [{ today: '2023-12-31' }, 'until'],
    [{ today: '2024-01-01', holds: [hold] }, 'over-but-held'],
  ] as const) {
    test(`answers: ${key} (${JSON.stringify(more).slice(0, 40)})`, () =>
      assert.equal(answerOf({ ...explained, ...more }).key, `disposal.why.${key}`));
  }

  test('a hold is about its case, its file, or everything below a plan unit; a lifted one about nothing', () => {
    const place = { case: 'c', file: 'f', planWay: ['32.11', '32.1', '3'] };
    const about = (scope: Hold['scope'], subject: string, liftedOn: string | null = null) =>
      holdsOver([{ ...hold, scope, subject, liftedOn }], place).length;
    assert.deepEqual([about('case', 'c'), about('file', 'f'), about('plan-unit', '3')], [1, 1, 1]);
    assert.deepEqual(
      [about('case', 'f'), about('file', 'c'), about('plan-unit', '32'), about('file', 'f', '2026-01-01')],
      [0, 0, 0, 0],
    );
    assert.equal(mayLift({ liftedOn: '2026-01-01' })?.reason, 'disposal.hold.lifted-already');
    assert.equal(mayLift(hold), undefined);
  });
});

describe('a proposal', () => {
  const wish = {
    unit: unit('32', null),
    years: 5,
    permanent: false,
    validFrom: '2026-06-01',
    validTo: null,
    today: '2026-06-01',
  };
  for (const [more, reason] of [
    [{}, undefined],
    [{ unit: undefined }, 'no-unit'],
    [{ years: null }, 'how-long'],
    [{ permanent: true }, 'either-or'],
    [{ validFrom: '2026-05-31' }, 'in-the-past'],
    [{ validTo: '2026-05-31' }, 'ends-before'],
    [{ waiting: true }, 'waits-already'],
  ] as const) {
    test(`${JSON.stringify(more)}: ${reason ?? 'may be made'}`, () =>
      assert.equal(mayPropose({ ...wish, waiting: false, ...more })?.reason, reason && `disposal.rule.${reason}`));
  }
  test('is released once, and only with the result that was seen', () => {
    const proposal = { state: 'proposed', validFrom: '2026-06-01' } as const;
    assert.equal(mayReleaseRule(proposal, 'a', 'a'), undefined);
    assert.equal(mayReleaseRule(proposal, 'a', 'b')?.reason, 'disposal.rule.simulation-changed');
    assert.equal(mayDecide({ ...proposal, state: 'released' })?.reason, 'disposal.rule.decided-already');
    assert.equal(mayDecide(undefined)?.reason, 'disposal.rule.not-found');
    assert.deepEqual(
      [effectiveFrom('2026-01-01', '2026-06-01'), effectiveFrom('2027-01-01', '2026-06-01')],
      ['2026-06-01', '2027-01-01'],
    );
  });
});
