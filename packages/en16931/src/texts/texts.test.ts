// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terms } from '../model/terms.ts';
import { ruleCatalogue } from '../rules/catalogue.ts';
import { explain, hasOwnWords } from './explain.ts';
import { plainGerman } from './plain.ts';

const languages = ['de', 'en', 'tr'] as const;

test('every rule says in three languages what is wrong, what to do, and what to tell the supplier', () => {
  for (const id of ruleCatalogue().keys()) {
    for (const language of languages) {
      const { problem, remedy, supplier } = explain(id, language);
      for (const text of [problem, remedy, supplier]) {
        assert.ok(text.length >= 8, `${id} ${language}: ${text}`);
        assert.doesNotMatch(text, /undefined|\[object|\bNaN\b|""|„“/, `${id} ${language}`);
      }
      assert.ok(supplier.includes(remedy), id);
    }
    const [german, english, turkish] = languages.map((language) => explain(id, language).problem);
    assert.ok(german !== english && english !== turkish && german !== turkish, `${id} has the same words in two languages`);
  }
});

test('only rules about one missing thing share a template; whatever else is checked has words made for it', () => {
  const plain = [...ruleCatalogue().values()].filter(
    ({ id, path }) => !hasOwnWords(id) && path === undefined && /fehlt\.$/.test(explain(id, 'de').problem),
  );
  for (const { id, terms: concerned } of plain)
    assert.equal(concerned.length, 1, `${id} speaks of several terms but says only that one is missing`);
});

test('every term has a name of its own in three languages', () => {
  for (const language of languages) {
    const names = [...terms.values()].filter((term) => term.type !== 'group').map((term) => term.name[language]);
    assert.equal(new Set(names).size, names.length, language);
  }
});

test('plain German exists for at least thirty rules, in short sentences', () => {
  const ids = Object.keys(plainGerman);
  assert.ok(ids.length >= 30);
  for (const id of ids) {
    assert.ok(ruleCatalogue().has(id), id);
    for (const sentence of (plainGerman[id] ?? '').split(/[.?!] /))
      assert.ok(sentence.split(' ').length <= 13, `${id}: ${sentence}`);
  }
});

test('an id that is no rule is refused', () => {
  assert.throws(() => explain('BR-0815', 'de'), RangeError);
});
