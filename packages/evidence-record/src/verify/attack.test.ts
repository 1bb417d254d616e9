// SPDX-License-Identifier: EUPL-1.2
// Hostile bytes: refused within 50 ms of computing, with a clear sentence, never with a crash.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specimenAuthority } from '../../suite/authority.ts';
import { firstRecord, generations, renewedRecord } from '../../suite/own.ts';
import { concat } from '../bytes.ts';
import { context, NotDer } from '../der/reader.ts';
import { element, NULL, octets, oid, sequence, small } from '../der/writer.ts';
import { readTimeStamp } from '../stamp/token.ts';
import { explainVerdict } from '../texts/say.ts';
import { verifyRecord } from './verify.ts';

const authority = specimenAuthority();
const sound = firstRecord(authority, { papers: 40, at: new Date('2026-05-01') });
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));

/** One hundred thousand sequences, each around the next. */
function nested(depth: number): Uint8Array {
  const head: number[][] = [];
  let size = 0;
  for (let level = 0; level < depth; level++) {
    const length =
      size < 0x80
        ? [size]
        : size < 0x100
          ? [0x81, size]
          : size < 0x10000
            ? [0x82, size >> 8, size & 255]
            : [0x83, size >> 16, (size >> 8) & 255, size & 255];
    head.push([0x30, ...length]);
    size += 1 + length.length;
  }
  return Uint8Array.from(head.reverse().flat());
}

function recordWith(chains: Uint8Array): Uint8Array {
  return sequence(small(1), sequence(SHA256), chains);
}

const many = (count: number, part: Uint8Array) => concat(Array.from({ length: count }, () => part));
const hash = octets(new Uint8Array(32));

const hostile: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(),
  'one zero': new Uint8Array(1),
  'zeros, 3 MB': new Uint8Array(3_000_000),
  'more than is read, 5 MB': new Uint8Array(5_000_000).fill(0x30),
  'nested 100,000 deep': nested(100_000),
  'nested where chains should be': recordWith(nested(50_000)),
  'nested where a tree should be': recordWith(sequence(sequence(sequence(element(context(2), nested(50_000)), sequence())))),
  'length beyond the end': Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x02),
  'length that wraps at 2^32': Uint8Array.of(0x30, 0x85, 1, 0, 0, 0, 2, 0, 0),
  'length that ends early': Uint8Array.of(0x30, 0x82, 0x01),
  'indefinite length': Uint8Array.of(0x30, 0x80, 0x02, 0x01, 0x01, 0, 0),
  'length longer than needed': concat([Uint8Array.of(0x30, 0x83, 0), sound.subarray(2)]),
  'something behind': concat([sound, Uint8Array.of(0)]),
  'cut off': sound.subarray(0, sound.length - 1),
  'a million empty chains': recordWith(sequence(many(1_000_000, sequence()))),
  'a million hashes in one list': recordWith(
    sequence(sequence(sequence(element(context(2), sequence(many(100_000, hash))), sequence()))),
  ),
  'a hundred lists': recordWith(sequence(sequence(sequence(element(context(2), many(100, sequence(hash))), sequence())))),
  'an empty list': recordWith(sequence(sequence(sequence(element(context(2), sequence()), sequence())))),
  'hashes of another length': recordWith(
    sequence(sequence(sequence(element(context(2), sequence(octets(new Uint8Array(31)))), sequence()))),
  ),
  'no chain': recordWith(sequence()),
  'an empty chain': recordWith(sequence(sequence())),
  'version 2': sequence(small(2), sequence(SHA256), sequence()),
  'a digest algorithm without a name': sequence(small(1), sequence(sequence(oid('1.2.3.4'), NULL)), sequence()),
  encrypted: sequence(small(1), sequence(SHA256), element(context(1), sequence()), sequence(sequence(sequence()))),
  text: new TextEncoder().encode('<?xml version="1.0"?><EvidenceRecord/>'),
};

for (const [name, bytes] of Object.entries(hostile)) {
  test(`refused at once: ${name}`, async () => {
    const begun = process.cpuUsage();
    const verdict = await verifyRecord(bytes, { data: [{ bytes: new Uint8Array(3) }], anchors: [], at: new Date('2026-06-01') });
    const { user, system } = process.cpuUsage(begun);
    assert.equal(verdict.state, 'broken');
    assert.equal(verdict.proven.length, 0);
    for (const language of ['de', 'en'] as const) {
      const [sentence = ''] = explainVerdict(verdict, language).errors;
      assert.match(sentence, /^.{20,160}\.$/);
      assert.doesNotMatch(sentence, /[{}]|undefined|NaN/);
    }
    assert.ok((user + system) / 1000 <= 50, `${(user + system) / 1000} ms`);
  });
}

/** Small deterministic generator (mulberry32), so that a failure can be repeated by its seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * 12);
  const kind = Math.floor(random() * 4);
  const copy = Uint8Array.from(bytes);
  if (kind === 0) copy[at] = Math.floor(random() * 256);
  else if (kind === 1) copy[at]! ^= 1 << Math.floor(random() * 8);
  else if (kind === 2) return concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  else return concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
  return copy;
}

test('4,000 seeded mutations of records: no crash, and never a proof for other data', async () => {
  const authorities = generations();
  const renewed = renewedRecord(authorities, firstRecord(authorities[0]!, { papers: 5, at: new Date('2020-05-01') }));
  const anchors = [authority, ...authorities].map(({ anchor }) => anchor);
  const other = [{ bytes: new TextEncoder().encode('etwas anderes') }];
  const random = randomOf(4998);
  for (let round = 0; round < 4000; round++) {
    let record = round % 2 === 0 ? sound : renewed;
    for (let times = 1 + (round % 3); times > 0; times--) record = mutated(record, random);
    const verdict = await verifyRecord(record, { data: other, anchors, at: new Date('2050-01-01') });
    assert.equal(verdict.state, 'broken', `round ${round}`);
    explainVerdict(verdict, 'de');
  }
});

test('2,000 seeded mutations of tokens: read, or refused as no DER', () => {
  const token = authority.token({ digest: 'sha256', hash: new Uint8Array(32), at: new Date('2026-05-01') });
  const random = randomOf(3161);
  for (let round = 0; round < 2000; round++) {
    try {
      readTimeStamp(mutated(token, random));
    } catch (error) {
      assert.ok(error instanceof NotDer, String(error));
    }
  }
});
