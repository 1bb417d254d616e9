// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specimen, specimenCase, specimenFile, uuid } from '../../suite/specimen.ts';
import type { Nachricht, Rueckmeldung } from '../model/model.ts';
import { explainDiscrepancy } from '../texts/explain.ts';
import { answerTo } from './answer.ts';
import { compareAppraisal, compareHeads, compareImport, compareTransfer, type DiscrepancyKind } from './compare.ts';

const own = {
  nachrichtenUUID: uuid(50),
  Erstellungszeitpunkt: '2026-02-01T08:00:00Z',
  Produktname: 'Archivsystem',
  Produkthersteller: 'Archiv',
};
const offer: Nachricht = {
  ...specimen('4.0.0', '0501'),
  Schriftgutobjekt: [{ Akte: specimenFile(100, 2, 1) }, { Vorgang: specimenCase(300, 1) }],
};
const file = uuid(100);
const [first, second, loose] = [uuid(101), uuid(104), uuid(300)];
const appraised = (id: string, code: string): Rueckmeldung => ({ xdomeaUUID: id, Aussonderungsart: { code } });
const appraisal = (...list: Rueckmeldung[]): Nachricht => ({ ...answerTo(offer, '0502', own), BewertetesSGO: list });
const kinds = (list: readonly { kind: DiscrepancyKind; uuid: string }[]) =>
  list.map((each) => `${each.kind} ${each.uuid}`.trim());

test('an appraisal that covers every offered object has no discrepancies; what a file is given holds for its cases', () => {
  assert.deepEqual(compareAppraisal(offer, appraisal(appraised(file, 'A'), appraised(loose, 'V'))), []);
  assert.deepEqual(compareAppraisal(offer, appraisal(appraised(first, 'A'), appraised(second, 'V'), appraised(loose, 'V'))), []);
});

const appraisals: readonly (readonly [string, Nachricht, string[]])[] = [
  ['a case forgotten', appraisal(appraised(file, 'A')), [`without-appraisal ${loose}`]],
  [
    'an object nobody offered',
    appraisal(appraised(file, 'A'), appraised(loose, 'V'), appraised(uuid(999), 'A')),
    [`unknown-object ${uuid(999)}`],
  ],
  ['an object twice', appraisal(appraised(file, 'A'), appraised(loose, 'V'), appraised(loose, 'A')), [`object-doubled ${loose}`]],
  ['still to be appraised', appraisal(appraised(file, 'A'), appraised(loose, 'B')), [`not-decided ${loose}`]],
  [
    'another process',
    { ...appraisal(appraised(file, 'A'), appraised(loose, 'V')), ProzessID: uuid(8) },
    [`other-process ${uuid(8)}`],
  ],
  [
    'another original message',
    { ...appraisal(appraised(file, 'A'), appraised(loose, 'V')), UUIDUrsprungsnachricht: uuid(9) },
    [`other-message ${uuid(9)}`],
  ],
];
for (const [name, answer, expected] of appraisals)
  test(`0502 against 0501: ${name}`, () => assert.deepEqual(kinds(compareAppraisal(offer, answer)), expected));

test('0503 against 0502: what is missing and what must not be there', () => {
  const decided = appraisal(appraised(file, 'A'), appraised(loose, 'V'));
  const transfer = (...Schriftgutobjekt: NonNullable<Nachricht['Schriftgutobjekt']>): Nachricht => ({
    ...specimen('4.0.0', '0503'),
    Schriftgutobjekt,
  });
  assert.deepEqual(compareTransfer(decided, [transfer({ Akte: specimenFile(100, 2, 1) })]), []);
  assert.deepEqual(kinds(compareTransfer(decided, [transfer({ Vorgang: specimenCase(300, 1) })])), [
    `missing-in-transfer ${file}`,
    `surplus-in-transfer ${loose}`,
  ]);
});

test('0506 against 0503: failures with their reason, objects without confirmation, archive references', () => {
  const sent: Nachricht = { ...offer, typ: '0503', RueckmeldungArchivkennung: true };
  const confirm = (...AusgesondertesSGO: Rueckmeldung[]): Nachricht => ({
    ...answerTo(sent, '0506', own),
    Erfolgreich: true,
    AusgesondertesSGO,
  });
  const good = { Erfolgreich: true, Archivkennung: 'K 1' };
  assert.deepEqual(compareImport(sent, confirm({ xdomeaUUID: file, ...good }, { xdomeaUUID: loose, ...good })), []);
  const bad = compareImport(sent, confirm({ xdomeaUUID: file, Erfolgreich: false, Fehlermeldung: ['Datei defekt'] }));
  assert.deepEqual(kinds(bad), [`not-taken-over ${file}`, `without-confirmation ${loose}`]);
  assert.equal(bad[0]?.detail, 'Datei defekt');
  assert.deepEqual(kinds(compareImport(sent, confirm({ xdomeaUUID: file, Erfolgreich: true }, { xdomeaUUID: loose, ...good }))), [
    `without-archive-sign ${file}`,
  ]);
});

test('a receipt answers only its own message', () => {
  assert.deepEqual(compareHeads(offer, answerTo(offer, '0504', own)), []);
  assert.deepEqual(kinds(compareHeads(offer, answerTo(offer, '0507', own))), ['other-type']);
  assert.deepEqual(kinds(compareHeads(offer, { ...answerTo(offer, '0504', own), LfdNrNachrichtProTyp: 2 })), []);
  assert.deepEqual(
    kinds(compareHeads({ ...offer, LfdNrNachrichtProTyp: 1 }, { ...answerTo(offer, '0504', own), LfdNrNachrichtProTyp: 2 })),
    ['other-number'],
  );
  assert.notEqual(explainDiscrepancy('other-number', 'de'), explainDiscrepancy('other-number', 'en'));
});
