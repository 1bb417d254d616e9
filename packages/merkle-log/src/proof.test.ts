// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHex, toHex } from './bytes.ts';
import { consistencyProof, type InclusionProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts';
import { nodesOf } from './specimen/journal.ts';
import { Frontier, type Hash, leafHash } from './tree.ts';

const MOST = 600;
const EVERY = 300;
const leaves = Array.from({ length: MOST }, (_, i) => leafHash(Uint8Array.of(i & 255, i >> 8, 7)));
const get = nodesOf(leaves);
const roots: Hash[] = [];
const growing = new Frontier();
for (const leaf of leaves) {
  roots.push(growing.root());
  growing.push(leaf);
}
roots.push(growing.root());

test('the path of the Certificate Transparency vectors comes out', async () => {
  const ct = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
    leafHash(fromHex(hex)!),
  );
  const path = await inclusionProof(0, 8, nodesOf(ct));
  assert.deepEqual(path.map(toHex), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
});

test('every inclusion proof of every tree up to 300 leaves is accepted', async () => {
  let proofs = 0;
  for (let size = 1; size <= EVERY; size++) {
    for (let index = 0; index < size; index++, proofs++) {
      const path = await inclusionProof(index, size, get);
      if (!verifyInclusion({ index, size, path }, leaves[index]!, roots[size]!)) assert.fail(`leaf ${index} of ${size}`);
    }
  }
  assert.equal(proofs, (EVERY * (EVERY + 1)) / 2);
});

test('every consistency proof between trees up to 300 leaves is accepted', async () => {
  for (let newSize = 0; newSize <= EVERY; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const path = await consistencyProof(oldSize, newSize, get);
      const proof = { oldSize, oldRoot: roots[oldSize]!, newSize, newRoot: roots[newSize]!, path };
      if (!verifyConsistency(proof)) assert.fail(`${oldSize} to ${newSize}`);
    }
  }
});

function flip(hashes: readonly Hash[], which: number, bit: number): Hash[] {
  return hashes.map((hash, i) => {
    if (i !== which % hashes.length) return hash;
    const copy = hash.slice();
    copy[(bit >> 3) % 32]! ^= 1 << (bit & 7);
    return copy;
  });
}

test('no inclusion proof survives a single flipped bit (3,500 tries)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: MOST }), fc.nat(), fc.nat(), fc.nat(255), async (size, pick, which, bit) => {
      const index = pick % size;
      const [leaf, root, ...path] = flip([leaves[index]!, roots[size]!, ...(await inclusionProof(index, size, get))], which, bit);
      assert.equal(verifyInclusion({ index, size, path }, leaf!, root!), false);
    }),
    { numRuns: 3500 },
  );
});

test('no consistency proof survives a single flipped bit (3,500 tries)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: MOST }), fc.nat(), fc.nat(), fc.nat(255), async (newSize, pick, which, bit) => {
      const oldSize = 1 + (pick % (newSize - 1));
      const [oldRoot, newRoot, ...path] = flip(
        [roots[oldSize]!, roots[newSize]!, ...(await consistencyProof(oldSize, newSize, get))],
        which,
        bit,
      );
      assert.equal(verifyConsistency({ oldSize, oldRoot: oldRoot!, newSize, newRoot: newRoot!, path }), false);
    }),
    { numRuns: 3500 },
  );
});

test('a proof for one place is accepted at no other place of the same tree (every index of every third size)', async () => {
  let swaps = 0;
  for (let size = 2; size < 130; size += 3) {
    for (let index = 0; index < size; index++) {
      const path = await inclusionProof(index, size, get);
      for (let other = 0; other < size; other++) {
        if (other === index) continue;
        if (verifyInclusion({ index: other, size, path }, leaves[index]!, roots[size]!))
          assert.fail(`${index} passed for ${other} of ${size}`);
        swaps++;
      }
    }
  }
  assert.ok(swaps > 6000);
});

test('a proof is refused when size, order or number of its hashes is wrong, or the leaf is a node', async () => {
  const [index, size] = [77, 300];
  const path = await inclusionProof(index, size, get);
  const good: InclusionProof = { index, size, path };
  const refused: InclusionProof[] = [
    { ...good, path: path.slice(1) },
    { ...good, path: path.slice(0, -1) },
    { ...good, path: [...path, path[0]!] },
    { ...good, path: [...path].reverse() },
    { ...good, path: [path[0]!.slice(1), ...path.slice(1)] },
    { ...good, index: -1 },
    { ...good, index: size },
    { ...good, index: 77.5 },
    { ...good, index: Number.NaN },
    { ...good, size: 0 },
  ];
  assert.ok(verifyInclusion(good, leaves[index]!, roots[size]!));
  refused.forEach((proof, i) => {
    assert.equal(verifyInclusion(proof, leaves[index]!, roots[size]!), false, `case ${i}`);
  });
  assert.equal(verifyInclusion({ index: 1, size: 1, path: [] }, leaves[0]!, roots[1]!), false, 'a place behind the last');
  const other = { index: 0, size: 1, path: [leaves[0]!] };
  assert.equal(verifyInclusion(other, leaves[1]!, roots[2]!), false, 'a path longer than the tree of this size is high');
  // Second preimage: the two children of a node, taken for the data of a leaf, must not give that node.
  assert.equal(
    verifyInclusion({ index: 0, size: 1, path: [] }, leafHash(Buffer.concat([leaves[0]!, leaves[1]!])), roots[2]!),
    false,
  );
});

test('a consistency proof cannot show a rewritten history, whatever a malicious server sends along', async () => {
  const forged = new Frontier();
  for (const [i, leaf] of leaves.slice(0, 200).entries()) forged.push(i === 50 ? leafHash(Uint8Array.of(1)) : leaf);
  const honest = await consistencyProof(120, 200, get);
  const claim = { oldSize: 120, oldRoot: roots[120]!, newSize: 200, newRoot: forged.root() };
  for (const path of [honest, [], [forged.root()], [roots[120]!, forged.root()], honest.slice(1), [...honest, ...honest]]) {
    assert.equal(verifyConsistency({ ...claim, path }), false);
  }
  assert.equal(verifyConsistency({ ...claim, newSize: 120, path: [] }), false, 'equal sizes, different roots');
  assert.equal(verifyConsistency({ ...claim, oldSize: 0, path: [] }), false, 'an empty tree with a root of its own');
  assert.equal(verifyConsistency({ ...claim, oldSize: 201, path: honest }), false, 'a tree that shrinks');
});

test('positions beyond 2^32 are counted, not cut off', () => {
  const size = 2 ** 33 + 1;
  const path = [roots[8]!];
  assert.equal(verifyInclusion({ index: 2 ** 33, size, path }, leaves[0]!, roots[9]!), false);
  // The last leaf of a tree of 2^33 + 1 leaves has exactly one sibling: the perfect subtree to its left.
  const root = new Frontier();
  root.push(roots[8]!);
  root.push(leaves[0]!);
  assert.ok(verifyInclusion({ index: 2 ** 33, size, path }, leaves[0]!, root.root()));
});

test('asking for a proof that cannot exist is an error of the caller', async () => {
  await assert.rejects(inclusionProof(5, 5, get), RangeError);
  await assert.rejects(inclusionProof(-1, 5, get), RangeError);
  await assert.rejects(consistencyProof(6, 5, get), RangeError);
});
