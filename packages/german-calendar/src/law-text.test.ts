// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { computeDeadline } from './compute-deadline.ts';
import type { ForwardRule } from './deadline-rule.ts';
import { notificationByPublicNotice, notificationDay, VWVFG_POST } from './notification.ts';
import { daysOfScatteredPeriod, middleOfMonth } from './period-words.ts';
import { HALF_MONTH_DAYS } from './period.ts';
import { plainDate } from './plain-date.ts';

// Holds the figures of the package against the words of the laws, where their texts lie beside the repository.
const folder = new URL('../../../../shared/data/law/', import.meta.url);
const skip = existsSync(folder) ? false : 'übersprungen: ../shared/data/law liegt hier nicht';

function paragraph(file: string, heading: string): string {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const start = text.search(new RegExp(`^#+ § ${heading} `, 'm'));
  assert.notEqual(start, -1, `§ ${heading} in ${file}`);
  const body = text.indexOf('\n', start);
  const next = text.slice(body).search(/^#+ /m);
  return text.slice(start, next === -1 ? undefined : body + next).replaceAll(/\s+/g, ' ');
}

const numbers: Record<string, number> = { zwei: 2, drei: 3, fünf: 5, zehn: 10, dritten: 3, vierten: 4 };

function figure(text: string, around: RegExp): number {
  const word = around.exec(text)?.[1] ?? assert.fail(`${around} steht nicht im Text`);
  return numbers[word] ?? Number(word);
}

test('BGB: half a month, scattered months and the middle of the month are the figures of the law', { skip }, () => {
  assert.equal(figure(paragraph('bgb-186-193.md', '189'), /halben Monat eine Frist von (\d+) Tagen/), HALF_MONTH_DAYS);
  assert.equal(figure(paragraph('bgb-186-193.md', '191'), /der Monat zu (\d+)/), daysOfScatteredPeriod({ months: 1 }));
  assert.equal(figure(paragraph('bgb-186-193.md', '191'), /das Jahr zu (\d+) Tagen/), daysOfScatteredPeriod({ years: 1 }));
  assert.match(paragraph('bgb-186-193.md', '192'), /Mitte des Monats der 15/);
  assert.equal(middleOfMonth({ year: 2026, month: 1 }), '2026-01-15');
});

test('BGB § 193 and VwVfG § 31 name the three kinds of days off that move an end', { skip }, () => {
  for (const text of [paragraph('bgb-186-193.md', '193'), paragraph('vwvfg.md', '31')]) {
    for (const word of ['Sonntag', 'Feiertag', 'Sonnabend']) assert.ok(text.includes(word), word);
  }
});

test('VwVfG § 41: the text before 2025 says the third day, public notice two weeks', { skip }, () => {
  const text = paragraph('vwvfg.md', '41');
  const days = figure(text, /gilt am (\w+) Tag nach der Aufgabe zur Post/);
  assert.equal(days, 3, 'die vorliegende Fassung ist die vor dem PostModG');
  const result = notificationDay({ law: VWVFG_POST, dispatchedOn: plainDate('2021-05-04') });
  assert.equal(result.kind === 'notified' && result.on, `2021-05-0${4 + days}`);
  const weeks = figure(text, /gilt (\w+) Wochen nach der ortsüblichen Bekanntmachung/);
  assert.equal(notificationByPublicNotice(plainDate('2026-03-02')), `2026-03-${2 + weeks * 7}`);
});

test('BPersVG: working days are Monday to Friday without holidays, ten for an answer and three when urgent', { skip }, () => {
  assert.match(
    paragraph('bpersvg_2021.md', '4'),
    /Arbeitstage die Wochentage Montag bis Freitag mit Ausnahme der gesetzlichen Feiertage/,
  );
  const text = paragraph('bpersvg_2021.md', '70');
  const rule: ForwardRule = {
    id: 'bpersvg-70-3',
    name: 'Äußerungsfrist',
    legalSource: '§ 70 Abs. 3 BPersVG',
    unit: 'working-days',
    amount: 1,
    startKind: 'event',
    extendOnHoliday: true,
  };
  const due = (amount: number, start: string) => {
    const result = computeDeadline({ ...rule, amount }, plainDate(start), { place: { land: 'NW' } });
    return result.kind === 'dated' ? result.end : undefined;
  };
  assert.equal(due(figure(text, /innerhalb von (\w+) Arbeitstagen/), '2026-03-20'), '2026-04-07');
  assert.equal(due(figure(text, /Frist auf (\w+) Arbeitstage abkürzen/), '2026-04-02'), '2026-04-09');
});
