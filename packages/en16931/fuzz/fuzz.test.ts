// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diceOf, mutate } from './mutate.ts';
import { fuzz, planted } from './run.ts';

test('changed invoices crash nothing for three seconds, and each new way through the code is kept', () => {
  const { runs, kept, crash } = fuzz({ seconds: 3, seed: 20261130 });
  assert.equal(crash, undefined, `${crash?.message} ${crash?.document}`);
  assert.ok(runs > 30, `${runs} runs`);
  assert.ok(kept > 10, `${kept} kept`);
});

test('a crash behind two conditions is found', () => {
  const { crash } = fuzz({ seconds: 120, seed: 4, target: planted });
  assert.match(crash?.message ?? '', /planted/);
});

test('the same seed changes a document in the same way', () => {
  const [document, other] = [Buffer.from('<a><b>1</b></a>'), Buffer.from('<c>2</c>')];
  const change = (seed: number) => mutate(document, other, diceOf(seed)).toString('base64');
  assert.equal(change(7), change(7));
  assert.ok(new Set([1, 2, 3, 4, 5, 6].map(change)).size > 1);
});
