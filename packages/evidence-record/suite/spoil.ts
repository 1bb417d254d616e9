// SPDX-License-Identifier: EUPL-1.2
// A sound record, spoilt: in each of these ways it must be found broken.
import { readRecord, type StampToWrite, stampsOf, writeRecord } from '../src/record/record.ts';

/** A spoilt record and what was done to it. */
export interface Spoilt {
  readonly how: string;
  readonly record: Uint8Array;
}

type Chains = readonly (readonly StampToWrite[])[];

/** All ways that apply to the record. */
export function spoil(record: Uint8Array): Spoilt[] {
  const chains = stampsOf(readRecord(record));
  const changed = chains.flatMap((chain, index) => [
    ...chain.flatMap((_, place) => spoilStamp(record, chains, { index, place })),
    ...(chain.length > 1 ? [whole(`stamps of chain ${index} turned round`, replaced(chains, index, chain.toReversed()))] : []),
  ]);
  if (chains.length === 1) return changed;
  return [...changed, whole('chains turned round', chains.toReversed()), whole('first chain taken out', chains.slice(1))];
}

function whole(how: string, chains: Chains): Spoilt {
  return { how, record: writeRecord(chains) };
}

function replaced(chains: Chains, index: number, chain: readonly StampToWrite[]): Chains {
  return chains.map((each, i) => (i === index ? chain : each));
}

function spoilStamp(record: Uint8Array, chains: Chains, { index, place }: { index: number; place: number }): Spoilt[] {
  const stamp = chains[index]![place]!;
  const instead = (how: string, other: StampToWrite) =>
    whole(`${how} in ${index}.${place}`, replaced(chains, index, chains[index]!.with(place, other)));
  const tokens = (['content', 'signature'] as const).map((part) =>
    instead(`${part} changed`, { ...stamp, token: withFlip(record, { index, place, part }) }),
  );
  const { tree } = stamp;
  if (!tree) return tokens;
  const hashes = tree.flatMap((list, row) => list.map((_, at) => instead(`hash ${row}.${at} flipped`, withHash(stamp, row, at))));
  const added = [...tree, [new Uint8Array(tree[0]![0]!.length)]];
  return [...tokens, ...hashes, instead('list added', { ...stamp, tree: added })];
}

function withHash(stamp: StampToWrite, list: number, at: number): StampToWrite {
  const flip = (hash: Uint8Array) => hash.map((byte, i) => (i === 7 ? byte ^ 0x10 : byte));
  return {
    ...stamp,
    tree: stamp.tree!.map((hashes, i) => (i === list ? hashes.map((hash, k) => (k === at ? flip(hash) : hash)) : hashes)),
  };
}

/** Flips a bit in the middle of the stamped hash or of the signature, wherever they stand in the token. */
function withFlip(
  record: Uint8Array,
  { index, place, part }: { index: number; place: number; part: 'content' | 'signature' },
): Uint8Array {
  const { stamp } = readRecord(record).chains[index]![place]!;
  const { signed, imprint } = stamp;
  const target = part === 'content' ? imprint.hash : signed.signer.signature;
  const token = Uint8Array.from(stamp.der);
  const at = target.byteOffset - stamp.der.byteOffset + Math.floor(target.length / 2);
  token[at]! ^= 0x04;
  return token;
}
