// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { plainDate } from '@fachwerk/german-calendar';
import { diceFor, idOf } from '../dice.ts';
import { fill } from '../matters/slots.ts';
import { readMatters } from '../matters/template.ts';
import { planDay } from '../town/filing-plan.ts';
import { rosterOf, staffOf } from '../town/staff.ts';
import { offices, units } from '../town/units.ts';
import { allFiles } from './files.ts';
import { countPapers, type FileStory } from './story.ts';
import { dayAt } from './timeline.ts';
import { worldOf } from './world.ts';

const today = plainDate('2026-11-24');

function tell(day = today): readonly FileStory[] {
  return allFiles(worldOf(day, rosterOf(staffOf(day))), planDay);
}

/** Everything that a story says, contents as hashes. */
function digest(files: readonly FileStory[]): string {
  const sum = createHash('sha256');
  for (const { cases, ...file } of files) {
    sum.update(JSON.stringify([file.reference, file.subject, file.openedOn, file.closedOn]));
    for (const { papers, ...it } of cases) {
      sum.update(JSON.stringify([it.reference, it.subject, it.state, it.startedOn, it.filedOn, it.clerk.id]));
      for (const { versions, title, fileName } of papers) {
        sum.update(title + fileName);
        for (const write of versions) sum.update(write().bytes);
      }
    }
  }
  return sum.digest('hex');
}

describe('the town', () => {
  test('has 14 offices with sub-units, and 640 staff who all hold a function in a unit that exists', () => {
    const staff = staffOf(today);
    assert.equal(offices.length, 14);
    for (const code of offices)
      assert.ok(
        units.some(({ parent }) => parent === code),
        `${code} has sub-units`,
      );
    assert.equal(staff.length, 640);
    assert.equal(new Set(staff.map(({ email }) => email)).size, 640);
    const codes = new Set(units.map(({ code }) => code));
    for (const { posts } of staff) assert.ok(posts.length > 0 && posts.every(({ unit }) => codes.has(unit)));
    const roles = new Set(staff.flatMap(({ posts }) => posts.map(({ role }) => role)));
    const shipped = ['administrator', 'auditor', 'clerk', 'head', 'privacy-officer', 'registry', 'staff-council'];
    assert.deepEqual([...roles].sort(), shipped);
  });
});

