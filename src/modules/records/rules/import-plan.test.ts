// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparePlan, type PlanAsItStands, type PlanUnit } from './import-plan.ts';

const today = '2026-11-24';
const unit = (code: string, parentCode: string | null, more: Partial<PlanUnit> = {}): PlanUnit => ({
  id: `id-${code}`,
  code,
  parentCode,
  title: `Titel ${code}`,
  description: '',
  seeAlso: '',
  years: null,
  permanent: false,
  disposal: null,
  state: 'active',
  validFrom: '2020-01-01',
  validTo: null,
  needsContact: false,
  ...more,
});
const now: PlanAsItStands = {
  units: [
    unit('3', null, { years: 6, disposal: 'B' }),
    unit('32', '3'),
    unit('32.11', '32', { years: 10 }),
    unit('32.12', '32'),
    unit('32.9', '32', { state: 'retired', validTo: '2021-12-31' }),
  ],
  formerCodes: new Map([['32.5', 'id-32.12']]),
};
const head = 'Kennzeichen;Bezeichnung;Aufbewahrung (Jahre);Aussonderung;Zustand;Bisher';
const same = ['3;Titel 3;6;B', '32;Titel 32', '32.11;Titel 32.11;10', '32.12;Titel 32.12', '32.9;Titel 32.9;;;stillgelegt'];
const tableOf = (lines: readonly string[]) => [head, ...lines].join('\n');
const compare = (lines: readonly string[]) => comparePlan(tableOf(lines), now, today);
const changes = (lines: readonly string[]) => compare(lines).units.map(({ code, changes: what }) => `${code} ${what.join('+')}`);
const replaced = (code: string, line?: string) =>
  same.flatMap((old) => (old.startsWith(`${code};`) ? (line === undefined ? [] : [line]) : [old]));

