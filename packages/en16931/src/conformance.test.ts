// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { conformance } from './conformance.ts';
import { fixture, materialMissing, officialMaterial } from './fixtures.ts';

test('every seventh case of the official material has exactly the findings of the official rules', {
  skip: officialMaterial() === undefined ? materialMissing : false,
}, async () => {
  const result = await conformance(officialMaterial() ?? '', { quick: true });
  assert.deepEqual(result.differences, []);
  assert.ok(result.passed > 300);
});

test('a folder of the same form with cases of its own is compared as well, and every difference is named', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'einvoice-'));
  await writeFile(path.join(folder, 'good.xml'), fixture('ubl'));
  await writeFile(path.join(folder, 'bad.xml'), fixture('ubl').replace('<cbc:ID>2026-0815</cbc:ID>', ''));
  const head = 'path\tfrag\tsyntax\tprofile\texpected\tviolated\tok\tlicence\tnote\tverified';
  const xrechnung = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
  const rows = [
    `good.xml\t\tUBL-Invoice\t${xrechnung}\tvalid\t\tBR-02\t\t\tyes`,
    `bad.xml\t\tUBL-Invoice\t${xrechnung}\tinvalid\tBR-02 BR-03\t\t\t\tyes`,
    `gone.xml\t\tUBL-Invoice\t${xrechnung}\tvalid\t\tBR-02\t\t\tyes`,
  ];
  await writeFile(path.join(folder, 'index.tsv'), [head, ...rows].join('\n'));
  await writeFile(
    path.join(folder, 'oracle.tsv'),
    [
      'path\tsyntax\tprofile\tengine\ten16931_fatal\ten16931_warning',
      'bad.xml\tUBL-Invoice\tx\tother\tBR-02\t',
      'good.xml\tUBL-Invoice\tx\tother\tBR-05\t',
    ].join('\n'),
  );
  const result = await conformance(folder);
  await rm(folder, { recursive: true });
  assert.equal(result.passed, 2);
  assert.equal(result.failed, 3);
  assert.match(result.differences[0] ?? '', /good\.xml: EN 16931 only official: BR-05/);
  assert.match(result.differences[1] ?? '', /bad\.xml: should be violated: BR-03/);
  assert.match(result.differences[2] ?? '', /gone\.xml: .*ENOENT/);
});

test('columns in another order, a byte order mark and Windows line ends change nothing; a table that states nothing is told', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'einvoice-'));
  await writeFile(path.join(folder, 'bad.xml'), fixture('cii').replace('<ram:ID>2026-0815</ram:ID>', ''));
  const table = (verified: string) => `\uFEFFverified\tok\tpath\tviolated\r\n${verified}\tBR-03\tbad.xml\tBR-02\r\n`;
  await writeFile(path.join(folder, 'index.tsv'), table('yes'));
  assert.deepEqual(await conformance(folder), { passed: 1, failed: 0, differences: [] });
  await writeFile(path.join(folder, 'index.tsv'), table('no'));
  await assert.rejects(conformance(folder), /nothing can be compared/);
  await rm(folder, { recursive: true });
});

test('a folder without both tables is refused', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'einvoice-'));
  await assert.rejects(conformance(folder), /neither oracle\.tsv nor index\.tsv/);
  await rm(folder, { recursive: true });
});
