// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { openVault, VaultError } from './index.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-vault-'));
after(() => fs.rmSync(root, { recursive: true }));
let made = 0;
const newDir = () => path.join(root, `keys-${made++}`);
const november = () => new Date('2026-11-30T23:59:59Z');
const december = () => new Date('2026-12-01T00:00:00Z');
const secret = Buffer.from('Frau Muster, geboren am 1.4.1961');

test('the key folder is made private, each key file is readable for the owner only', async () => {
  const dir = newDir();
  const vault = await openVault(dir, november);
  vault.seal('journal', secret);
  assert.equal(fs.statSync(dir).mode & 0o777, 0o700);
  assert.deepEqual(fs.readdirSync(dir).sort(), ['journal.2026-11.key', 'signing-key']);
  for (const name of fs.readdirSync(dir)) assert.equal(fs.statSync(path.join(dir, name)).mode & 0o777, 0o600, name);
});

test('what was sealed opens again, also after a restart and in a later month', async () => {
  const dir = newDir();
  const sealed = (await openVault(dir, november)).seal('journal', secret, 'entry 7');
  const later = await openVault(dir, december);
  assert.equal(sealed.keyId, 'journal.2026-11');
  assert.equal(later.seal('journal', secret).keyId, 'journal.2026-12');
  assert.deepEqual(later.open('journal', sealed, 'entry 7'), secret);
});

test('one changed bit anywhere is refused', async () => {
  const vault = await openVault(newDir());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (bytes, where, bit) => {
      const { keyId, sealed } = vault.seal('journal', bytes, 'here');
      assert.deepEqual(new Uint8Array(vault.open('journal', { keyId, sealed }, 'here')), bytes);
      const forged = Uint8Array.from(sealed);
      forged[where % forged.length]! ^= 1 << bit;
      assert.throws(() => vault.open('journal', { keyId, sealed: forged }, 'here'), VaultError);
      assert.throws(
        () => vault.open('journal', { keyId, sealed: sealed.subarray(0, where % sealed.length) }, 'here'),
        VaultError,
      );
    }),
    { numRuns: 200 },
  );
});

test('sealed for one place, it does not open at another: context, purpose, month and use are bound', async () => {
  const dir = newDir();
  const vault = await openVault(dir, november);
  const key = Buffer.alloc(32, 5);
  const { keyId, sealed } = vault.seal('journal', key, 'entry 7');
  const wrapped = vault.wrapKey('journal', key, 'entry 7');
  const other = vault.seal('totp', key).keyId;
  const next = (await openVault(dir, december)).seal('journal', key).keyId;
  const box = { keyId, sealed };
  assert.throws(() => vault.open('journal', box, 'entry 8'), VaultError);
  assert.throws(() => vault.open('journal', box), VaultError);
  assert.throws(() => vault.open('totp', box, 'entry 7'), VaultError);
  assert.throws(() => vault.open('totp', { keyId: other, sealed }, 'entry 7'), VaultError);
  assert.throws(() => vault.open('journal', { keyId: next, sealed }, 'entry 7'), VaultError);
  assert.throws(() => vault.unwrapKey('journal', box, 'entry 7'), VaultError);
  assert.throws(() => vault.open('journal', wrapped, 'entry 7'), VaultError);
  assert.deepEqual(vault.unwrapKey('journal', wrapped, 'entry 7'), key);
});

test('even another master key copied over the right file name does not open it', async () => {
  const dir = newDir();
  const vault = await openVault(dir, november);
  const { keyId, sealed } = vault.seal('journal', secret);
  const foreign = newDir();
  (await openVault(foreign, november)).seal('journal', secret);
  fs.copyFileSync(path.join(foreign, `${keyId}.key`), path.join(dir, `${keyId}.key`));
  await assert.rejects(async () => (await openVault(dir)).open('journal', { keyId, sealed }), VaultError);
});

