// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayAfter, type Destroyable, isDue, isReleased, mayChangeRun, mayDestroy, reasonFor } from './destruction.ts';
import { protocolToCsv } from './protocol.ts';

const it: Destroyable = {
  ...{ until: '2023-12-31', permanent: false, disposal: 'V', appraisal: null },
  ...{ state: 'proposed', held: false },
};

describe('may a case be destroyed', () => {
  for (const [what, more, today, reason] of [
    ['on the day after its last one', {}, '2024-01-01', undefined],
    ['on its last day', {}, '2023-12-31', 'not-due'],
    ['kept for ever', { permanent: true, until: null }, '2099-01-01', 'not-due'],
    ['whose period has not begun', { until: null }, '2099-01-01', 'not-due'],
    ['while a hold stands', { held: true }, '2024-01-01', 'held'],
    ['twice', { state: 'destroyed' }, '2024-01-01', 'gone'],
    ['before the archive saw it', { disposal: 'B' }, '2024-01-01', 'archive-first'],
    ['that the archive wants', { disposal: 'A', appraisal: 'A' }, '2024-01-01', 'archive-first'],
    ['that the plan would destroy and the archive wants', { appraisal: 'A' }, '2024-01-01', 'archive-first'],
    ['appraised V', { disposal: 'B', appraisal: 'V' }, '2024-01-01', undefined],
    ['that the archive has taken over', { disposal: 'A', appraisal: 'A', state: 'archived' }, '2024-01-01', undefined],
  ] as const) {
    test(`${what}: ${reason ?? 'yes'}`, () =>
      assert.equal(mayDestroy({ ...it, ...more }, today)?.reason, reason && `disposal.destroy.${reason}`));
  }

  test('each object on its day, +1 to +60 years', () => {
    for (let years = 1; years <= 60; years += 1) {
      const until = `${2013 + years}-12-31`;
      assert.deepEqual(
        [isDue({ until, permanent: false }, until), isDue({ until, permanent: false }, `${2014 + years}-01-01`)],
        [false, true],
      );
    }
  });

  test('the reason is the one that holds', () => {
    assert.deepEqual(
      [
        reasonFor(it),
        reasonFor({ ...it, appraisal: 'V' }),
        reasonFor({ ...it, state: 'archived' }),
        reasonFor({ ...it, disposal: 'A' }),
      ],
      ['retention-over', 'appraised-v', 'archived', undefined],
    );
  });
});

describe('two people', () => {
  const by = (person: string, represented: string | null = null) => ({ person, represented });
  for (const [what, releases, released] of [
    ['nobody', [], false],
    ['one', [by('a')], false],
    ['one twice', [by('a'), by('a')], false],
    ['two', [by('a'), by('b')], true],
    ['a deputy beside the person represented', [by('a'), by('b', 'a')], false],
    ['the person represented beside the deputy', [by('b', 'a'), by('a')], false],
    ['two deputies of one', [by('b', 'a'), by('c', 'a')], false],
    ['three of whom two count', [by('a'), by('b', 'a'), by('c')], true],
  ] as const) {
    test(`${what}: ${released ? 'released' : 'not released'}`, () => assert.equal(isReleased(releases), released));
  }
});

test('a run is changed as it was seen, in the right state', () => {
  const run = { kind: 'destruction', state: 'drafted', lock: 3 } as const;
  assert.equal(mayChangeRun(run, ['drafted'], 3), undefined);
  assert.equal(mayChangeRun(run, ['drafted'], 2)?.reason, 'disposal.run.changed');
  assert.equal(mayChangeRun(run, ['done'])?.reason, 'disposal.run.not-now');
  assert.equal(mayChangeRun(undefined, ['drafted'])?.reason, 'disposal.run.not-found');
});

test('backups are gone some days later, over the end of a year and in a leap year', () => {
  assert.deepEqual(
    [dayAfter('2026-12-01', 35), dayAfter('2028-02-01', 35), dayAfter('2026-03-28', 1)],
    ['2027-01-05', '2028-03-07', '2026-03-29'],
  );
});

test('the protocol is a table without surprises', () => {
  const line = {
    ...{ reference: '=1+1', startedOn: '2013-01-01', filedOn: '2013-01-03', until: '2023-12-31', basis: 'a;b "c"' },
    ...{ code: 'retention-over', documents: 2, archiveSign: '', destroyedOn: '2024-01-01', backupsUntil: '2024-02-05' },
  };
  assert.match(
    protocolToCsv([line]),
    /\r\n'=1\+1;2013-01-01;2013-01-03;2023-12-31;"a;b ""c""";retention-over;2;;2024-01-01;2024-02-05\r\n$/,
  );
});
