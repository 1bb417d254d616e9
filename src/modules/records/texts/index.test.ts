// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { texts } from './index.ts';

describe('the texts of the E-Akte', () => {
  for (const locale of ['de', 'en'] as const) {
    test(`in ${locale} are all merged, and none hides another`, async () => {
      const files = readdirSync(import.meta.dirname).filter((file) => new RegExp(`^${locale}(-[a-z-]+)?\\.ts$`).test(file));
      const keys: string[] = [];
      for (const file of files) {
        const parts = Object.values((await import(`./${file}`)) as Record<string, Record<string, string>>);
        keys.push(...parts.flatMap((part) => Object.keys(part)));
      }
      const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
      assert.deepEqual(twice, []);
      assert.deepEqual(keys.toSorted(), Object.keys(texts[locale] ?? {}).toSorted());
    });
  }

  test('say the same with the same values in both languages', () => {
    const values = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name).sort();
    const { de, en = {} } = texts;
    const different = Object.keys(de).filter((key) => key in en && String(values(de[key]!)) !== String(values(en[key]!)));
    assert.deepEqual(different, []);
  });
});
