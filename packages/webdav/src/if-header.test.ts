// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ifHolds, parseIf, tokensIn } from './if-header.ts';
import type { DavLock } from './lock.ts';

const lock = (root: readonly string[], token: string): DavLock => ({
  token,
  root,
  scope: 'exclusive',
  depth: '0',
  owner: '',
  until: new Date(0),
  mine: true,
});
const state = {
  locks: [lock(['a'], 'urn:uuid:1'), lock(['b'], 'urn:uuid:2')],
  pathOf: (address: string | undefined) => (address === undefined ? ['a'] : [address.slice('http://h/'.length)]),
  etagOf: async ([name]: readonly string[]) => (name === 'a' ? '"v1"' : undefined),
};

test('the examples of RFC 4918 §10.4 and their opposites', async () => {
  const cases: [string, boolean][] = [
    ['(<urn:uuid:1>)', true],
    ['(<urn:uuid:2>)', false],
    ['(<urn:uuid:2>) (["v1"])', true],
    ['(<urn:uuid:1> ["v1"])', true],
    ['(<urn:uuid:1> ["v2"])', false],
    ['(Not <urn:uuid:2>)', true],
    ['(Not <urn:uuid:1> <urn:uuid:1>)', false],
    ['(Not <DAV:no-lock>)', true],
    ['(<DAV:no-lock>)', false],
    ['(["v2"]) (Not ["v2"])', true],
    ['<http://h/b> (<urn:uuid:2>)', true],
    ['<http://h/b> (<urn:uuid:1>)', false],
    ['<http://h/c> ([W/"v1"]) <http://h/a> (["v1"])', true],
  ];
  for (const [header, expected] of cases) {
    const lists = parseIf(header);
    assert.ok(lists, header);
    assert.equal(await ifHolds(lists, state), expected, header);
  }
});

test('what is no If header is refused, not guessed', () => {
  for (const header of [
    '',
    '()',
    '(',
    ')',
    '(<a>',
    '<a>',
    '(<a>) x',
    '(Not)',
    '(Not Not <a>)',
    '((<a>))',
    'Not (<a>)',
    '(["v1)',
    '(<a>) <http://h/b> (<b>)',
    `(<a>)${' (<a>)'.repeat(2000)}`,
  ])
    assert.equal(parseIf(header), undefined, header);
});

test('a token counts as sent wherever it stands, but not behind Not', () => {
  assert.deepEqual([...tokensIn(parseIf('(<a> ["x"]) (Not <b> <c>)') ?? [])], ['a', 'c']);
});

test('no text makes the reader crash or hang', () => {
  const piece = fc.constantFrom('(', ')', '<a>', '<', '>', '["x"]', '[', '"', 'Not', ' ', '\t', 'W/');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      parseIf(pieces.join(''));
    }),
  );
});
