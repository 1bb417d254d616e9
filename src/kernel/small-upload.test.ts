// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packText, unpackText } from './small-upload.ts';

test('a table of 900 kB goes through a hidden field with room to spare, letter by letter', () => {
  const table = Array.from({ length: 15_000 }, (_, n) => `${n};Müller-Lüdenscheidt ${n * 7919};"Straße, Größe"`).join('\r\n');
  assert.ok(Buffer.byteLength(table) > 700_000);
  assert.ok(encodeURIComponent(table).length > 1_000_000, 'as it stands it would not fit into a form');
  assert.ok(encodeURIComponent(packText(table)).length < 300_000);
  assert.equal(unpackText(packText(table), 4_000_000), table);
});

test('what was not packed stays, what would burst or is damaged is nothing', () => {
  assert.equal(unpackText('32;Ordnungsamt', 100), '32;Ordnungsamt');
  assert.equal(unpackText(packText('x'.repeat(10_000_000)), 1_000_000), undefined);
  assert.equal(unpackText('packed:%%%', 100), undefined);
  assert.equal(unpackText(7, 100), 7);
});
