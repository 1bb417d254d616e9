// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { specimenAuthority } from './authority.ts';
import { conformance } from './conformance.ts';
import { readMaterial } from './folder.ts';
import { hasOpenssl } from './openssl.ts';
import { firstRecord, measureLarge, ownRecords } from './own.ts';

const material = path.join(import.meta.dirname, '../../../../shared/data/evidence-records');
const required = process.env['FACHWERK_REQUIRE'] === 'all';

test('public vectors are decided rightly', {
  skip: existsSync(material) ? false : 'the public vectors are not here',
}, async () => {
  const result = await conformance(material, { quick: true });
  assert.equal(result.failed, 0, result.differences.join('\n'));
  assert.ok(result.passed > 300);
});

test('100,000 leaves take at most 5 s of computing, a record at most 2.5 kB', async () => {
  assert.deepEqual((await measureLarge()).problems, []);
});

test('ours are stamped and verified by openssl, too', { skip: hasOpenssl() || required ? false : 'openssl fehlt' }, async () => {
  assert.match(execFileSync('openssl', ['version'], { encoding: 'utf8' }), /^OpenSSL/);
  const problems: string[] = [];
  let count = 0;
  const note = (name: string, found: readonly string[]) => {
    count += 1;
    problems.push(...found.map((each) => `${name}: ${each}`));
  };
  await ownRecords({ note, tell: () => undefined, openssl: true, large: false });
  assert.deepEqual(problems, []);
  assert.equal(count, 7);
});

test('a folder of unknown records finds its data by name, by digest, or by what vectors.json says', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-vectors-'));
  try {
    const record = firstRecord(specimenAuthority(), { papers: 3, at: new Date('2026-05-01') });
    writeFileSync(path.join(folder, 'NEW-1_ER.ers'), record);
    writeFileSync(path.join(folder, 'NEW-1.bin'), 'Schriftstück 0');
    writeFileSync(path.join(folder, 'other-invalid.ers'), record);
    writeFileSync(path.join(folder, 'stated.er'), record);
    writeFileSync(
      path.join(folder, 'vectors.json'),
      JSON.stringify({ 'stated.er': { data: ['stranger.dat'], broken: 'data-foreign' } }),
    );
    writeFileSync(path.join(folder, 'stranger.dat'), 'fremd');
    const { vectors } = readMaterial(folder);
    assert.deepEqual(
      vectors.map(({ name, data, holds }) => [name, data?.length, holds]),
      [
        ['NEW-1_ER.ers', 1, true],
        ['other-invalid.ers', 1, false],
        ['stated.er', 1, false],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
