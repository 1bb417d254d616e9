// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EXIT, main } from './cli.ts';
import { readArguments } from './cli-arguments.ts';
import { exportOf, foundSpecimen, keyOf, witnessedHead, witnessKeyOf } from './specimen/journal.ts';
import { packageOf, packBytes } from './specimen/package.ts';
import { fullExportFiles, writeExportFolder } from './write/full-export.ts';

const folder = await mkdtemp(join(tmpdir(), 'fachwerk-verify-'));
after(() => rm(folder, { recursive: true }));

const specimen = foundSpecimen({ acts: 400, eraseEvery: 90 });
const zip = join(folder, 'paket.zip');
const exported = join(folder, 'export');
const key = join(folder, 'key.txt');
const kept = join(folder, 'zeuge.txt');
await writeFile(zip, await packBytes(await packageOf(specimen)));
await writeExportFolder(exported, fullExportFiles(exportOf(specimen, [witnessedHead(specimen, 400)])));
await writeFile(key, `${keyOf(specimen.signer)}\n`);
await writeFile(kept, `${witnessKeyOf(specimen.witness)}\n\n${witnessedHead(specimen, 401)}`);

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(args, 'de_DE.UTF-8', {
    out(text) {
      out += text;
    },
    err(text) {
      err += text;
    },
  });
  return { code, out, err };
}

test('a package is proven with the city’s key, as a file or as text', async () => {
  for (const given of [key, keyOf(specimen.signer)]) {
    const { code, out } = await run(zip, '--key', given, '--witness', kept);
    assert.equal(code, EXIT.proven);
    assert.match(out, /^✔ Dieser Vorgang ist unverändert und lückenlos\./);
    assert.match(out, /\nNicht bewiesen\n/);
    assert.match(out, /Die Stadt kann es nicht umschreiben/);
  }
});

test('without a key the program warns loudly and does not say "proven"', async () => {
  const { code, out } = await run(zip);
  assert.equal(code, EXIT.notProven);
  assert.match(out, /^! In sich stimmig\./);
  assert.match(out, /Niemand bürgt für den Schlüssel/);
  assert.ok(out.includes(keyOf(specimen.signer)), 'so that it can be compared');
});

test('a key that a witness’s file brings along does not vouch for the city', async () => {
  const both = join(folder, 'beides.txt');
  await writeFile(both, `${keyOf(specimen.signer)}\n\n${witnessedHead(specimen, 401)}`);
  assert.equal((await run(zip, '--witness', both)).code, EXIT.notProven);
});

test('a full export is checked from its folder, and a changed byte is found', async () => {
  const sound = await run(exported, '--key', key, '--lang', 'en', '--witness', kept);
  assert.equal(sound.code, EXIT.proven, sound.out);
  assert.match(sound.out, /^✔ This journal is unaltered and without gaps\./);
  await mkdir(join(exported, 'witness'), { recursive: true });
  await writeFile(join(exported, 'fremd.txt'), 'x');
  const { code, out } = await run(exported, '--key', key);
  assert.equal(code, EXIT.notProven);
  assert.match(out, /fremd\.txt gehört nicht hierher/);
  await rm(join(exported, 'fremd.txt'));
});

test('a link in a folder is refused: it could point anywhere', async () => {
  await symlink('/etc/passwd', join(exported, 'personal.bak'));
  const { code, out } = await run(exported, '--key', key);
  assert.equal(code, EXIT.notProven);
  assert.match(out, /Verknüpfung/);
  await rm(join(exported, 'personal.bak'));
});

test('the result for programs is JSON with keys and sentences', async () => {
  const { out } = await run(zip, '--key', key, '--json');
  const report = JSON.parse(out) as {
    state: string;
    said: { headline: string };
    key: { vouched: boolean };
    proven: { key: string }[];
    counts: object;
  };
  assert.equal(report.state, 'proven');
  assert.equal(report.key.vouched, true);
  assert.ok(report.proven.some((claim) => claim.key === 'gapless'));
  assert.match(report.said.headline, /lückenlos/);
  assert.ok('personal-erased' in report.counts);
});

test('wrong use and missing files end with 2 and a hint', async () => {
  assert.match((await run()).err, /--witness/);
  for (const args of [[], ['a', 'b'], ['a', '--key'], ['a', '--lang', 'fr'], ['a', '--colour'], ['a', '--witness'], ['--json']]) {
    assert.equal((await run(...args)).code, EXIT.usage, args.join(' '));
  }
  assert.equal((await run(join(folder, 'gibt-es-nicht.zip'))).code, EXIT.usage);
  assert.match((await run(zip, '--key', zip)).err, /weder Schlüssel noch Prüfpunkt/);
});

test('options may stand anywhere; --witness takes all that follows', () => {
  const wanted = readArguments(['--key', 'k', 'p.zip', '--json', '--witness', 'a', 'b', '--lang', 'en'], undefined);
  assert.deepEqual(wanted, { path: 'p.zip', keys: ['k'], witnesses: ['a', 'b'], json: true, language: 'en' });
  assert.equal(readArguments(['p'], 'en_GB.UTF-8')?.language, 'en');
  assert.equal(readArguments(['p'], 'C')?.language, 'de');
});
