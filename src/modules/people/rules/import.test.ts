// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { csvCell, decodeCsv, parseCsv, writeCsv } from './csv.ts';
import { type KnownStaff, planStaff } from './import-staff.ts';
import { dayOr } from './import-table.ts';
import { planUnits } from './import-units.ts';
import type { UnitState } from './unit-change.ts';

describe('a table', () => {
  test('may come from a German spreadsheet in Windows-1252', () => {
    const bytes = Uint8Array.from(
      [...'Kennzeichen;Bezeichnung\r\n32;', 'G', 0xfc, 'nther'].flatMap((part) =>
        typeof part === 'number' ? [part] : [...part].map((sign) => sign.charCodeAt(0)),
      ),
    );
    assert.equal(decodeCsv(bytes), 'Kennzeichen;Bezeichnung\r\n32;Günther');
  });
  test('may come in UTF-8, with or without a mark, and in UTF-16', () => {
    assert.equal(decodeCsv(new TextEncoder().encode('Köln;Łódź')), 'Köln;Łódź');
    assert.equal(decodeCsv(Uint8Array.from([0xff, 0xfe, 0x4b, 0, 0xf6, 0])).replace('\uFEFF', ''), 'Kö');
  });
  test('may be separated by semicolons or commas, with quotes, doubled quotes and breaks in cells', () => {
    assert.deepEqual(parseCsv('a;b\n"x; ""y""\nz";2\n\n3;4'), [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x; "y"\nz', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
    assert.deepEqual(parseCsv('a,b\r\n1,"2;3"'), [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2;3'] },
    ]);
  });
  test('with a quote that is never closed is refused at its line', () =>
    assert.deepEqual(parseCsv('a;b\n1;"2\n3;4'), { line: 2, reason: 'people.import.open-quote', details: {} }));
  test('comes back as it was written, whatever its cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFEFF]/.test(text));
    const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, (cells) => {
        const read = parseCsv(writeCsv([['Kopf;', 'x'], ...cells]));
        assert.ok(!('reason' in read));
        assert.deepEqual(
          read.slice(1).map((line) => line.cells),
          cells,
        );
      }),
    );
  });
  test('never makes a spreadsheet compute', () => {
    const hostile = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string()).map((parts) => parts.join(''));
    fc.assert(fc.property(hostile, (text) => /^"?'/.test(csvCell(text))));
  });
});

describe('a day in a table', () => {
  for (const [cell, day] of [
    ['1.3.2027', '2027-03-01'],
    ['2027-03-01', '2027-03-01'],
    ['', '2026-11-24'],
    ['31.2.2027', undefined],
    ['morgen', undefined],
    ['2027-13-01', undefined],
    ['1.3.27', '2027-03-01'],
    ['1.3.202', undefined],
  ] as const)
    test(`${cell || 'left empty'} is ${day ?? 'none'}`, () => assert.equal(dayOr(cell, '2026-11-24'), day));
});

const today = '2026-11-24';
const unit = (id: string, code: string, parent: string | null): UnitState => ({
  id,
  code,
  name: `Amt ${code}`,
  parent,
  validFrom: '2020-01-01',
  validTo: null,
});

describe('an import of units', () => {
  const all = [unit('t', '00', null), unit('o', '32', 't')];
  test('creates, changes and keeps, superiors first in whatever order they stand', () => {
    const { units, findings } = planUnits(
      'Kennzeichen;Bezeichnung;Übergeordnet;Gültig ab\n32.11;Gaststätten;32.1;\n32.1;Gewerbe;32;1.1.2027\n32;Ordnungsamt;00;\n00;Amt 00;;',
      all,
      today,
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      units.map(({ act, code, from }) => [act, code, from]),
      [
        ['keep', '00', today],
        ['change', '32', today],
        ['create', '32.1', '2027-01-01'],
        ['create', '32.11', today],
      ],
    );
  });
  for (const [what, text, line, reason] of [
    ['an unknown superior', 'Kennzeichen;Bezeichnung;Übergeordnet\n32.1;Gewerbe;31', 2, 'people.import.no-parent'],
    ['a unit below itself', 'Kennzeichen;Bezeichnung;Übergeordnet\nA;A;B\nB;B;A', 2, 'people.import.circle'],
    ['the same code twice', 'Kennzeichen;Bezeichnung\nA;A\nA;B', 3, 'people.import.twice'],
    ['an impossible day', 'Kennzeichen;Bezeichnung;Gültig ab\nA;A;30.2.2027', 2, 'people.import.no-date'],
    ['a formula', 'Kennzeichen;Bezeichnung\nA;=HYPERLINK("x")', 2, 'people.import.formula'],
    ['an empty name', 'Kennzeichen;Bezeichnung\nA;', 2, 'people.import.cell-missing'],
    ['a missing column', 'Kennzeichen;Foo\nA;B', 1, 'people.import.no-column'],
    ['nothing but headings', 'Kennzeichen;Bezeichnung', 1, 'people.import.empty'],
    ['a change before the present state', 'Kennzeichen;Bezeichnung;Gültig ab\n32;Neu;1.1.2019', 2, 'people.import.before-state'],
  ] as const)
    test(`says the line of ${what}, and plans nothing`, () => {
      const { units, findings } = planUnits(text, all, today);
      assert.deepEqual(units, []);
      assert.ok(
        findings.some((finding) => finding.line === line && finding.reason === reason),
        JSON.stringify(findings),
      );
    });
});

describe('an import of staff', () => {
  const known: KnownStaff = {
    persons: [
      { id: 'p', title: '', givenName: 'Meryem', familyName: 'Acar', email: 'M.Acar@waldbrueck.example', staffNumber: '17' },
    ],
    units: new Map([['32.1', 'g']]),
    roles: new Map([
      ['sachbearbeitung', 'clerk'],
      ['clerk', 'clerk'],
    ]),
    functions: new Set(['p g clerk']),
  };
  const head = 'Personalnummer;Vorname;Nachname;E-Mail;Organisationseinheit;Rolle\n';
  test('recognises persons by their address and asks only for functions they do not have', () => {
    const { persons, findings } = planStaff(
      `${head}17;Meryem;Acar;m.acar@waldbrueck.example;32.1;Sachbearbeitung\n18;Ida;Neu;i.neu@waldbrueck.example;32.1;clerk`,
      known,
      today,
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      persons.map(({ act, wanted }) => [act, wanted]),
      [
        ['keep', undefined],
        ['create', { unit: 'g', role: 'clerk' }],
      ],
    );
  });
  for (const [what, line, reason] of [
    ['19;Ida;Neu;keine Adresse;;', 2, 'people.import.no-email'],
    ['19;Ida;Neu;i@x.example;32.1;', 2, 'people.import.unit-and-role'],
    ['19;Ida;Neu;i@x.example;77;clerk', 2, 'people.import.no-unit'],
    ['19;Ida;Neu;i@x.example;32.1;König', 2, 'people.import.no-role'],
    ['17;Ida;Neu;i@x.example;;', 2, 'people.import.number-taken'],
    ['19;Ida;Neu;i@x.example;;\n20;Udo;Neu;I@x.example;;', 3, 'people.import.twice'],
  ] as const)
    test(`refuses ${what.replace('\n', ' / ')}`, () => {
      const { persons, findings } = planStaff(head + what, known, today);
      assert.deepEqual(persons, []);
      assert.ok(
        findings.some((finding) => finding.line === line && finding.reason === reason),
        JSON.stringify(findings),
      );
    });
});
