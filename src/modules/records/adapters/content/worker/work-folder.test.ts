// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, it } from 'node:test';
import { collectOutput, makeWorkFolder, readReply, stageInput } from './work-folder.ts';

const tmpDir = mkdtempSync(join(tmpdir(), 'content-folder-'));
const outDir = join(tmpDir, 'ziel');
after(() => rmSync(tmpDir, { recursive: true }));

it('die Eingabe ist eine Kopie: was der Prozess daran ändert, ändert das Original nicht', async () => {
  const folder = makeWorkFolder(tmpDir);
  const original = join(tmpDir, 'brief.txt');
  writeFileSync(original, 'Original');
  assert.equal(await stageInput(original, folder, 100), true);
  assert.notEqual(statSync(join(folder, 'input')).ino, statSync(original).ino);
  writeFileSync(join(folder, 'input'), 'verändert');
  assert.equal(readFileSync(original, 'utf8'), 'Original');
});

it('Pfade, Bytes und Ströme werden angenommen, zu Großes nicht', async () => {
  const folder = makeWorkFolder(tmpDir);
  const path = join(tmpDir, 'elf.txt');
  writeFileSync(path, 'x'.repeat(11));
  for (const input of [path, Buffer.alloc(11), Readable.from([Buffer.alloc(6), Buffer.alloc(5)])]) {
    assert.equal(await stageInput(input, folder, 10), false);
  }
  assert.equal(await stageInput(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), folder, 11), true);
  assert.equal(statSync(join(folder, 'input')).size, 11);
});

it('ein Verweis, ein Ordner, eine Leitung oder ein Riese wird nie eingesammelt', async () => {
  const folder = makeWorkFolder(tmpDir);
  mkdirSync(join(folder, 'out', 'ordner'), { recursive: true });
  symlinkSync('/etc/passwd', join(folder, 'out', 'verweis'));
  execFileSync('mkfifo', [join(folder, 'out', 'leitung')]);
  writeFileSync(join(folder, 'out', 'riese'), '');
  truncateSync(join(folder, 'out', 'riese'), 200_000_000);
  for (const name of ['verweis', 'ordner', 'leitung', 'riese', 'fehlt']) {
    assert.equal(await collectOutput(folder, name, outDir), false, name);
    assert.equal(existsSync(join(outDir, name)), false, name);
  }
  writeFileSync(join(folder, 'out', 'seite'), 'Bild');
  assert.equal(await collectOutput(folder, 'seite', outDir), true);
  assert.equal(readFileSync(join(outDir, 'seite'), 'utf8'), 'Bild');
});

it('eine Antwort, die ein Verweis ist, wird nicht gelesen', async () => {
  const folder = makeWorkFolder(tmpDir);
  writeFileSync(join(tmpDir, 'fremd.json'), '{"ok":true}');
  symlinkSync(join(tmpDir, 'fremd.json'), join(folder, 'reply.json'));
  assert.equal(await readReply(folder), undefined);
});
