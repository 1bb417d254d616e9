// SPDX-License-Identifier: EUPL-1.2
// The evidence record (RFC 4998 §3 and §4.1), read and written.
import { type DigestName, digestByOid, digestLength, oidOf } from '../algorithms.ts';
import { type Algorithm, digestOf, readAlgorithm } from '../cms/algorithm.ts';
import { context, type Element, NotDer, TAG, whole, within } from '../der/reader.ts';
import { readOctets, readSmall } from '../der/values.ts';
import { element, oid, octets, sequence, small } from '../der/writer.ts';
import { readTimeStamp, type TimeStamp } from '../stamp/token.ts';

/** A reduced hash tree: lists of hashes, the data's own first, the root's children last. */
export type HashTree = readonly (readonly Uint8Array[])[];

/** An ArchiveTimeStamp: without a tree, the stamp covers the hash itself. */
export interface ArchiveTimeStamp {
  readonly digest: DigestName;
  readonly tree: HashTree | undefined;
  readonly stamp: TimeStamp;
}

/** Time stamps under one digest algorithm, oldest first. */
export type Chain = readonly ArchiveTimeStamp[];

/** An evidence record: chains, oldest first. */
export interface EvidenceRecord {
  /** Digest algorithms by which the data were hashed, as the record declares them. */
  readonly digests: readonly DigestName[];
  readonly chains: readonly Chain[];
  /** DER of the sequence of the first n chains, as a hash-tree renewal covers them (RFC 4998 §5.2). */
  readonly sequenceOf: (chains: number) => Uint8Array;
}

/** A record's reading was refused because it holds something that is not supported here. */
export class Unsupported extends Error {
  readonly key: 'encrypted' | 'digest-unknown';
  constructor(key: 'encrypted' | 'digest-unknown') {
    super(key);
    this.name = 'Unsupported';
    this.key = key;
  }
}

const MAX_RECORD = 4 * 1024 * 1024;
const MAX_CHAINS = 64;
const MAX_STAMPS = 256;
const MAX_LISTS = 64;
const MAX_HASHES = 4096;

/** Reads an EvidenceRecord in DER; at most 4 MB. Throws `NotDer` or `Unsupported`. */
export function readRecord(der: Uint8Array): EvidenceRecord {
  if (der.length > MAX_RECORD) throw new NotDer('too-large', 'record');
  const cursor = within(whole(der, 'record', TAG.sequence), 'record');
  if (readSmall(cursor.take('version'), 'version') !== 1) throw new NotDer('structure', 'version');
  const digests = within(cursor.take('digests', TAG.sequence), 'digests')
    .rest('digests', 16, TAG.sequence)
    .map((each) => known(readAlgorithm(each, 'digests')));
  cursor.maybe('crypto infos', context(0));
  if (cursor.maybe('encryption', context(1))) throw new Unsupported('encrypted');
  const list = cursor.take('chains', TAG.sequence);
  cursor.end();
  const elements = within(list, 'chains').rest('chains', MAX_CHAINS, TAG.sequence);
  if (elements.length === 0) throw new NotDer('structure', 'chains');
  return {
    digests,
    chains: elements.map(readChain),
    sequenceOf: (chains) => sequence(...elements.slice(0, chains).map((each) => each.whole)),
  };
}

function known(algorithm: Algorithm): DigestName {
  const digest = digestOf(algorithm);
  if (digest === undefined) throw new Unsupported('digest-unknown');
  return digest;
}

function readChain(chain: Element): Chain {
  const stamps = within(chain, 'chain').rest('chain', MAX_STAMPS, TAG.sequence);
  if (stamps.length === 0) throw new NotDer('structure', 'chain');
  return stamps.map(readArchiveTimeStamp);
}

function readArchiveTimeStamp(ats: Element): ArchiveTimeStamp {
  const cursor = within(ats, 'archive time stamp');
  const named = cursor.maybe('digest', context(0));
  cursor.maybe('attributes', context(1));
  const tree = cursor.maybe('hash tree', context(2));
  const stamp = readTimeStamp(cursor.take('token', TAG.sequence).whole);
  cursor.end();
  // RFC 4998 §4.1: without a name of its own, the algorithm is that of the time stamp. [0] is implicit, so the tag hides the SEQUENCE.
  const digest = named ? known(readAlgorithm({ ...named, tag: TAG.sequence }, 'digest')) : stamp.imprint.algorithm;
  if (digest === undefined) throw new Unsupported('digest-unknown');
  return { digest, tree: tree && readTree(tree, digest), stamp };
}

function readTree(tree: Element, digest: DigestName): HashTree {
  const lists = within(tree, 'hash tree')
    .rest('hash tree', MAX_LISTS, TAG.sequence)
    .map((list) =>
      within(list, 'hash list')
        .rest('hash list', MAX_HASHES)
        .map((hash) => readOctets(hash, 'hash')),
    );
  const length = digestLength(digest);
  const sound = lists.length > 0 && lists.every((list) => list.length > 0 && list.every((hash) => hash.length === length));
  if (!sound) throw new NotDer('structure', 'hash tree');
  return lists;
}

/** What a record is written from: `token` in DER. */
export interface StampToWrite {
  readonly digest: DigestName;
  readonly tree?: HashTree | undefined;
  readonly token: Uint8Array;
}

/** Writes an EvidenceRecord in DER (version 1). Throws `RangeError` when there is no stamp. */
export function writeRecord(chains: readonly (readonly StampToWrite[])[]): Uint8Array {
  if (chains.length === 0 || chains.some((chain) => chain.length === 0)) throw new RangeError('a record needs a time stamp');
  const digests = [...new Set(chains.flat().map(({ digest }) => digest))];
  return sequence(small(1), sequence(...digests.map((digest) => sequence(oid(oidOf(digest))))), writeChains(chains));
}

/** DER of an ArchiveTimeStampSequence, as it stands in a record and as a hash-tree renewal covers it. */
export function writeChains(chains: readonly (readonly StampToWrite[])[]): Uint8Array {
  return sequence(...chains.map((chain) => sequence(...chain.map(writeStamp))));
}

function writeStamp({ digest, tree, token }: StampToWrite): Uint8Array {
  const lists = tree ? [element(context(2), ...tree.map((list) => sequence(...list.map(octets))))] : [];
  return sequence(element(context(0), oid(oidOf(digest))), ...lists, token);
}

/** A record's stamps in the form in which they are written again. */
export function stampsOf({ chains }: EvidenceRecord): StampToWrite[][] {
  return chains.map((chain) => chain.map(({ digest, tree, stamp }) => ({ digest, tree, token: stamp.der })));
}

/** Whether an object identifier names a digest algorithm that this package knows. */
export function isKnownDigest(dotted: string): boolean {
  return dotted in digestByOid;
}
