// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHex, toHex } from './bytes.ts';
import { verifyEd25519Portable } from './ed25519.ts';
import { ed25519Signer } from './node-signer.ts';
import { hmacSha256, portablePrimitives, sha256, sha256Stream, verifyEd25519 } from './primitives.ts';
import { Sha256 } from './sha256.ts';
import { sha512 } from './sha512.ts';

const bytes = () => fc.uint8Array({ maxLength: 700 });

test('our own SHA-256 and SHA-512 agree with OpenSSL for every input, also piece by piece', () => {
  fc.assert(
    fc.property(bytes(), bytes(), (a, b) => {
      const both = Buffer.concat([a, b]);
      const expected = createHash('sha256').update(both).digest('hex');
      assert.equal(toHex(new Sha256().update(a).update(b).digest()), expected);
      assert.equal(toHex(portablePrimitives.sha256(both)), expected);
      assert.equal(toHex(sha256(both)), expected);
      assert.equal(toHex(sha256Stream().update(a).update(b).digest()), expected);
      assert.equal(toHex(sha512(both)), createHash('sha512').update(both).digest('hex'));
    }),
  );
});

test('SHA-256 crosses every block boundary correctly', () => {
  for (let length = 0; length < 200; length++) {
    const input = new Uint8Array(length).fill(length);
    assert.equal(toHex(portablePrimitives.sha256(input)), createHash('sha256').update(input).digest('hex'), `${length} bytes`);
  }
});

test('HMAC-SHA256 agrees with OpenSSL and refuses keys longer than a block', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 9000 }), (key, data) => {
      assert.equal(toHex(hmacSha256(key, data)), createHmac('sha256', key).update(data).digest('hex'));
    }),
  );
  assert.throws(() => hmacSha256(new Uint8Array(65), new Uint8Array(0)), RangeError);
});

/** RFC 8032 §7.1, tests 1 to 3: public key, message, signature. */
const RFC_8032: readonly (readonly [string, string, string])[] = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
];

test('Ed25519 accepts the vectors of RFC 8032, by OpenSSL and by our own code', () => {
  for (const [key, message, signature] of RFC_8032) {
    const parts = [key, message, signature].map((hex) => fromHex(hex)!) as [Uint8Array, Uint8Array, Uint8Array];
    assert.ok(verifyEd25519(...parts));
    assert.ok(verifyEd25519Portable(...parts));
  }
});

test('our own Ed25519 says what OpenSSL says, for valid and for damaged signatures', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(511), fc.boolean(), (message, bit, damage) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      const { publicKey } = ed25519Signer('test', privateKey);
      const signature = new Uint8Array(sign(null, message, privateKey));
      if (damage) signature[bit >> 3]! ^= 1 << (bit & 7);
      assert.equal(verifyEd25519Portable(publicKey, message, signature), !damage);
      assert.equal(verifyEd25519(publicKey, message, signature), !damage);
    }),
    { numRuns: 30 },
  );
});

test('a second spelling of the same signature (S + order) is refused', () => {
  const [key, message, signature] = RFC_8032[1]!.map((hex) => fromHex(hex)!) as [Uint8Array, Uint8Array, Uint8Array];
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  let s = 0n;
  for (let i = 63; i >= 32; i--) s = (s << 8n) | BigInt(signature[i]!);
  for (let i = 32, rest = s + order; i < 64; i++, rest >>= 8n) signature[i] = Number(rest & 255n);
  assert.equal(verifyEd25519Portable(key, message, signature), false);
  assert.equal(verifyEd25519(key, message, signature), false);
});

test('keys and signatures of the wrong length or off the curve are refused, not thrown at', () => {
  const [key, message, signature] = RFC_8032[0]!.map((hex) => fromHex(hex)!) as [Uint8Array, Uint8Array, Uint8Array];
  for (const verify of [verifyEd25519, verifyEd25519Portable]) {
    assert.equal(verify(key.subarray(1), message, signature), false);
    assert.equal(verify(key, message, signature.subarray(1)), false);
    assert.equal(verify(new Uint8Array(32).fill(2), message, signature), false);
  }
});
