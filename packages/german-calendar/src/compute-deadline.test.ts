// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeDeadline, type Deadline, type DeadlineOptions } from './compute-deadline.ts';
import type { BackwardRule, DeadlineRule, ForwardRule } from './deadline-rule.ts';
import type { Land } from './land.ts';
import { plainDate } from './plain-date.ts';
import { prolongDeadline } from './prolongation.ts';
import { ACTION, OBJECTION, OBJECTION_WITHOUT_INSTRUCTION } from './rules.ts';

const day = plainDate;
const inLand = (land: Land): DeadlineOptions => ({ place: { land } });

function rule(amount: number, unit: ForwardRule['unit'], more: Partial<ForwardRule> = {}): ForwardRule {
  return { id: 'test', name: 'Frist', legalSource: '§ 1 Test', unit, amount, startKind: 'event', extendOnHoliday: true, ...more };
}

function back(amount: number, unit: BackwardRule['unit'], more: Partial<BackwardRule> = {}): BackwardRule {
  return {
    id: 'test',
    name: 'Ladungsfrist',
    legalSource: '§ 1 Test',
    unit,
    amount,
    direction: 'backward',
    lastDay: 'before-period',
    onHoliday: 'keep',
    ...more,
  };
}

function dated(result: Deadline) {
  assert.equal(result.kind, 'dated');
  return result.kind === 'dated' ? result : assert.fail();
}

const endOf = (deadlineRule: DeadlineRule, start: string, options: DeadlineOptions = inLand('NW')) =>
  dated(computeDeadline(deadlineRule, day(start), options)).end;

// The vectors of the staff councils: co-determination in North Rhine-Westphalia and Hesse (weeks), at the Federation
// (working days, § 70 Abs. 3 BPersVG), and a proof of use of funds six months after the end of the grant.
const vectors: [what: string, rule: ForwardRule, land: Land, start: string, raw: string, due: string][] = [
  ['two weeks', rule(2, 'weeks'), 'NW', '2026-03-16', '2026-03-30', '2026-03-30'],
  ['two weeks to Good Friday', rule(2, 'weeks'), 'NW', '2026-03-20', '2026-04-03', '2026-04-07'],
  ['one week to Whit Monday', rule(1, 'weeks'), 'NW', '2026-05-18', '2026-05-25', '2026-05-26'],
  ['two weeks to All Saints in NRW', rule(2, 'weeks'), 'NW', '2027-10-18', '2027-11-01', '2027-11-02'],
  ['two weeks to 1 November in Hesse', rule(2, 'weeks'), 'HE', '2027-10-18', '2027-11-01', '2027-11-01'],
  ['two weeks to Corpus Christi', rule(2, 'weeks'), 'NW', '2026-05-21', '2026-06-04', '2026-06-05'],
  ['two weeks to Christmas Day', rule(2, 'weeks'), 'NW', '2026-12-11', '2026-12-25', '2026-12-28'],
  ['ten working days over Easter', rule(10, 'working-days'), 'NW', '2026-03-20', '2026-04-07', '2026-04-07'],
  ['three working days over Easter', rule(3, 'working-days'), 'NW', '2026-04-02', '2026-04-09', '2026-04-09'],
  ['ten working days over the New Year', rule(10, 'working-days'), 'NW', '2026-12-18', '2027-01-05', '2027-01-05'],
  ['six months to the proof of use', rule(6, 'months'), 'NW', '2026-08-31', '2027-02-28', '2027-03-01'],
];

for (const [what, deadlineRule, land, start, raw, due] of vectors) {
  test(`${what}: from ${start} to ${due}`, () => {
    const deadline = dated(computeDeadline(deadlineRule, day(start), inLand(land)));
    assert.equal(deadline.period.last, raw);
    assert.equal(deadline.end, due);
  });
}

test('an objection is due one month after notification', () => {
  assert.equal(endOf(OBJECTION, '2026-01-30'), '2026-03-02'); // 28 February is a Saturday
  assert.equal(endOf(OBJECTION, '2026-03-05'), '2026-04-07'); // 5 April is Easter Sunday
  assert.equal(endOf(OBJECTION, '2026-04-13'), '2026-05-13');
  assert.equal(endOf(OBJECTION_WITHOUT_INSTRUCTION, '2024-02-29'), '2025-02-28');
  assert.equal(endOf(ACTION, '2026-09-30'), '2026-10-30');
});

test('only the end moves: days off within the period and at its start count like any other', () => {
  assert.equal(endOf(rule(1, 'weeks'), '2026-04-05'), '2026-04-13'); // Easter Sunday itself starts it; the 12th is a Sunday
  assert.equal(endOf(rule(3, 'days'), '2026-12-25'), '2026-12-28');
});

test('a rule may keep its end on a day off, e.g. the end of a benefit (§ 31 Abs. 4 VwVfG)', () => {
  const deadline = dated(computeDeadline(rule(2, 'weeks', { extendOnHoliday: false }), day('2026-03-20'), inLand('NW')));
  assert.equal(deadline.end, '2026-04-03');
  assert.match(deadline.steps.find(({ key }) => key === 'kept')?.text ?? '', /Karfreitag/);
});

