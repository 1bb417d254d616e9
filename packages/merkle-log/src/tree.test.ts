// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHex, toHex } from './bytes.ts';
import { nodesOf } from './specimen/journal.ts';
import { EMPTY_ROOT, Frontier, type Hash, leafHash, nodeHash, rangeHash } from './tree.ts';

/** The leaves and roots that Certificate Transparency implementations share as test vectors. */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => fromHex(hex)!,
);
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('a growing tree has the roots of the Certificate Transparency vectors at every size', () => {
  const frontier = new Frontier();
  assert.equal(toHex(frontier.root()), CT_ROOTS[0]);
  assert.equal(toHex(EMPTY_ROOT), CT_ROOTS[0]);
  CT_LEAVES.forEach((leaf, i) => {
    assert.equal(frontier.push(leafHash(leaf)), i);
    assert.equal(toHex(frontier.root()), CT_ROOTS[i + 1]);
  });
});

/** MTH written exactly as RFC 9162 §2.1.1 says it, to compare with. */
function definition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

const leaves = Array.from({ length: 300 }, (_, i) => leafHash(Uint8Array.of(i & 255, i >> 8)));

test('frontier, stored nodes and the definition of RFC 9162 give the same root for all sizes up to 300', async () => {
  const get = nodesOf(leaves);
  const frontier = new Frontier();
  for (let size = 0; size <= leaves.length; size++) {
    const root = toHex(definition(leaves.slice(0, size)));
    assert.equal(toHex(frontier.root()), root);
    assert.equal(toHex(await rangeHash(0, size, get)), root);
    if (size < leaves.length) frontier.push(leaves[size]!);
  }
});

test('every complete node is reported exactly once, when it becomes complete', () => {
  const seen = new Set<string>();
  const frontier = new Frontier();
  for (const leaf of leaves) {
    frontier.push(leaf, (level, index, hash) => {
      const name = `${level}/${index}`;
      assert.ok(!seen.has(name), name);
      seen.add(name);
      assert.equal((index + 1) * 2 ** level, frontier.size + 1);
      assert.equal(toHex(hash), toHex(definition(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))));
    });
  }
  let expected = 0;
  for (let level = 0; 2 ** level <= leaves.length; level++) expected += Math.floor(leaves.length / 2 ** level);
  assert.equal(seen.size, expected);
});

test('a log that restarts at any size goes on with the same tree', async () => {
  for (const size of [0, 1, 2, 3, 7, 8, 127, 128, 200, 299]) {
    const resumed = await Frontier.from(size, nodesOf(leaves.slice(0, size)));
    assert.equal(resumed.size, size);
    for (const leaf of leaves.slice(size)) resumed.push(leaf);
    assert.equal(toHex(resumed.root()), toHex(definition(leaves)), `from ${size}`);
  }
});

test('a copy grows without changing the original, so that a failed batch leaves no trace', () => {
  const frontier = new Frontier();
  for (const leaf of leaves.slice(0, 13)) frontier.push(leaf);
  const before = toHex(frontier.root());
  const copy = frontier.clone();
  for (const leaf of leaves.slice(13)) copy.push(leaf);
  assert.equal(toHex(frontier.root()), before);
  assert.equal(frontier.size, 13);
  assert.equal(copy.size, leaves.length);
  assert.equal(toHex(copy.root()), toHex(definition(leaves)));
});