test('a key that is readable for others is refused with a text that says what to do', async () => {
  for (const [file, mode] of [
    ['signing-key', 0o604],
    ['signing-key', 0o640],
    ['', 0o750],
  ] as const) {
    const dir = newDir();
    await openVault(dir);
    fs.chmodSync(path.join(dir, file), mode);
    await assert.rejects(openVault(dir), /für andere Benutzer.*chmod/, `${file} ${mode.toString(8)}`);
  }
  const dir = newDir();
  const { keyId, sealed } = (await openVault(dir)).seal('journal', secret);
  fs.chmodSync(path.join(dir, `${keyId}.key`), 0o644);
  await assert.rejects(async () => (await openVault(dir)).open('journal', { keyId, sealed }), /Rechte 0644/);
});

test('a link in place of a key is refused', async () => {
  const dir = newDir();
  await openVault(dir);
  fs.renameSync(path.join(dir, 'signing-key'), `${dir}-elsewhere`);
  fs.symlinkSync(`${dir}-elsewhere`, path.join(dir, 'signing-key'));
  await assert.rejects(openVault(dir), /kein Verweis/);
});

test('a missing or damaged key is named, never silently made anew', async () => {
  const dir = newDir();
  const { keyId, sealed } = (await openVault(dir)).seal('journal', secret);
  const file = path.join(dir, `${keyId}.key`);
  fs.truncateSync(file, 20);
  await assert.rejects(async () => (await openVault(dir)).open('journal', { keyId, sealed }), /beschädigt/);
  fs.unlinkSync(file);
  await assert.rejects(async () => (await openVault(dir)).open('journal', { keyId, sealed }), /fehlt/);
  assert.equal(fs.existsSync(file), false);
  fs.writeFileSync(path.join(dir, 'signing-key'), 'kaputt');
  await assert.rejects(openVault(dir), /Ed25519/);
});

test('key ids cannot leave the key folder', async () => {
  const vault = await openVault(newDir());
  for (const id of ['../x.2026-11', 'a/b.2026-11', 'signing-key', '', 'journal.2026-11/..', 'journal.../..'])
    assert.throws(() => vault.open('journal', { keyId: id, sealed: Buffer.alloc(40) }), VaultError);
  for (const purpose of ['', '../x', 'A', 'x.y']) assert.throws(() => vault.seal(purpose, secret), VaultError);
});

test('the signing key signs for its public key, stays the same, and says when it is new', async () => {
  const dir = newDir();
  const first = await openVault(dir);
  const second = await openVault(dir);
  const message = Buffer.from('fachwerk.example\n1\nroot\n');
  assert.equal(first.isNew, true);
  assert.equal(second.isNew, false);
  const x = Buffer.from(second.publicKey).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  assert.ok(verify(null, message, publicKey, first.sign(message)));
  assert.ok(!verify(null, Buffer.from('anderes'), publicKey, first.sign(message)));
});

test('two openings at the same time agree on one key', async () => {
  const dir = newDir();
  const vaults = await Promise.all(Array.from({ length: 8 }, () => openVault(dir)));
  const sealed = vaults.map((vault) => vault.seal('journal', secret));
  for (const vault of vaults) for (const box of sealed) assert.deepEqual(vault.open('journal', box), secret);
});

test('a vault that is printed or logged shows no key', async () => {
  const dir = newDir();
  const vault = await openVault(dir);
  const { keyId } = vault.seal('journal', secret);
  const shown = inspect(vault, { depth: 9, showHidden: true }) + JSON.stringify(vault);
  const master = fs.readFileSync(path.join(dir, `${keyId}.key`), 'utf8').trim();
  const pem = fs.readFileSync(path.join(dir, 'signing-key'), 'utf8').split('\n')[1]!;
  for (const text of [master, Buffer.from(master, 'base64').toString('hex'), pem]) assert.ok(!shown.includes(text));
});

test('a draft left by a crash is removed, a fresh one of another process is not', async () => {
  const dir = newDir();
  await openVault(dir);
  const [old, fresh] = [path.join(dir, '.draft-old'), path.join(dir, '.draft-new')];
  for (const file of [old, fresh]) fs.writeFileSync(file, 'x', { mode: 0o600 });
  fs.utimesSync(old, new Date(0), new Date(0));
  await openVault(dir);
  assert.deepEqual([fs.existsSync(old), fs.existsSync(fresh)], [false, true]);
});
