// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DavLock, lockAgainst, lockedInside, lockedRoot, timeoutOf } from './lock.ts';

const lock = (root: string, more: Partial<DavLock> = {}): DavLock => ({
  token: `t:${root}`,
  root: root === '' ? [] : root.split('/'),
  scope: 'exclusive',
  depth: '0',
  owner: '',
  until: new Date(0),
  mine: true,
  ...more,
});
const shared = { scope: 'shared' } as const;
const deep = { depth: 'infinity' } as const;

test('which locks bear each other', () => {
  const cases: [string, DavLock, DavLock, boolean][] = [
    ['two exclusive ones on a file', lock('a'), lock('a'), false],
    ['exclusive over shared', lock('a', shared), lock('a'), false],
    ['shared over exclusive', lock('a'), lock('a', shared), false],
    ['two shared ones', lock('a', shared), lock('a', shared), true],
    ['a file in a folder locked alone', lock('a'), lock('a/b'), true],
    ['a file in a folder locked whole', lock('a', deep), lock('a/b'), false],
    ['a whole folder over a locked file', lock('a/b'), lock('a', deep), false],
    ['a folder alone over a locked file', lock('a/b'), lock('a'), true],
    ['neighbours', lock('a'), lock('b'), true],
  ];
  for (const [name, held, wanted, free] of cases) assert.equal(lockAgainst([held], wanted) === undefined, free, name);
});

test('a change needs the token of every lock that protects', () => {
  const none = { sent: new Set<string>(), members: false };
  const cases: [string, DavLock[], string, { sent: Set<string>; members: boolean }, boolean][] = [
    ['nothing locked', [], 'a', none, true],
    ['locked, no token', [lock('a')], 'a', none, false],
    ['locked, token sent', [lock('a')], 'a', { ...none, sent: new Set(['t:a']) }, true],
    ['somebody else’s token', [lock('a', { mine: false })], 'a', { ...none, sent: new Set(['t:a']) }, false],
    [
      'one of two shared ones',
      [lock('a', { ...shared, token: 'x' }), lock('a', { ...shared, token: 'y' })],
      'a',
      { ...none, sent: new Set(['y']) },
      true,
    ],
    ['new member of a locked folder', [lock('a')], 'a/b', { ...none, members: true }, false],
    ['content of a member of a folder locked alone', [lock('a')], 'a/b', none, true],
    ['content of a member of a folder locked whole', [lock('a', deep)], 'a/b', none, false],
    ['new member of a locked root', [lock('')], 'b', { ...none, members: true }, false],
  ];
  for (const [name, held, path, how, free] of cases)
    assert.equal(lockedRoot(held, path.split('/'), how) === undefined, free, name);
});

test('a tree goes only with all tokens inside', () => {
  const held = [lock('a/b'), lock('a/c'), lock('d')];
  assert.deepEqual(lockedInside(held, ['a'], new Set(['t:a/b'])), [['a', 'c']]);
  assert.deepEqual(lockedInside(held, ['a'], new Set(['t:a/b', 't:a/c'])), []);
});

test('how long a lock lasts', () => {
  const cases: [string | null, number][] = [
    [null, 600],
    ['Second-60', 60],
    ['Infinite, Second-4100000000', 600],
    ['Second-4100000000', 600],
    ['Extended-1, Second-30', 30],
    ['Second-0', 1],
    ['Second--5', 600],
    ['nonsense', 600],
  ];
  for (const [header, seconds] of cases) assert.equal(timeoutOf(header, 600), seconds, String(header));
});
