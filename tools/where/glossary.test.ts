// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlaces, namesOf } from './files.ts';
import { edits, findTerms, parseGlossary } from './glossary.ts';

const glossary = `# Words
| English | Deutsch | Türkçe | Standard | Meaning |
|---|---|---|---|---|
| \`sign off\` | Schlusszeichnung / Schlußzeichnung | son imza | xdomea: Schlusszeichnung | binds the document; no change after it |
| co-sign | Mitzeichnung | paraf | – | a colleague agrees \\| or not |
| routing | Geschäftsgang | iş akışı | GeschaeftsgangType | the way of a document through the house |
| file | Akte | dosya | Akte | what belongs together |
`;
const terms = parseGlossary(glossary);
const english = (wanted: string) => findTerms(terms, wanted).map((term) => term.english);

test('the table is read without heading, rule and marks', () => {
  assert.equal(terms.length, 4);
  assert.deepEqual(terms[1], {
    english: 'co-sign',
    german: 'Mitzeichnung',
    turkish: 'paraf',
    standard: '–',
    meaning: 'a colleague agrees | or not',
  });
});

test('a clerk finds the word whatever the spelling, the language and the slips', () => {
  for (const spelling of [
    'Schlusszeichnung',
    'SCHLUSSZEICHNUNG',
    'schlußzeichnung',
    'Schluszeichnung',
    'sign off',
    'sign-off',
    'Son İmza',
  ])
    assert.deepEqual(english(spelling), ['sign off'], spelling);
  for (const spelling of ['Geschäftsgang', 'geschaeftsgang', 'Gescheftsgang', 'is akisi'])
    assert.deepEqual(english(spelling), ['routing'], spelling);
});

test('a part of a word finds all words that hold it; the whole word finds itself alone', () => {
  assert.deepEqual(english('zeichnung'), ['sign off', 'co-sign']);
  assert.deepEqual(english('Akte'), ['file']);
});

test('a word that nobody knows finds nothing, and a short one is not taken for another', () => {
  assert.deepEqual(english('Quittungsblock'), []);
  assert.deepEqual(english('Akne'), ['file']); // one slip in four letters
  assert.deepEqual(english('Amt'), []);
});

test('the files of a word are those that carry it, in whatever room and form', () => {
  const files = [
    'src/modules/records/rules/sign-off.ts',
    'src/modules/records/rules/sign-off.test.ts',
    'src/modules/records/events/document-signed-off.ts',
    'src/modules/records/commands/offer.ts',
    'src/modules/people/web/sign-in-page.tsx',
  ];
  assert.deepEqual(
    findPlaces(files, namesOf(terms[0]!)).map(({ room, file }) => [room, file]),
    [
      ['rules', files[0]],
      ['rules', files[1]],
      ['events', files[2]],
    ],
  );
});

test('the distance between words counts letters put in, left out and exchanged', () => {
  assert.equal(edits('kitten', 'sitting'), 3);
  assert.equal(edits('', 'abc'), 3);
  assert.equal(edits('akte', 'akte'), 0);
});
