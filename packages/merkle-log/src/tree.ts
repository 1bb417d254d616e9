// SPDX-License-Identifier: EUPL-1.2
// The Merkle tree of RFC 9162 §2.1: leaf = SHA-256(00 || data), node = SHA-256(01 || left || right). The two prefixes keep a node from
// being passed off as a leaf. Indices and sizes are plain numbers up to 2^53 - 1; no bit operators on them, those cut at 2^31.
import { sha256 } from './primitives.ts';

/** A SHA-256 value, 32 bytes. */
export type Hash = Uint8Array;

/**
 * Hash of the perfect subtree over the leaves `[index * 2^level, (index + 1) * 2^level)`; level 0 is the leaf hash itself.
 * Asked only for subtrees that are complete at the tree size in question.
 */
export type GetNode = (level: number, index: number) => Hash | Promise<Hash>;

/** Receives each node the moment it becomes complete, leaves (level 0) included. */
export type EmitNode = (level: number, index: number, hash: Hash) => void;

type EdgeNode = { readonly level: number; readonly hash: Hash };

/** The root of the tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

// Work buffers are kept: hashing a leaf must not cost an allocation. The first byte of `leafInput` is the prefix 00 and stays so.
let leafInput = new Uint8Array(4096);
const nodeInput = new Uint8Array(65);
nodeInput[0] = 1;

/** Leaf hash of RFC 9162 §2.1.1. */
export function leafHash(data: Uint8Array): Hash {
  if (leafInput.length <= data.length) leafInput = new Uint8Array(2 * (1 + data.length));
  leafInput.set(data, 1);
  return sha256(leafInput.subarray(0, 1 + data.length));
}

/** Node hash of RFC 9162 §2.1.1; both arguments are 32 bytes. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  return sha256(nodeInput);
}

/** The largest power of two that is smaller than n; n ≥ 2. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Merkle tree hash over the leaves `[from, to)`, as RFC 9162 §2.1.1 defines MTH(D[from:to]). */
export async function rangeHash(from: number, to: number, get: GetNode): Promise<Hash> {
  const count = to - from;
  if (count === 0) return EMPTY_ROOT;
  const level = Math.round(Math.log2(count));
  if (2 ** level === count && from % count === 0) return get(level, from / count);
  const k = splitPoint(count);
  return nodeHash(await rangeHash(from, from + k, get), await rangeHash(from + k, to, get));
}

/** The perfect subtrees that make up a tree of this size, left to right. */
function edgeOf(size: number): { level: number; index: number }[] {
  const edge: { level: number; index: number }[] = [];
  let from = 0;
  for (let level = Math.ceil(Math.log2(size + 1)); level >= 0; level--) {
    const width = 2 ** level;
    if (size - from < width) continue;
    edge.push({ level, index: from / width });
    from += width;
  }
  return edge;
}

/** The growing tree, kept as the O(log n) perfect subtrees of its right edge. Appending is the only way to change it. */
export class Frontier {
  readonly #edge: EdgeNode[] = [];
  #size = 0;

  /** Number of leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** The frontier of a stored tree of `size` leaves: reads the O(log n) nodes of its right edge. What a log does after a restart. */
  static async from(size: number, get: GetNode): Promise<Frontier> {
    const frontier = new Frontier();
    for (const { level, index } of edgeOf(size)) frontier.#edge.push({ level, hash: await get(level, index) });
    frontier.#size = size;
    return frontier;
  }

  /** A copy that grows independently: try a batch on it, keep it once the batch is durable. */
  clone(): Frontier {
    const copy = new Frontier();
    copy.#edge.push(...this.#edge);
    copy.#size = this.#size;
    return copy;
  }

  /** Appends one leaf hash, returns its index, and reports every node completed by it. */
  push(leaf: Hash, emit?: EmitNode): number {
    const index = this.#size;
    let node: EdgeNode = { level: 0, hash: leaf };
    let at = index;
    emit?.(0, at, leaf);
    for (let last = this.#edge.at(-1); last?.level === node.level; last = this.#edge.at(-1)) {
      this.#edge.pop();
      node = { level: node.level + 1, hash: nodeHash(last.hash, node.hash) };
      at = Math.floor(at / 2);
      emit?.(node.level, at, node.hash);
    }
    this.#edge.push(node);
    this.#size++;
    return index;
  }

  /** Root hash over all leaves so far. */
  root(): Hash {
    let root: Hash | undefined;
    for (let i = this.#edge.length - 1; i >= 0; i--) root = root ? nodeHash(this.#edge[i]!.hash, root) : this.#edge[i]!.hash;
    return root ?? EMPTY_ROOT;
  }
}