describe('the stories', () => {
  const files = tell();
  const cases = files.flatMap((file) => file.cases.map((it) => ({ ...it, file })));
  const papers = cases.flatMap((it) =>
    it.papers.flatMap((paper) => [paper, ...paper.attachments].map((one) => ({ ...one, it }))),
  );

  test('are the same whenever they are told on the same day, down to the last byte', () => {
    assert.equal(digest(tell()), digest(files));
  });

  test('can be told on any day, leap days and holidays included', () => {
    assert.ok(tell(plainDate('2025-01-01')).length > 250);
    const papers = tell(plainDate('2028-02-29')).flatMap(({ cases }) => cases.flatMap(({ papers }) => papers));
    assert.ok(papers.map(({ versions }) => versions[0]!()).length > 2000);
  });

  test('are as many as a town of that size would show', () => {
    const documents = cases.reduce((sum, it) => sum + countPapers(it), 0);
    assert.ok(files.length >= 280 && files.length <= 340, `${files.length} files`);
    assert.ok(cases.length >= 820 && cases.length <= 1000, `${cases.length} cases`);
    assert.ok(documents >= 2300 && documents <= 2800, `${documents} documents`);
    for (const state of ['draft', 'open', 'waiting', 'filed'])
      assert.ok(cases.filter((it) => it.state === state).length >= 10, state);
  });

  test('give every reference once, numbers of cases without a gap', () => {
    const references = [...files, ...cases].flatMap(({ reference }) => (reference === null ? [] : [reference]));
    assert.equal(new Set(references).size, references.length);
    for (const file of files) {
      const numbers = file.cases.flatMap(({ no }) => (no === null ? [] : [no]));
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
        file.reference,
      );
    }
  });

  test('know no day that has not come yet, and nobody acts before they came to the town', () => {
    for (const { startedOn, filedOn, clerk } of cases) {
      assert.ok(startedOn <= today && (filedOn === undefined || (filedOn <= today && filedOn >= startedOn)));
      assert.ok(clerk.since <= startedOn);
    }
    for (const { day, signer, it } of papers) assert.ok(day <= today && day >= it.startedOn && (signer?.since ?? '') <= day);
    for (const { openedOn, opener, cases: all } of files)
      assert.ok(opener.since <= openedOn && all.every((it) => it.startedOn >= openedOn));
  });

  test('leave no draft in a case that is filed', () => {
    for (const { direction, signer, withdrawn, it, title } of papers)
      if (it.state === 'filed' && direction !== 'in')
        assert.ok(signer !== undefined || withdrawn !== undefined, `${it.reference} ${title}`);
  });

  test('share contents only where everybody gets the same leaflet or form', () => {
    const kindsOf = new Map<string, string[]>();
    for (const { versions, kind } of papers) {
      const hash = createHash('sha256').update(versions[0]!().bytes).digest('hex');
      kindsOf.set(hash, [...(kindsOf.get(hash) ?? []), kind]);
    }
    assert.ok(kindsOf.size >= 1200, `${kindsOf.size} different contents`);
    const shared = [...kindsOf.values()].filter(({ length }) => length > 1).flat();
    assert.deepEqual([...new Set(shared)].sort(), ['Formular', 'Merkblatt']);
  });

  test('hold the file of the pictures: three cases, their documents, three drafts of the permit', () => {
    const anchor = files.find(({ reference }) => reference === '32.11-0042');
    assert.deepEqual(
      anchor?.cases.map((it) => [it.reference, it.state, countPapers(it)]),
      [
        ['32.11-0042#1', 'filed', 14],
        ['32.11-0042#2', 'filed', 9],
        ['32.11-0042#3', 'open', 9],
      ],
    );
    assert.deepEqual(
      anchor?.cases[2]?.papers.map(({ title, versions }) => `${title} ${versions.length}`),
      [
        ...['Antrag, online 1', 'Eingangsbestätigung 1', 'Pachtvertrag 1', 'Führungszeugnis 1', 'Auskunft GZR 1'],
        ...['Stellungnahme 63.2 1', 'Vermerk Ortsbesichtigung 1', 'Erlaubnis, Entwurf 3 3', 'Stellplatznachweis, Nachtrag 1'],
      ],
    );
    const [write] = anchor?.cases[2]?.papers.at(-1)?.versions ?? [];
    assert.equal(write?.().pages.length, 3);
  });

  test('seal what is delicate: personnel and help for children', () => {
    const sealed = files.filter(({ protection }) => protection === 2);
    assert.deepEqual([...new Set(sealed.map(({ plan }) => plan))], ['11.30', '51.20']);
  });
});

describe('the language of the texts', () => {
  test('names the line that makes no sense', () => {
    assert.throws(
      () => readMatters('akte 32.11 32.1 1 : Betreff\nvorgang : Fall\nein xls Antrag : Titel', 'probe.txt'),
      /probe\.txt:3/,
    );
    assert.throws(() => readMatters('ein pdf Antrag : ohne Vorgang', 'probe.txt'), /probe\.txt:1/);
  });

  test('fills blanks from the scene and by the dice, and refuses one that nobody knows', () => {
    const scene = { dice: diceFor('test'), day: today, words: new Map([['person', 'Hülya Yıldırım']]) };
    assert.equal(fill('{person}, {t-4}, {k+7}, {jahr+1}', scene), 'Hülya Yıldırım, 20. November 2026, 1.12.2026, 2027');
    assert.match(fill('{eur:40..90}', scene), /^\d\d,\d\d Euro$/);
    assert.match(fill('[[rot|blau]]', scene), /^(rot|blau)$/);
    assert.throws(() => fill('{unbekannt}', scene), /nobody fills/);
  });

  test('dates papers from today or in years past, always on working days', () => {
    assert.equal(dayAt('-4', today), '2026-11-20');
    assert.equal(dayAt('-2', today), '2026-11-20', 'a Sunday becomes the Friday before');
    assert.equal(dayAt('J-17.05.12', today), '2009-05-12');
  });
});

test('ids come from names and sort by time', () => {
  const [early, late] = [new Date('2009-05-12T08:00:00Z'), new Date('2026-11-24T08:00:00Z')];
  assert.equal(idOf(early, 'a'), idOf(early, 'a'));
  assert.notEqual(idOf(early, 'a'), idOf(early, 'b'));
  assert.ok(idOf(early, 'z') < idOf(late, 'a'));
  assert.match(idOf(late, 'a'), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
