// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitment, newSalt, opensCommitment } from './commitment.ts';
import { formatErasure, parseErasure } from './erasure.ts';
import { formatHeader, type JournalHeader, parseHeader } from './header.ts';
import { canonicalJson } from './jcs.ts';
import { leafData, parseLeafData } from './leaf.ts';
import { formatStatement, parseStatement } from './statement.ts';

const first: JournalHeader = {
  v: 1,
  act: 'records.document-signed-off',
  at: '2026-11-24T09:16:00.000Z',
  object: 'document:0b8f9c1e-0d0a-4a39-9df6-6a4f7f1d0001',
  stream: 'file:0042',
  file: '0042',
  no: 1,
  prev: '',
  unit: '32.1',
  content: 'a'.repeat(64),
};

test('a header is canonical JSON by RFC 8785 and comes back as it went', () => {
  const minimal: JournalHeader = {
    v: 1,
    act: 'people.signed-in',
    at: first.at,
    object: 'session:1',
    stream: 'session:1',
    no: 2,
    prev: 'b'.repeat(64),
  };
  for (const header of [first, minimal, { ...first, content: '' }]) {
    assert.equal(formatHeader(header), canonicalJson(header));
    assert.deepEqual(parseHeader(formatHeader(header)), header);
  }
});

test('a header cannot hold names, free text or anything else that would be personal data', () => {
  const wrong: Partial<JournalHeader>[] = [
    { act: 'Erika Mustermann hat unterschrieben' },
    { act: 'Records.signed' },
    { object: 'document:Erika Mustermann' },
    { object: 'document' },
    { object: 'document:ä' },
    { unit: 'Amt für Ordnung' },
    { content: 'A'.repeat(64) },
    { content: 'a'.repeat(63) },
  ];
  for (const part of wrong) assert.throws(() => formatHeader({ ...first, ...part }), TypeError, JSON.stringify(part));
});

test('number, predecessor, stream and time must agree with each other', () => {
  const wrong: Partial<JournalHeader>[] = [
    { no: 0 },
    { no: 1.5 },
    { no: 2 },
    { prev: 'c'.repeat(64) },
    { stream: 'file:0043' },
    { stream: first.object },
    { at: '2026-11-24T09:16:00Z' },
    { at: '2026-02-30T09:16:00.000Z' },
    { at: '2026-13-01T09:16:00.000Z' },
    { at: '2026-11-24T24:00:00.000Z' },
    { at: '2026-11-24T09:16:00.000+01:00' },
  ];
  for (const part of wrong) assert.throws(() => formatHeader({ ...first, ...part }), TypeError, JSON.stringify(part));
  assert.ok(parseHeader(formatHeader({ ...first, at: '2028-02-29T23:59:59.999Z' })), 'a leap day exists');
});

test('only the canonical spelling is read: other order, blanks, escapes, doubled or unknown members are refused', () => {
  const text = formatHeader(first);
  const wrong = [
    ` ${text}`,
    text.replace(',"at"', ', "at"'),
    text.replace('"v":1', '"v":1.0'),
    text.replace('"no":1', '"no":01'),
    text.replace('"unit":"32.1"', '"unit":"\\u0033\\u0032.1"'),
    text.replace('{"act"', '{"act":"x","act"'),
    text.replace('"v":1', '"v":1,"x":1'),
    text.replace(',"v":1', ''),
    text.replace('"v":1', '"v":2'),
    JSON.stringify(first),
    '',
    '[]',
  ];
  for (const line of wrong) assert.equal(parseHeader(line), undefined, line);
  assert.ok(parseHeader(text));
});

test('leaf data is length, header, commitment, and nothing else is', () => {
  const text = formatHeader(first);
  const bound = commitment(newSalt(), Buffer.from('{}'));
  const data = leafData(text, bound);
  assert.equal(Buffer.from(data).readUInt32BE(), text.length);
  assert.deepEqual(parseLeafData(data), { header: text, commitment: bound });
  assert.equal(parseLeafData(data.subarray(1)), undefined);
  assert.equal(parseLeafData(Buffer.concat([data, Uint8Array.of(0)])), undefined);
  assert.equal(parseLeafData(new Uint8Array(3)), undefined);
  assert.throws(() => leafData(text, bound.subarray(1)), RangeError);
  const notText = leafData('xx', bound);
  notText[4] = 0xff;
  assert.equal(parseLeafData(notText), undefined);
});

test('a commitment opens with its own salt and text only', () => {
  const salt = newSalt();
  const personal = Buffer.from('{"actor":"Erika Mustermann"}');
  const bound = commitment(salt, personal);
  assert.ok(opensCommitment(bound, salt, personal));
  assert.equal(opensCommitment(bound, newSalt(), personal), false);
  assert.equal(opensCommitment(bound, salt, Buffer.from('{"actor":"Max Mustermann"}')), false);
  assert.equal(opensCommitment(bound, salt.subarray(1), personal), false);
  assert.throws(() => commitment(salt.subarray(1), personal), RangeError);
  assert.notDeepEqual(newSalt(), newSalt());
});

test('an erasure statement lists positions once and in order', () => {
  const text = formatErasure('Art. 17 DSGVO', [9, 2, 9]);
  assert.equal(text, '{"basis":"Art. 17 DSGVO","seqs":[2,9],"v":1}');
  assert.deepEqual(parseErasure(text), { v: 1, basis: 'Art. 17 DSGVO', seqs: [2, 9] });
  for (const wrong of [
    '',
    'null',
    '{}',
    '{"basis":"x","seqs":[-1],"v":1}',
    '{"basis":"x","seqs":"1","v":1}',
    '{"basis":1,"seqs":[],"v":1}',
  ]) {
    assert.equal(parseErasure(wrong), undefined, wrong);
  }
});

test('a stream statement comes back as it went and is never taken for a checkpoint', () => {
  const statement = { origin: 'a.example/log', stream: 'file:1', count: 27, last: new Uint8Array(32).fill(3), size: 4812 };
  const text = formatStatement(statement);
  assert.deepEqual(parseStatement(text), statement);
  for (const wrong of [
    text.slice(0, -1),
    `${text}x\n`,
    text.replace('/v1', '/v2'),
    text.replace('27', '027'),
    'a.example/log\n5\nAAAA\n',
  ]) {
    assert.equal(parseStatement(wrong), undefined, wrong);
  }
});
