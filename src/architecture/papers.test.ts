// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { modules } from '../app.ts';
import { parseGlossary } from '../../tools/where/glossary.ts';
import { isTest, readSources } from './sources.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = readSources().filter(({ path: file }) => !isTest(file));
const texts = modules.map((module) => module.texts);

describe('the papers', () => {
  test('the glossary has one word per thing', () => {
    const terms = parseGlossary(read('GLOSSARY.md'));
    assert.ok(terms.length >= 40);
    for (const column of ['english', 'german'] as const) {
      const words = terms.map((term) => term[column].toLowerCase());
      assert.deepEqual(
        words.filter((word, index) => words.indexOf(word) !== index),
        [],
      );
    }
    assert.deepEqual(
      terms.filter(({ english, german, meaning }) => !english || !german || !meaning),
      [],
    );
  });

  test('every kind of event is about a thing that the glossary knows', () => {
    const known = parseGlossary(read('GLOSSARY.md')).flatMap(({ english }) => english.toLowerCase().split(' '));
    const files = sources.filter(({ path: file }) => /\/events\//.test(file)).map(({ path: file }) => path.basename(file, '.ts'));
    const strangers = files.filter(
      (name) => !name.split('-').some((word) => known.includes(word) || known.includes(word.replace(/s$/, ''))),
    );
    assert.deepEqual(strangers, []);
  });

  test('every reason that a rule gives is a text in German', () => {
    const reasons = sources.flatMap(({ path: file, text }) =>
      [...text.matchAll(/new Refusal\(\s*'[a-z-]+',\s*'([a-z.0-9-]+)'/g)].map(([, key = '']) => ({ file, key })),
    );
    assert.ok(reasons.length > 50);
    assert.deepEqual(
      reasons.filter(({ key }) => !texts.some(({ de }) => key in de)).map(({ file, key }) => `${file}: ${key}`),
      [],
    );
  });

  test('English is complete wherever German is', () => {
    assert.deepEqual(
      texts.flatMap(({ de, en = {} }) => Object.keys(de).filter((key) => !(key in en))),
      [],
    );
  });

  test('every text that a page asks for exists', () => {
    const asked = sources
      .filter(({ path: file }) => /\/web\//.test(file))
      .flatMap(({ path: file, text }) => [...text.matchAll(/\bsay\(\s*'([a-z.0-9-]+)'/g)].map(([, key = '']) => ({ file, key })));
    assert.deepEqual(
      asked
        .filter(({ key }) => !texts.some(({ de }) => key in de || `${key}.one` in de))
        .map(({ file, key }) => `${file}: ${key}`),
      [],
    );
  });

  test('every module and package explains itself on a page', () => {
    const folders = [
      ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`),
      ...modules.filter(({ name }) => name !== 'kernel').map(({ name }) => `src/modules/${name}`),
      'src/kernel',
      'src/ui',
    ];
    assert.deepEqual(
      folders.filter((folder) => !existsSync(path.join(root, folder, 'README.md'))),
      [],
    );
  });

  test('nothing speaks of machines or open ends', () => {
    const traces = /\/work\/|\/farm\/|bash_jobs|TODO|FIXME/;
    assert.deepEqual(
      readSources()
        .filter(({ path: file, text }) => !file.startsWith('src/architecture/') && traces.test(text))
        .map(({ path: file }) => file),
      [],
    );
  });
});
