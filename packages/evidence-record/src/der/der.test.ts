// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHex, toHex } from '../bytes.ts';
import { Cursor, type DerFault, NotDer, TAG, whole, within } from './reader.ts';
import { readBits, readInteger, readOid, readSmall, readTime } from './values.ts';
import { element, oid, sequence, small, unsigned } from './writer.ts';

const faultOf = (read: () => unknown): DerFault | 'none' => {
  try {
    read();
    return 'none';
  } catch (error) {
    assert.ok(error instanceof NotDer, String(error));
    return error.fault;
  }
};

test('only the one form of DER is read', () => {
  const cases: [hex: string, fault: DerFault | 'none'][] = [
    ['0401aa', 'none'],
    ['0400', 'none'],
    [`048180${'aa'.repeat(128)}`, 'none'],
    ['', 'truncated'],
    ['04', 'truncated'],
    ['0402aa', 'truncated'],
    ['0401aaaa', 'trailing'],
    ['2480040100 0000'.replace(' ', ''), 'length-form'], // indefinite
    ['048101aa', 'length-form'], // long form for a short length
    ['04820001aa', 'length-form'], // leading zero
    ['0485ffffffffff', 'length-form'],
    ['0484ffffffff', 'truncated'],
    ['1f8101aa', 'tag'], // high tag
    ['0481', 'truncated'],
    ['0483ffff', 'truncated'],
  ];
  for (const [hex, fault] of cases)
    assert.equal(
      faultOf(() => whole(fromHex(hex), 'x')),
      fault,
      hex,
    );
});

test('values have one form, too', () => {
  const cases: [read: () => unknown, fault: DerFault | 'none'][] = [
    [() => readOid(whole(fromHex('06032a0304'), 'x'), 'x'), 'none'],
    [() => readOid(whole(fromHex('06032a8003'), 'x'), 'x'), 'oid'], // padded arc
    [() => readOid(whole(fromHex('06022a83'), 'x'), 'x'), 'oid'], // open end
    [() => readOid(whole(fromHex('0600'), 'x'), 'x'), 'oid'],
    [() => readOid(whole(element(TAG.oid, new Uint8Array(65).fill(1)), 'x'), 'x'), 'oid'],
    [() => readInteger(whole(fromHex('02020001'), 'x'), 'x'), 'integer'],
    [() => readInteger(whole(fromHex('0202ff80'), 'x'), 'x'), 'integer'],
    [() => readInteger(whole(fromHex('0200'), 'x'), 'x'), 'integer'],
    [() => readSmall(whole(fromHex('0201ff'), 'x'), 'x'), 'integer'], // negative
    [() => readSmall(whole(fromHex('02050100000000'), 'x'), 'x'), 'integer'],
    [() => readBits(whole(fromHex('030201ff'), 'x'), 'x'), 'structure'],
    [() => within(whole(fromHex('040100'), 'x'), 'x'), 'tag'], // not constructed
    [() => new Cursor(sequence(small(1), small(2)), 'x').rest('x', 0), 'too-many'],
  ];
  for (const [index, [read, fault]] of cases.entries()) assert.equal(faultOf(read), fault, String(index));
});

test('times are UTC, real and without superfluous digits', () => {
  const at = (tag: number, text: string) => readTime(whole(element(tag, new TextEncoder().encode(text)), 'x'), 'x').toISOString();
  assert.equal(at(TAG.generalizedTime, '20240229120000Z'), '2024-02-29T12:00:00.000Z');
  assert.equal(at(TAG.generalizedTime, '20170210140752.5Z'), '2017-02-10T14:07:52.500Z');
  assert.equal(at(TAG.utcTime, '491231235959Z'), '2049-12-31T23:59:59.000Z');
  assert.equal(at(TAG.utcTime, '500101000000Z'), '1950-01-01T00:00:00.000Z');
  const wrong = [
    '20230229120000Z',
    '20240229120000',
    '20240229120000+0100',
    '20240229126000Z',
    '20240229120000.50Z',
    '20240229250000Z',
    '2024',
    '',
  ];
  for (const text of wrong)
    assert.equal(
      faultOf(() => at(TAG.generalizedTime, text)),
      'time',
      text,
    );
});

test('what is written is read again: identifiers and numbers', () => {
  const arcs = fc.tuple(fc.constantFrom(0n, 1n, 2n), fc.bigInt(0n, 39n), fc.array(fc.bigInt(0n, 1n << 60n), { maxLength: 5 }));
  fc.assert(
    fc.property(arcs, ([top, second, others]) => {
      const dotted = [top, second, ...others].join('.');
      assert.equal(readOid(whole(oid(dotted), 'x'), 'x'), dotted);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const value = (each: Uint8Array) => BigInt(`0x${toHex(each)}`);
      assert.equal(value(readInteger(whole(unsigned(bytes), 'x'), 'x')), value(bytes));
    }),
  );
});