describe('a new version of the filing plan', () => {
  for (const [what, lines, expected] of [
    ['changes nothing when it says the same', same, []],
    ['adds a unit', [...same, '32.13;Märkte;5;V'], ['32.13 added']],
    [
      'adds a unit with all that lies below it',
      [...same, '4;Schule', '40;Verwaltung', '40.1;Raum'],
      ['4 added', '40 added', '40.1 added'],
    ],
    ['renames', replaced('32.12', '32.12;Gewerberecht'), ['32.12 renamed']],
    ['changes the retention', replaced('32.11', '32.11;Titel 32.11;dauernd;A'), ['32.11 retention']],
    ['takes the own retention away, so that it is inherited', replaced('32.11', '32.11;Titel 32.11'), ['32.11 retention']],
    ['moves a unit to a new number', replaced('32.12', '32.14;Titel 32.12;;;;32.12'), ['32.14 moved']],
    ['does not move again what it moved before', replaced('32.12', '32.12;Titel 32.12;;;;32.5'), []],
    ['moves and renames at once', replaced('32.12', '33;Gewerbe;;;;32.12'), ['33 renamed+moved']],
    [
      'moves what lies below when a level comes between',
      [...same, '32.1;Gaststätten und Gewerbe'],
      ['32.11 moved', '32.12 moved', '32.1 added'],
    ],
    ['retires what it names as retired', replaced('32.12', '32.12;Titel 32.12;;;stillgelegt'), ['32.12 retired']],
    ['retires what it no longer names', replaced('32.12'), ['32.12 retired']],
    ['takes a retired unit back into use', replaced('32.9', '32.9;Titel 32.9'), ['32.9 revived']],
    ['need not name what is retired already', replaced('32.9'), []],
  ] as const) {
    test(what, () => {
      assert.deepEqual(compare(lines).findings, []);
      assert.deepEqual(changes(lines).sort(), [...expected].sort());
    });
  }

  test('retires as of the day before, and keeps an earlier end', () => {
    const [gone] = compare(replaced('32.12')).units;
    assert.deepEqual([gone?.state, gone?.validTo], ['retired', '2026-11-23']);
  });

  for (const [what, lines, finding] of [
    ['a number that stands twice', [...same, '32.11;Noch einmal'], '7 twice'],
    ['a number without a unit above', [...same, '50.1;Jugend'], '7 no-parent'],
    ['no number', [...same, ';Ohne'], '7 bad-code'],
    ['a number with signs that no reference may contain', [...same, '3#2;Raute'], '7 bad-code'],
    ['no title', [...same, '34;'], '7 no-title'],
    ['a retention that is none', [...same, '34;X;lange'], '7 bad-retention'],
    ['a retention beyond all measure', [...same, '34;X;999'], '7 bad-retention'],
    ['an unknown disposal', [...same, '34;X;3;Z'], '7 bad-disposal'],
    ['an unknown state', [...same, '34;X;3;A;vielleicht'], '7 bad-state'],
    ['a move from a unit that is not there', [...same, '34;X;;;;99'], '7 no-previous'],
    ['a move from a unit that stays', [...same, '34;X;;;;32.11'], '7 previous-still-used'],
    ['two moves from one unit', [...replaced('32.12', '34;X;;;;32.12'), '35;Y;;;;32.12'], '7 previous-still-used'],
    ['a number that another unit had before', [...same, '32.5;X'], '7 code-was-used'],
    ['a move onto a retired number', replaced('32.12', '32.9;X;;;;32.12').slice(0, 4), '5 code-was-used'],
    ['units in use below a retired one', replaced('32', '32;Titel 32;;;stillgelegt'), '4 parent-retired'],
    ['more cells than headings', [...same, '34;X;3;A;gültig;;zu viel'], '7 too-many-cells'],
  ] as const) {
    test(`is not taken with ${what}`, () => {
      const { units, findings } = compare(lines);
      assert.deepEqual(units, []);
      assert.ok(
        findings.some(({ line, reason }) => `${line} ${reason.split('.').at(-1)}` === finding),
        JSON.stringify(findings),
      );
    });
  }

  test('is not taken empty or without its columns', () => {
    const reason = (text: string) => comparePlan(text, now, today).findings[0]?.reason;
    assert.equal(reason(''), 'records.table.empty');
    assert.equal(reason(head), 'records.table.empty');
    assert.equal(reason('Nummer;Farbe\n1;rot'), 'records.table.no-column');
    assert.equal(reason(`${head}\n1;"x`), 'records.table.stray-quote');
  });

  test('understands columns in any order, in English, with dates of both kinds, and a column that names the unit above', () => {
    const table = [
      'title,code,valid from,valid to,retention,parent',
      'Top,A,1.2.2026,2030-12-31,10 Jahre,',
      'Below,X1,,,permanent,A',
    ].join('\n');
    const { units, findings } = comparePlan(table, { units: [], formerCodes: new Map() }, today);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      units.map(({ code, parentCode, validFrom, validTo, years, permanent }) => [
        code,
        parentCode,
        validFrom,
        validTo,
        years,
        permanent,
      ]),
      [
        ['A', null, '2026-02-01', '2030-12-31', 10, false],
        ['X1', 'A', '2026-11-24', null, null, true],
      ],
    );
  });

  test('that hangs a unit below itself is not taken', () => {
    const table = ['code;title;parent', 'A;a;B', 'B;b;A'].join('\n');
    const { findings } = comparePlan(table, { units: [], formerCodes: new Map() }, today);
    assert.deepEqual(
      findings.map(({ line, reason }) => [line, reason]),
      [
        [2, 'records.plan-table.circle'],
        [3, 'records.plan-table.circle'],
      ],
    );
  });

  test('of twenty thousand lines is compared in a moment', () => {
    const lines = Array.from(
      { length: 19_000 },
      (_, i) => `${10 + Math.floor(i / 100)}${i % 100 === 0 ? '' : `.${i % 100}`};Einheit ${i};${i % 30};B`,
    );
    const begin = performance.now();
    assert.equal(compare([...same, ...lines.filter((line) => !line.startsWith('32'))]).findings.length, 0);
    assert.ok(performance.now() - begin < 2_000);
  });
});
