// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBase64 } from './bytes.ts';
import { openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { openCosignature } from './cosignature.ts';
import { isSignedBy, parseNote, parseVerifierKey, verifierKeyText } from './note.ts';
import { cosign, formatVerifierKey, signCheckpoint, signNote } from './sign.ts';
import { specimenSigner } from './specimen/acts.ts';
import { keyOf, witnessKeyOf } from './specimen/journal.ts';
import { leafHash } from './tree.ts';

/** The example from the documentation of Go's sumdb/note, where this format comes from. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NEUMANN_NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test('a note signed by another implementation is accepted under its verifier key', () => {
  const key = parseVerifierKey(NEUMANN);
  const note = parseNote(NEUMANN_NOTE);
  assert.ok(key && note);
  assert.equal(verifierKeyText(key), NEUMANN);
  assert.ok(isSignedBy(note, key));
  assert.equal(isSignedBy({ ...note, text: note.text.replace('problem', 'Problem') }, key), false);
});

const city = specimenSigner('waldbrueck.example/journal');
const witness = specimenSigner('landesarchiv.example/zeuge');
const head = { origin: city.name, size: 20852163, root: leafHash(Uint8Array.of(1)) };
const note = signCheckpoint(head, city);

test('a checkpoint is three lines, a blank line and a signature under the log’s own name', () => {
  const lines = note.split('\n');
  assert.deepEqual(lines.slice(0, 4), [head.origin, '20852163', toBase64(head.root), '']);
  assert.match(lines[4]!, /^\u2014 waldbrueck\.example\/journal [A-Za-z0-9+/]+=*$/);
  assert.deepEqual(openCheckpoint(note, [keyOf(city)]), head);
});

test('a checkpoint is not opened by a foreign key, a key of the same name, a witness key, or without its signature', () => {
  assert.equal(openCheckpoint(note, []), undefined);
  assert.equal(openCheckpoint(note, [keyOf(specimenSigner(city.name, 'other'))]), undefined);
  assert.equal(openCheckpoint(note, [keyOf(witness)]), undefined);
  assert.equal(openCheckpoint(note, [formatVerifierKey(city.name, city.publicKey, 4)]), undefined);
  assert.equal(openCheckpoint(note.slice(0, note.indexOf('\u2014')), [keyOf(city)]), undefined);
  assert.equal(openCheckpoint(note, ['rubbish']), undefined);
  assert.deepEqual(openCheckpoint(note, [keyOf(witness), keyOf(city)]), head, 'among several keys');
});

test('a log’s key does not open a checkpoint of another log, even if it signed it', () => {
  const other = signNote(`other.example/log\n5\n${toBase64(head.root)}\n`, city);
  assert.equal(openCheckpoint(other, [keyOf(city)]), undefined);
  assert.throws(() => signCheckpoint({ ...head, origin: 'other.example/log' }, city), TypeError);
});

test('when one of two signatures of a key is false, the note is refused', () => {
  const [line] = note.split('\n').slice(4);
  const bytes = Buffer.from(line!.split(' ')[2]!, 'base64');
  bytes[10]! ^= 1;
  const damaged = `\u2014 ${city.name} ${bytes.toString('base64')}`;
  assert.equal(parseNote(`${note}${damaged}\n`)?.signatures.length, 2);
  assert.equal(openCheckpoint(`${note}${damaged}\n`, [keyOf(city)]), undefined);
  assert.deepEqual(openCheckpoint(`${note}${line}\n`, [keyOf(city)]), head, 'the same signature twice is harmless');
});

test('no checkpoint survives a changed character in its text', () => {
  const end = note.indexOf('\n\n') + 1;
  fc.assert(
    fc.property(fc.nat(end - 1), fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }), (at, character) => {
      const changed = note.slice(0, at) + character + note.slice(at + 1);
      assert.ok(changed === note || openCheckpoint(changed, [keyOf(city)]) === undefined, JSON.stringify(changed));
    }),
    { numRuns: 1000 },
  );
});

test('checkpoint texts have exactly one form: no leading zeros, no missing lines, no empty extension', () => {
  const root = toBase64(head.root);
  const wrong = [
    `o\n01\n${root}\n`,
    `o\n-1\n${root}\n`,
    `o\n1\n${root}`,
    `o\n1\n`,
    `\n1\n${root}\n`,
    `o\n1\n${root.slice(4)}\n`,
    `o\n1e3\n${root}\n`,
  ];
  for (const text of [...wrong, `o\n1\n${root}\n\n`, `o\n99999999999999999\n${root}\n`])
    assert.equal(parseCheckpoint(text), undefined, JSON.stringify(text));
  assert.equal(parseCheckpoint(`o\n0\n${root}\n`)?.size, 0);
  assert.equal(parseCheckpoint(`o\n7\n${root}\nextension\n`)?.size, 7);
});

test('notes have exactly one form', () => {
  const line = note.split('\n')[4]!;
  const wrong = [
    'text\n\n',
    `text${line}\n`,
    `text\n\n${line}`,
    `text\n\n- ${line.slice(2)}\n`,
    `text\n\n${line}  x\n`,
    `te\u0007xt\n\n${line}\n`,
    `te\rxt\n\n${line}\n`,
  ];
  for (const text of wrong) assert.equal(parseNote(text), undefined, JSON.stringify(text));
  assert.equal(parseNote(`text\n\n${`${line}\n`.repeat(101)}`), undefined, 'too many signatures');
  assert.equal(parseNote(`${'x'.repeat(200_000)}\n\n${line}\n`), undefined, 'too long');
  assert.equal(parseNote(`two\n\nparagraphs\n\n${line}\n`)?.text, 'two\n\nparagraphs\n');
  for (const text of ['no newline', 'a\u0000b\n', '\r\n']) assert.throws(() => signNote(text, city), TypeError);
});

test('verifier keys have exactly one form, and the key id must fit', () => {
  const key = keyOf(city);
  assert.deepEqual(parseVerifierKey(` ${key}\n`)?.publicKey, city.publicKey);
  const [, name, id, data] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key)!;
  for (const text of [
    `x${name}+${id}+${data}`,
    `${name}+00000000+${data}`,
    `${name}+${id}`,
    `na me+${id}+${data}`,
    `+${id}+${data}`,
    '',
  ]) {
    assert.equal(parseVerifierKey(text), undefined, text);
  }
  assert.throws(() => formatVerifierKey('with blank', city.publicKey), TypeError);
  assert.throws(() => formatVerifierKey('short', city.publicKey.subarray(1)), TypeError);
});

test('a witness’s cosignature carries its time and leaves the city’s signature valid', () => {
  const cosigned = cosign(note, witness, 1679315147);
  assert.deepEqual(openCosignature(cosigned, witnessKeyOf(witness)), { witness: witness.name, at: 1679315147 });
  assert.deepEqual(openCheckpoint(cosigned, [keyOf(city)]), head);
  assert.equal(openCosignature(note, witnessKeyOf(witness)), undefined, 'not cosigned');
  assert.equal(openCosignature(cosigned, keyOf(witness)), undefined, 'a key of type 1 makes no cosignature');
  assert.equal(
    openCosignature(cosigned, witnessKeyOf(specimenSigner(witness.name, 'other'))),
    undefined,
    'another key of this name',
  );
});

test('a cosignature with another time, another head, or as ordinary signature is refused', () => {
  const cosigned = cosign(note, witness, 1679315147);
  const line = cosigned.split('\n')[5]!;
  const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
  bytes[11]! ^= 1;
  assert.equal(
    openCosignature(cosigned.replace(line, `\u2014 ${witness.name} ${bytes.toString('base64')}`), witnessKeyOf(witness)),
    undefined,
  );
  const other = signCheckpoint({ ...head, size: head.size + 1 }, city);
  assert.equal(openCosignature(`${other}${line}\n`, witnessKeyOf(witness)), undefined);
  // A witness's signature over the bare text, without "cosignature/v1" and time, states nothing.
  const plain = signNote(note.slice(0, note.indexOf('\n\n') + 1), witness).split('\n')[4]!;
  assert.equal(openCosignature(`${note}${plain}\n`, witnessKeyOf(witness)), undefined);
});