test('the place decides: a local holiday moves the end there and only there', () => {
  const options: DeadlineOptions = { place: { land: 'BY', local: ['augsburg-peace-festival'] } };
  assert.equal(endOf(rule(1, 'weeks'), '2025-08-01', options), '2025-08-11');
  assert.equal(endOf(rule(1, 'weeks'), '2025-08-01', inLand('BY')), '2025-08-08');
});

test('Werktage include Saturdays, but an end on a Saturday still moves', () => {
  const werktage = rule(6, 'working-days', { workWeek: 'mon-sat', extendOnHoliday: false });
  assert.equal(endOf(werktage, '2026-03-13'), '2026-03-20');
  assert.equal(endOf({ ...werktage, amount: 7 }, '2026-03-13'), '2026-03-21');
  assert.equal(endOf({ ...werktage, amount: 7, extendOnHoliday: true }, '2026-03-13'), '2026-03-23');
});

test('from the beginning of a day the first day counts', () => {
  assert.equal(endOf(rule(10, 'working-days', { startKind: 'start-of-day' }), '2026-03-23'), '2026-04-07');
  assert.equal(endOf(rule(1, 'months', { startKind: 'start-of-day' }), '2026-01-31'), '2026-03-02');
});

test('a summons of one week leaves seven full days between service and hearing', () => {
  const hearing = '2026-07-22'; // a Wednesday
  assert.equal(endOf(back(1, 'weeks'), hearing), '2026-07-14');
  assert.equal(endOf(back(1, 'weeks', { lastDay: 'counted-day' }), hearing), '2026-07-15');
  assert.equal(endOf(back(3, 'working-days'), '2026-07-24'), '2026-07-20');
  assert.equal(endOf(back(3, 'working-days', { lastDay: 'counted-day' }), '2026-04-08'), '2026-04-01');
});

test('a day off does not shorten a period counted back, unless the rule says so', () => {
  const meeting = '2026-04-14'; // a week before lies on Easter Tuesday, the day before it is Easter Monday
  assert.equal(endOf(back(1, 'weeks'), meeting), '2026-04-06');
  assert.equal(endOf(back(1, 'weeks', { onHoliday: 'earlier' }), meeting), '2026-04-02');
  assert.equal(endOf(back(1, 'weeks', { onHoliday: 'later' }), meeting), '2026-04-07');
  assert.throws(
    () => computeDeadline(back(1, 'weeks'), day(meeting), { ...inLand('NW'), suspensions: [{ from: day('2026-04-01') }] }),
    RangeError,
  );
});

test('a prolonged deadline goes on from its calculated end, in court procedure from the moved one', () => {
  const previous = dated(computeDeadline(rule(2, 'weeks'), day('2026-03-20'), inLand('NW')));
  const added = rule(1, 'weeks');
  assert.equal(dated(prolongDeadline(previous, added, { ...inLand('NW'), from: 'calculated-end' })).end, '2026-04-10');
  assert.equal(dated(prolongDeadline(previous, added, { ...inLand('NW'), from: 'moved-end' })).end, '2026-04-14');
});

test('the explanation names every step in German', () => {
  const deadline = computeDeadline(OBJECTION, day('2026-03-03'), { ...inLand('NW'), startLabel: 'Bekanntgabe' });
  assert.deepEqual(
    deadline.steps.map(({ text }) => text),
    [
      'Bekanntgabe am Dienstag, 3. März 2026. Dieser Tag zählt nicht mit (§ 187 Abs. 1 BGB), Beginn der Frist ist Mittwoch, 4. März 2026.',
      'Widerspruchsfrist: 1 Monat (§ 70 Abs. 1 Satz 1 VwGO), rechnerisches Ende Freitag, 3. April 2026 (§ 188 Abs. 2, 3 BGB).',
      'Verschoben von Freitag, 3. April 2026 auf Dienstag, 7. April 2026 wegen § 31 Abs. 3 Satz 1 VwVfG, § 193 BGB (Karfreitag, Samstag, Sonntag, Ostermontag).',
      'Die Frist endet mit Ablauf von Dienstag, 7. April 2026, 24 Uhr.',
    ],
  );
  assert.deepEqual(deadline.steps[2], {
    key: 'moved',
    values: {
      from: '2026-04-03',
      to: '2026-04-07',
      reasons: 'Karfreitag, Samstag, Sonntag, Ostermontag',
      norm: '§ 31 Abs. 3 Satz 1 VwVfG, § 193 BGB',
    },
    text: deadline.steps[2]?.text,
  });
});

test('the explanation of a period counted back says what must happen by when', () => {
  const deadline = computeDeadline(back(10, 'days'), day('2026-07-22'), { ...inLand('NW'), startLabel: 'Sitzung' });
  assert.match(deadline.steps[0]?.text ?? '', /10 Tage vor dem Ereignis „Sitzung“ am Mittwoch, 22\. Juli 2026/);
  assert.equal(deadline.steps.at(-1)?.text, 'Spätester Tag ist Samstag, 11. Juli 2026, 24 Uhr.');
});

test('an impossible rule is refused', () => {
  for (const broken of [rule(0, 'weeks'), rule(1.5, 'months'), rule(-1, 'days'), rule(2, 'weeks', { plusHalfMonth: true })]) {
    assert.throws(() => computeDeadline(broken, day('2026-01-01'), inLand('NW')), RangeError);
  }
});
