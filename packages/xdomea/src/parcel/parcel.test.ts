// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { specimen, specimenFile, uuid } from '../../suite/specimen.ts';
import { readMessage } from '../bind/read.ts';
import { writeMessage } from '../bind/write.ts';
import { checkPackage } from '../check/check.ts';
import { Unreadable, type UnreadableReason } from '../xml/unreadable.ts';
import { hashOf } from './hash.ts';
import { contentName, packageName, parsePackageName } from './names.ts';
import { splitMessage } from './split.ts';
import { pack, unpack, unzipAll, usualZipLimits } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}

/** A transfer of one document whose file and hash fit together. */
async function transfer(content: Uint8Array) {
  const message = specimen('4.0.0', '0503');
  const file = contentName(uuid(77), 'Bescheid Nr. 1 (Entwürfe).PDF');
  message.Schriftgutobjekt = [{ Akte: specimenFile(100, 1, 1) }];
  const format = message.Schriftgutobjekt[0]?.Akte?.Vorgang?.[0]?.Dokument?.[0]?.Version?.[0]?.Format?.[0];
  assert.ok(format);
  format.Dateiname = file;
  format.Hashwert = await hashOf(content);
  return { message, file, xml: writeMessage(message).xml };
}

test('names of packages and files follow the rule of their version', () => {
  assert.equal(packageName({ version: '4.0.0', typ: '0503', ProzessID: uuid(1), LfdNrNachrichtProTyp: 2 }), `${uuid(1)}_0503_2`);
  assert.equal(packageName({ version: '3.1.0', typ: '0503', ProzessID: uuid(1) }), `${uuid(1)}_Aussonderung.Aussonderung.0503`);
  assert.throws(() => packageName({ version: '2.3.0', typ: '0507', ProzessID: uuid(1) }), RangeError);
  assert.deepEqual(parsePackageName(`${uuid(1)}_0503_2.zip`), { ProzessID: uuid(1), typ: '0503', LfdNrNachrichtProTyp: 2 });
  assert.deepEqual(parsePackageName(`${uuid(1)}_Aussonderung.Aussonderung.0503.zip`), { ProzessID: uuid(1), typ: '0503' });
  assert.equal(parsePackageName('../0503.zip'), undefined);
  assert.equal(contentName(uuid(1), '../../Straße & Öl.PDF'), `${uuid(1)}__Strasse_Oel.pdf`);
});

test('a package written piece by piece is read again and its files fit their hashes', async () => {
  const content = bytes('%PDF-1.7 Inhalt '.repeat(10_000));
  const { message, file, xml } = await transfer(content);
  const name = packageName({ ...message, LfdNrNachrichtProTyp: 1 });
  const zip = await whole(
    pack({ name: `${name}.xml`, xml }, [{ name: file, data: [content.subarray(0, 50_000), content.subarray(50_000)] }]),
  );
  const parcel = await unpack(zip);
  assert.equal(parcel.messageName, `${name}.xml`);
  const report = await checkPackage({ message: parcel.message, files: parcel.files, name: `${name}.zip` });
  assert.deepEqual(report.findings, []);
  assert.equal(readMessage(parcel.message).ProzessID, message.ProzessID);
});

test('a changed, a missing and a surplus file are named', async () => {
  const { file, xml } = await transfer(bytes('richtig'));
  const rules = async (files: [string, Uint8Array][]) =>
    (await checkPackage({ message: xml, files: new Map(files) })).findings.map((each) => each.rule);
  assert.deepEqual(await rules([[file, bytes('falsch')]]), ['hash-mismatch']);
  assert.deepEqual(await rules([]), ['file-missing']);
  assert.deepEqual(
    await rules([
      [file, bytes('richtig')],
      ['fremd.txt', bytes('x')],
    ]),
    ['file-surplus'],
  );
  assert.deepEqual(await rules([[file, new Uint8Array(0)]]), ['file-empty']);
});

const archives: readonly (readonly [string, () => Uint8Array, UnreadableReason])[] = [
  ['a path upwards', () => zipSync({ '../../etc/passwd': bytes('x') }), 'zip-path'],
  ['an absolute path', () => zipSync({ '/tmp/x': bytes('x') }), 'zip-path'],
  ['a path of Windows', () => zipSync({ 'C:\\x.xml': bytes('x') }), 'zip-path'],
  ['names that differ only by case', () => zipSync({ 'a.xml': bytes('x'), 'A.xml': bytes('y') }), 'zip-doubled'],
  ['a bomb', () => zipSync({ 'a.xml': new Uint8Array(20_000_000) }), 'zip-size'],
  [
    'too many files',
    () => zipSync(Object.fromEntries(Array.from({ length: 60 }, (_each, n) => [`${n}.txt`, bytes('x')]))),
    'zip-entries',
  ],
  ['text', () => bytes('no archive at all'), 'not-a-zip'],
  ['half an archive', () => zipSync({ 'a.xml': bytes('x'.repeat(1000)) }, { level: 0 }).subarray(0, 500), 'not-a-zip'],
];

for (const [name, archive, reason] of archives) {
  test(`${name} is refused as ${reason}`, async () => {
    await assert.rejects(
      unzipAll(archive(), { ...usualZipLimits, total: 10_000_000, entries: 50 }),
      (error) => error instanceof Unreadable && error.reason === reason,
    );
  });
}

test('a package needs exactly one message', async () => {
  await assert.rejects(unpack(zipSync({ 'a.txt': bytes('x') })), { reason: 'zip-without-message' });
  await assert.rejects(unpack(zipSync({ 'a.xml': bytes('x'), 'b.xml': bytes('x') })), { reason: 'zip-several-messages' });
});

test('a large transfer is split into numbered messages, files stay whole, nothing is left out', () => {
  const message = {
    ...specimen('4.0.0', '0503'),
    Schriftgutobjekt: Array.from({ length: 7 }, (_each, n) => ({ Akte: specimenFile(1000 * (n + 1), 1, 2) })),
  };
  let next = 5000;
  const limits = { bytes: 1_000, documents: 4, sizeOf: () => 100, uuid: () => uuid(next++) };
  const { messages, oversized } = splitMessage(message, limits);
  assert.deepEqual(oversized, []);
  assert.deepEqual(
    messages.map((each) => [each.LfdNrNachrichtProTyp, each.GesamtanzahlNachrichtenProTyp, each.Schriftgutobjekt?.length]),
    [
      [1, 4, 2],
      [2, 4, 2],
      [3, 4, 2],
      [4, 4, 1],
    ],
  );
  assert.equal(new Set(messages.map((each) => each.nachrichtenUUID)).size, 4);
  assert.equal(splitMessage(message, { ...limits, documents: 1 }).oversized.length, 7);
  assert.throws(() => splitMessage({ ...message, version: '3.1.0' }, limits), RangeError);
});
