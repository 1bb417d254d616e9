// SPDX-License-Identifier: EUPL-1.2
// Inclusion and consistency proofs of RFC 9162: made in §2.1.3.1 and §2.1.4.1, checked in §2.1.3.2 and §2.1.4.2.
import { equalBytes } from './bytes.ts';
import { EMPTY_ROOT, type GetNode, type Hash, nodeHash, rangeHash, splitPoint } from './tree.ts';

/** A leaf's place in a tree of `size` leaves, and the hashes that lead from it to the root, bottom up. */
export type InclusionProof = { readonly index: number; readonly size: number; readonly path: readonly Hash[] };

/** Two roots of the same log and the hashes that show that the smaller tree is the beginning of the larger. */
export type ConsistencyProof = {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly newSize: number;
  readonly newRoot: Hash;
  readonly path: readonly Hash[];
};

/** The inclusion path of leaf `index` in the tree of the first `size` leaves. Throws `RangeError` outside `0 ≤ index < size`. */
export async function inclusionProof(index: number, size: number, get: GetNode): Promise<Hash[]> {
  if (!isIndex(index) || !isIndex(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Hash[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      path.push(await rangeHash(middle, to, get));
      to = middle;
    } else {
      path.push(await rangeHash(from, middle, get));
      from = middle;
    }
  }
  return path.reverse();
}

/** The consistency path between the trees of the first `oldSize` and `newSize` leaves. Throws `RangeError` when old is larger than new. */
export async function consistencyProof(oldSize: number, newSize: number, get: GetNode): Promise<Hash[]> {
  if (!isIndex(oldSize) || !isIndex(newSize) || oldSize > newSize)
    throw new RangeError(`a tree of ${newSize} does not begin with ${oldSize} leaves`);
  if (oldSize === 0 || oldSize === newSize) return [];
  const path: Hash[] = [];
  let from = 0;
  let to = newSize;
  while (oldSize !== to) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      path.push(await rangeHash(middle, to, get));
      to = middle;
    } else {
      path.push(await rangeHash(from, middle, get));
      from = middle;
    }
  }
  // The checker already knows the old root, so it is left out when the old tree is one of the subtrees (§2.1.4.1, flag b).
  if (from > 0) path.push(await rangeHash(from, to, get));
  return path.reverse();
}

/** Whether the proof leads from the leaf hash to the root (RFC 9162 §2.1.3.2). False for every malformed input; never throws. */
export function verifyInclusion(proof: InclusionProof, leaf: Hash, root: Hash): boolean {
  if (!isIndex(proof.index) || !isIndex(proof.size) || proof.index >= proof.size) return false;
  if (![leaf, root, ...proof.path].every(isHash)) return false;
  let fn = proof.index;
  let sn = proof.size - 1;
  let hash = leaf;
  for (const sibling of proof.path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      [fn, sn] = skipLeftEdge(fn, sn);
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equalBytes(hash, root);
}

/** Whether the new tree begins with the old one (RFC 9162 §2.1.4.2). False for every malformed input; never throws. */
export function verifyConsistency(proof: ConsistencyProof): boolean {
  const { oldSize, oldRoot, newSize, newRoot, path } = proof;
  if (!isIndex(oldSize) || !isIndex(newSize) || oldSize > newSize) return false;
  if (![oldRoot, newRoot, ...path].every(isHash)) return false;
  if (oldSize === newSize) return path.length === 0 && equalBytes(oldRoot, newRoot);
  // Every tree continues the empty one; RFC 9162 leaves this case out, and a path would prove nothing.
  if (oldSize === 0) return path.length === 0 && equalBytes(oldRoot, EMPTY_ROOT);
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  const [first, ...rest] = fn === 0 ? [oldRoot, ...path] : path;
  return first !== undefined && foldConsistency({ fn, sn, first, rest, oldRoot, newRoot });
}

type Fold = { fn: number; sn: number; first: Hash; rest: readonly Hash[]; oldRoot: Hash; newRoot: Hash };

function foldConsistency(fold: Fold): boolean {
  let { fn, sn } = fold;
  let oldHash = fold.first;
  let newHash = fold.first;
  for (const sibling of fold.rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      [fn, sn] = skipLeftEdge(fn, sn);
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equalBytes(oldHash, fold.oldRoot) && equalBytes(newHash, fold.newRoot);
}

/** "If LSB(fn) is not set, right-shift both fn and sn until LSB(fn) is set or fn is 0." */
function skipLeftEdge(fn: number, sn: number): [number, number] {
  let a = fn;
  let b = sn;
  while (a % 2 === 0 && a !== 0) {
    a /= 2;
    b = Math.floor(b / 2);
  }
  return [a, b];
}

function isIndex(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isHash(hash: Hash): boolean {
  return hash.length === 32;
}
