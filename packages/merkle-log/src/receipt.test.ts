// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leafData } from './leaf.ts';
import { inclusionProof } from './proof.ts';
import { formatReceipt, parseReceipt, type Receipt, receiptHead, verifyReceipt } from './receipt.ts';
import { specimenSigner } from './specimen/acts.ts';
import { foundSpecimen, keyOf, nodesOf } from './specimen/journal.ts';

const specimen = foundSpecimen({ acts: 1000 });
const act = specimen.acts[417]!;
const receipt: Receipt = {
  leafData: leafData(act.header, act.commitment),
  seq: 417,
  path: await inclusionProof(417, 1000, nodesOf(specimen.acts.map(({ leaf }) => leaf))),
  checkpoint: specimen.heads.at(-1)!,
};

test('a citizen’s receipt proves the entry, fits on one line, and names the head it was made for', () => {
  const text = formatReceipt(receipt);
  assert.ok(!text.includes('\n') && text.length < 2500, `${text.length} characters`);
  const read = parseReceipt(text);
  assert.deepEqual(read, receipt);
  const proof = verifyReceipt(read!, [keyOf(specimen.signer)]);
  assert.equal(proof?.header, act.header);
  assert.equal(proof?.seq, 417);
  assert.equal(receiptHead(receipt)?.size, 1000);
});

test('a receipt for another entry, place, path or key proves nothing', () => {
  const keys = [keyOf(specimen.signer)];
  const other = specimen.acts[418]!;
  assert.ok(verifyReceipt(receipt, keys));
  assert.equal(verifyReceipt({ ...receipt, leafData: leafData(other.header, other.commitment) }, keys), undefined);
  assert.equal(verifyReceipt({ ...receipt, leafData: new Uint8Array(5) }, keys), undefined);
  assert.equal(verifyReceipt({ ...receipt, seq: 418 }, keys), undefined);
  assert.equal(verifyReceipt({ ...receipt, path: receipt.path.slice(1) }, keys), undefined);
  assert.equal(verifyReceipt({ ...receipt, checkpoint: specimen.heads[0]! }, keys), undefined);
  assert.equal(verifyReceipt(receipt, [keyOf(specimenSigner(specimen.origin, 'foreign'))]), undefined);
});

test('texts that are no receipt are refused without an exception', () => {
  const good = JSON.parse(formatReceipt(receipt)) as Record<string, unknown>;
  const wrong: unknown[] = [
    null,
    [],
    1,
    {},
    { ...good, receipt: 2 },
    { ...good, seq: -1 },
    { ...good, path: ['AA=='] },
    { ...good, path: 'x' },
  ];
  for (const json of [
    ...wrong,
    { ...good, leaf: '!' },
    { ...good, checkpoint: 1 },
    { ...good, path: Array(65).fill(good['leaf']) },
  ]) {
    assert.equal(parseReceipt(JSON.stringify(json)), undefined, JSON.stringify(json).slice(0, 80));
  }
  assert.equal(parseReceipt('{'), undefined);
  assert.equal(receiptHead({ ...receipt, checkpoint: 'no note' }), undefined);
});
