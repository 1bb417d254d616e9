// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, fromHex, isHexOf, toBase64, toHex } from './bytes.ts';

test('hex and base64 come back as they went, and agree with Buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      assert.equal(toHex(bytes), Buffer.from(bytes).toString('hex'));
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(fromHex(toHex(bytes)), bytes);
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      assert.ok(isHexOf(toHex(bytes), bytes));
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

test('a text is the hex of some bytes only when every digit and the length fit', () => {
  const bytes = Uint8Array.of(0xab, 0x01);
  assert.ok(isHexOf('ab01', bytes));
  for (const text of ['ab00', 'ac01', 'AB01', 'ab', 'ab0100', 'ab0\u0131', '']) assert.equal(isHexOf(text, bytes), false, text);
});
