// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, nameFault, readPath, within } from './path.ts';

test('an address becomes decoded names below the mount', () => {
  const cases: [string, readonly string[]][] = [
    ['/dav/x', []],
    ['/dav/x/', []],
    ['/dav/x/Br%C3%BCcke.docx', ['Brücke.docx']],
    ['/dav/x/Bru%CC%88cke.docx', ['Brücke.docx']],
    ['/dav/x/a/b/', ['a', 'b']],
    ['/dav/x/.~lock.Brief.odt%23?y=1#z', ['.~lock.Brief.odt#']],
    ['/dav/x/~$Brief.docx', ['~$Brief.docx']],
  ];
  for (const [address, path] of cases) assert.deepEqual(readPath(address, '/dav/x'), path, address);
});

test('hostile addresses lead nowhere', () => {
  const long = 'ü'.repeat(128);
  for (const address of [
    '/dav/y/a',
    '/dav/xy',
    '/dav/x/..',
    '/dav/x/%2e%2e/secret',
    '/dav/x/%2E./a',
    '/dav/x/./a',
    '/dav/x//a',
    '/dav/x/a%2Fb',
    '/dav/x/a%5Cb',
    '/dav/x/a%00b',
    '/dav/x/a%0Ab',
    '/dav/x/%ff',
    '/dav/x/%E0%A4%A',
    `/dav/x/${encodeURIComponent(long)}`,
    `/dav/x/${'a/'.repeat(17)}`,
  ])
    assert.equal(readPath(address, '/dav/x'), undefined, address);
});

test('what is written as an address is read as the same path', () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((one) => one.normalize('NFC'));
  const names = fc.array(
    name.filter((one) => nameFault(one) === undefined),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(names, fc.boolean(), (path, collection) => {
      assert.deepEqual(readPath(addressOf('/dav/x', path, collection), '/dav/x'), path);
    }),
  );
});

test('a neighbour whose name begins alike is not inside', () => {
  assert.equal(within(['ab'], ['a']), false);
  assert.equal(within(['a', 'b'], ['a']), true);
  assert.equal(within(['a'], ['a']), true);
});
