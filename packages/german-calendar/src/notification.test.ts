// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeDeadline } from './compute-deadline.ts';
import {
  type Dispatch,
  LZG_NRW_REGISTERED,
  type NotificationLaw,
  notificationByPublicNotice,
  notificationByRetrieval,
  notificationDay,
  VWVFG_ELECTRONIC,
  VWVFG_NRW_POST,
  VWVFG_POST,
  VWZG_ELECTRONIC,
  VWZG_REGISTERED,
} from './notification.ts';
import { plainDate } from './plain-date.ts';
import { OBJECTION } from './rules.ts';

const day = plainDate;

function notified(dispatch: Dispatch) {
  const result = notificationDay(dispatch);
  return result.kind === 'notified' ? result : assert.fail();
}

test('a letter counts as notified on the third day until 2024 and on the fourth since 2025, by the day of posting', () => {
  for (const law of [VWVFG_POST, VWVFG_ELECTRONIC, VWZG_REGISTERED, VWZG_ELECTRONIC, VWVFG_NRW_POST, LZG_NRW_REGISTERED]) {
    assert.equal(notified({ law, dispatchedOn: day('2024-12-31') }).on, '2025-01-03', law.id);
    assert.equal(notified({ law, dispatchedOn: day('2025-01-01') }).on, '2025-01-05', law.id);
    assert.equal(notified({ law, dispatchedOn: day('2026-03-16') }).on, '2026-03-20', law.id);
  }
});

test('the deemed day stays on a Sunday, unless the law of the place moves it', () => {
  const dispatch: Dispatch = { law: VWVFG_POST, dispatchedOn: day('2026-04-01') }; // fourth day: Easter Sunday
  assert.equal(notified(dispatch).on, '2026-04-05');
  const moved = notified({ ...dispatch, shiftAt: { land: 'NW' } });
  assert.equal(moved.on, '2026-04-07');
  assert.match(moved.steps.at(-1)?.text ?? '', /Sonntag, 5\. April 2026 ist ein freier Tag/);
});

test('earlier arrival does not matter, later arrival counts, no arrival is no notification', () => {
  const dispatch: Dispatch = { law: VWVFG_POST, dispatchedOn: day('2026-03-16') };
  const rows = [
    ['2026-03-17', '2026-03-20', 'fiction'],
    ['2026-03-20', '2026-03-20', 'fiction'],
    ['2026-03-21', '2026-03-21', 'receipt'],
    ['2026-03-24', '2026-03-24', 'receipt'],
  ] as const;
  for (const [receipt, on, by] of rows) {
    const result = notified({ ...dispatch, receipt: day(receipt) });
    assert.deepEqual([result.on, result.by], [on, by]);
  }
  assert.equal(notificationDay({ ...dispatch, receipt: 'never' }).kind, 'not-notified');
});

test('a law of another Land is data of the caller', () => {
  const own: NotificationLaw = {
    id: 'xy',
    legalSource: '§ 41 VwVfG XY',
    startLabel: 'Aufgabe zur Post',
    days: [{ from: day('2020-01-01'), days: 3 }],
  };
  assert.equal(notified({ law: own, dispatchedOn: day('2026-03-16') }).on, '2026-03-19');
  assert.throws(() => notificationDay({ law: own, dispatchedOn: day('2019-12-31') }), RangeError);
});

test('retrieval and public notice have days of their own', () => {
  assert.equal(notificationByRetrieval(day('2026-03-16')), '2026-03-17');
  assert.equal(notificationByPublicNotice(day('2026-03-16')), '2026-03-30');
});

test('from the posting of a decision to the end of the objection period, one explanation', () => {
  const bescheid = notified({ law: VWVFG_NRW_POST, dispatchedOn: day('2026-02-27') }); // deemed notified on 3 March
  const frist = computeDeadline(OBJECTION, bescheid.on, { place: { land: 'NW' }, startLabel: 'Bekanntgabe' });
  assert.equal(frist.kind === 'dated' && frist.end, '2026-04-07');
  assert.equal(
    bescheid.steps[0]?.text,
    'Aufgabe zur Post am Freitag, 27. Februar 2026, gilt als bekannt gegeben am 4. Tag danach, Dienstag, 3. März 2026 (§ 41 Abs. 2 Satz 1 VwVfG NRW).',
  );
  assert.deepEqual(
    [...bescheid.steps, ...frist.steps].map(({ key }) => key),
    ['deemed-notified', 'starts-after-event', 'runs', 'moved', 'ends'],
  );
});
