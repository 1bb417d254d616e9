// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { freshProof } from './fresh-proof.ts';
import { networkOf } from './network.ts';
import { weakness } from './password-strength.ts';
import { safePath } from './safe-path.ts';
import { type BrakeName, brakes, delayAfter, longestDelay } from './throttle.ts';

describe('a password', () => {
  for (const [what, password, reason] of [
    ['of eleven characters is too short', 'Buche4Ahorn', 'people.password.too-short'],
    ['of three plain words will do', 'buche ahorn linde', undefined],
    ['of one repeated sign is too simple', 'aaaaaaaaaaaaaa', 'people.password.too-simple'],
    ['with the own family name is guessed at once', 'xx-thoma-2026-xx', 'people.password.contains-name'],
    ['with the part before the @ is guessed at once', 'mein u.thoma kennt', 'people.password.contains-name'],
    ['that everybody takes is too common, whatever digits stand around it', 'Passwort2026!', 'people.password.too-common'],
    ['of 201 characters only costs time', 'abcdefgh'.repeat(26), 'people.password.too-long'],
  ] as const)
    test(what, () => assert.equal(weakness(password, ['Dr. Ulrich', 'Thoma', 'u.thoma@waldbrueck.example']), reason));
});

/** Tries that take effect within one hour when somebody tries again as soon as it is allowed. */
function triesPerHour(name: BrakeName): number {
  let tries = 0;
  for (let second = 0; second <= 3_600; second += delayAfter(brakes[name], tries)) tries += 1;
  return tries;
}

describe('delays against guessing', () => {
  test('let an attacker try one account at most twenty times an hour', () => {
    assert.ok(triesPerHour('account') <= 20, String(triesPerHour('account')));
    assert.ok(triesPerHour('known') <= 20, String(triesPerHour('known')));
  });
  test('never exceed a quarter of an hour and never shrink', () => {
    fc.assert(
      fc.property(fc.constantFrom<BrakeName>('account', 'known', 'network'), fc.nat(10_000), (name, failures) => {
        const delay = delayAfter(brakes[name], failures);
        return delay <= longestDelay && delayAfter(brakes[name], failures + 1) >= delay;
      }),
    );
  });
  test('cost nothing for the first slips', () => assert.equal(delayAfter(brakes.account, 3), 0));
});

describe('the network of an address', () => {
  for (const [address, network] of [
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['[2001:DB8::1]', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['300.1.1.1', 'unknown'],
    ['1::2::3', 'unknown'],
    ['1:2:3:4:5:6:7', 'unknown'],
    ['', 'unknown'],
  ] as const)
    test(`${address || 'nothing'} is ${network}`, () => assert.equal(networkOf(address), network));
  test('is one and the same for all addresses of an IPv6 /64', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    fc.assert(
      fc.property(
        fc.tuple(group, group, group, group),
        (last) => networkOf(`2001:db8:7:8:${last.join(':')}`) === '2001:db8:7:8::/64',
      ),
    );
  });
});

describe('after signing in one goes', () => {
  for (const [wanted, target] of [
    ['/files/7?tab=2#x', '/files/7?tab=2#x'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in/again', '/'],
    ['', '/'],
    [undefined, '/'],
  ] as const)
    test(`${JSON.stringify(wanted) ?? 'from nowhere'} → ${target}`, () => assert.equal(safePath(wanted), target));
  test('never to another site', () => {
    fc.assert(
      fc.property(fc.string(), (text) => new URL(safePath(text), 'https://akte.example').origin === 'https://akte.example'),
    );
    const hostile = fc
      .array(fc.constantFrom('/', '\\', '\t', '\n', '@', ':', '.', 'a'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(hostile, (text) => new URL(safePath(text), 'https://akte.example').origin === 'https://akte.example'));
  });
});

describe('a proof of identity', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  for (const [what, minutesAgo, counts] of [
    ['given just now counts', 0, true],
    ['counts for five minutes', 5, true],
    ['does not count after that', 5.01, false],
    ['from the future does not count: the clock was put back', -1, false],
  ] as const)
    test(what, () => assert.equal(freshProof(new Date(now.getTime() - minutesAgo * 60_000), now) === undefined, counts));
  test('that was never given does not count', () => assert.equal(freshProof(undefined, now)?.reason, 'people.prove-again'));
});
