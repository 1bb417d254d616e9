// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specimen, specimenCase, specimenDocument, specimenFile, uuid } from '../../suite/specimen.ts';
import { writeMessage } from '../bind/write.ts';
import type { Nachricht, Vorgang } from '../model/model.ts';
import { explain } from '../texts/explain.ts';
import { checkMessage } from './check.ts';
import type { Rule } from './finding.ts';

/** A transfer of one case that was changed. */
function transferOf(change: Partial<Vorgang>): Nachricht {
  return { ...specimen('4.0.0', '0503'), Schriftgutobjekt: [{ Vorgang: { ...specimenCase(300, 1), ...change } }] };
}

const numbered = (n: number, NummerImUebergeordnetenContainer?: string) => ({
  ...specimenDocument(n),
  ...(NummerImUebergeordnetenContainer === undefined ? {} : { NummerImUebergeordnetenContainer }),
});

const cases: readonly (readonly [string, Nachricht, Rule[]])[] = [
  ['a usual transfer', transferOf({}), []],
  [
    'the same identifier twice',
    transferOf({ Dokument: [specimenDocument(400), { ...specimenDocument(500), xdomeaUUID: uuid(400) }] }),
    ['uuid-doubled'],
  ],
  [
    'a file name twice',
    transferOf({ Dokument: [specimenDocument(400), { ...specimenDocument(400), xdomeaUUID: uuid(7) }] }),
    ['file-doubled'],
  ],
  ['end before beginning', transferOf({ Laufzeit: { Beginn: '2020-01-01', Ende: '2019-01-01' } }), ['period-reversed']],
  [
    'filed without a date',
    { ...transferOf({}), Schriftgutobjekt: [{ Akte: { ...specimenFile(100, 1, 1), ZdADatum: undefined } as never }] },
    ['filed-without-date'],
  ],
  ['retention not over', transferOf({ Aussonderungsmetadaten: { Aufbewahrungsende: '2030-12-31' } }), ['retention-not-over']],
  [
    'retention before closing',
    transferOf({ Aussonderungsmetadaten: { Aufbewahrungsende: '2018-12-31' } }),
    ['retention-before-closing'],
  ],
  [
    'appraised for destruction',
    transferOf({ Aussonderungsmetadaten: { Aussonderungsart: { code: 'V' } } }),
    ['not-appraised-for-archive'],
  ],
  ['context only', transferOf({ Kontextobjekt: true }), ['nothing-but-context']],
  ['number above total', { ...transferOf({}), LfdNrNachrichtProTyp: 3, GesamtanzahlNachrichtenProTyp: 2 }, ['package-number']],
  ['a position twice', transferOf({ Dokument: [numbered(400, '1'), numbered(500, '1')] }), ['position-doubled']],
  ['positions only in part', transferOf({ Dokument: [numbered(400, '1'), numbered(500)] }), ['position-partly']],
  ['a document without file', transferOf({ Dokument: [{ xdomeaUUID: uuid(400) }] }), ['document-without-file']],
  ['another type in the head', { ...transferOf({}), Nachrichtentyp: { code: '0501' } }, ['type-differs-from-root']],
  [
    'a failure without reason',
    { ...specimen('4.0.0', '0506'), AusgesondertesSGO: [{ xdomeaUUID: uuid(1), Erfolgreich: false }] },
    ['failure-without-reason'],
  ],
  [
    'a plan with a code twice',
    {
      ...specimen('3.1.0', '0301'),
      Aktenplan: [
        {
          Bezeichnung: 'P',
          Version: '1',
          Einheit: [1, 2].map(() => ({ Kennzeichen: '6', Aussonderungsart: { code: 'B' }, AufbewahrungsdauerJahre: 5 })),
        },
      ],
    },
    ['plan-code-doubled'],
  ],
];

for (const [name, message, expected] of cases) {
  test(`${name}: ${expected.join(', ') || 'nothing to say'}`, () => {
    const { findings } = checkMessage(writeMessage(message).xml);
    assert.deepEqual(
      findings.map((each) => each.rule),
      expected,
    );
    for (const each of findings) {
      assert.ok(each.line > 0 && each.column > 0 && each.path.startsWith('/'));
      assert.notEqual(explain(each.rule, 'de').problem, explain(each.rule, 'en').problem);
    }
  });
}

test('a finding names line, column and path', () => {
  const xml = writeMessage(transferOf({})).xml.replace('<xdomea:Ende>2019-11-30<', '<xdomea:Ende>2020-02-30<');
  const [finding, ...others] = checkMessage(xml).findings;
  const line = xml.split('\n').findIndex((each) => each.includes('2020-02-30')) + 1;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [finding?.rule, finding?.path, finding?.line, finding?.column, finding?.expected],
    ['wrong-value', '/Aussonderung.Aussonderung.0503/Schriftgutobjekt/Vorgang/Laufzeit/Ende', line, 9, 'date'],
  );
});
