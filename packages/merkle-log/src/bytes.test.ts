// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, fromHex, toBase64, toHex } from './bytes.ts';

test('hex and base64 come back as they went, and agree with Buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      assert.equal(toHex(bytes), Buffer.from(bytes).toString('hex'));
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(fromHex(toHex(bytes)), bytes);
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    }),
  );
});

test('only one spelling decodes: upper-case hex, missing padding, spare bits and blanks are refused', () => {
  for (const text of ['A0', '0', '0g', ' 00']) assert.equal(fromHex(text), undefined, text);
  for (const text of ['AA', 'AA=', 'A===', 'AB==', 'AAB=', 'AA==\n', 'A-A=', '====', 'ä==='])
    assert.equal(fromBase64(text), undefined, text);
});

test('two different texts never decode to the same bytes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64(text);
      assert.ok(bytes === undefined || toBase64(bytes) === text);
    }),
    { numRuns: 2000 },
  );
});
