// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { bufferSource } from './byte-source.ts';
import { isEscapingName, readZipDirectory, readZipEntry } from './guarded-zip.ts';
import { asResult, type ContentResult } from './result.ts';
import { makeZip } from './test-samples.ts';
import { craftZip } from './zip-bombs.ts';

async function unpackAll(zip: Buffer): Promise<ContentResult<Buffer[]>> {
  return asResult(async () => {
    const source = bufferSource(zip);
    const contents: Buffer[] = [];
    for (const entry of await readZipDirectory(source)) contents.push(await readZipEntry(source, entry));
    return contents;
  });
}

async function refusal(zip: Buffer): Promise<string> {
  const result = await unpackAll(zip);
  assert.equal(result.ok, false);
  return result.ok ? '' : `${result.reason}: ${result.detail}`;
}

describe('Ein Archiv wird gelesen, ohne ihm zu glauben', () => {
  it('ein ehrliches Archiv gibt genau seinen Inhalt', async () => {
    const result = await unpackAll(makeZip({ 'a.txt': 'Grüße', 'b/c.txt': 'x'.repeat(100_000) }));
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.map((bytes) => bytes.length),
      [7, 100_000],
    );
  });

  it('eine Bombe (210 MB in 205 kB) wird vor dem Auspacken erkannt', async () => {
    const bomb = craftZip([{ name: 'a', packed: deflateRawSync(Buffer.alloc(50_000_000)), declared: 210_000_000 }]);
    const before = process.memoryUsage().rss;
    assert.equal(await refusal(bomb), 'hostile: zip: ratio');
    assert.ok(process.memoryUsage().rss - before < 20_000_000);
  });

  it('eine Bombe, die sich kleiner angibt, wird beim ersten Byte zu viel gestoppt', async () => {
    const lie = craftZip([{ name: 'a', content: Buffer.alloc(30_000_000), declared: 1_000 }]);
    assert.equal(await refusal(lie), 'hostile: zip: more than declared');
  });

  it('Einträge, die sich Bytes teilen, versteckte Einträge und Einträge im Verzeichnis sind feindlich', async () => {
    const content = Buffer.from('x'.repeat(1000));
    assert.equal(
      await refusal(
        craftZip([
          { name: 'a', content },
          { name: 'b', content, offset: 0 },
        ]),
      ),
      'hostile: zip: overlapping entries',
    );
    assert.equal(
      await refusal(
        craftZip(
          [
            { name: 'a', content },
            { name: 'b', content },
          ],
          1,
        ),
      ),
      'hostile: zip: hidden entries',
    );
    assert.equal(await refusal(craftZip([{ name: 'a', content, offset: 50 }])), 'hostile: zip: entry inside directory');
  });

  it('hunderttausend Einträge sind zu viele, ob das Ende sie zählt oder nicht', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ name: `${index}`, packed: Buffer.alloc(0) }));
    assert.match(await refusal(craftZip(many)), /^too-large/);
    assert.match(await refusal(craftZip(many.slice(0, 10_001))), /^too-large/);
  });

  it('Verweise, Verschlüsseltes und falsche Prüfsummen werden nicht ausgepackt', async () => {
    const content = Buffer.from('/etc/passwd');
    assert.equal(await refusal(craftZip([{ name: 'a', content, mode: 0xa1ff }])), 'hostile: zip: symbolic link');
    assert.equal(await refusal(craftZip([{ name: 'a', content, flags: 0x801 }])), 'encrypted: zip: entry');
    const broken = makeZip({ 'a.txt': 'Guten Tag' });
    broken[40] = (broken[40] ?? 0) ^ 1;
    assert.match(await refusal(broken), /^damaged/);
  });

  it('Namen, die aus dem Ordner führen, werden als solche erkannt', () => {
    for (const name of ['../a', 'a/../../b', '/etc/passwd', 'C:\\x', 'a\\..\\b', 'c:x', 'a\0b'])
      assert.ok(isEscapingName(name), name);
    for (const name of ['a/b.txt', '..a/b', 'a..b', 'Ordner.1/x']) assert.ok(!isEscapingName(name), name);
  });

  it('veränderte und abgeschnittene Archive enden immer in einem Grund oder in den richtigen Bytes', async () => {
    const original = makeZip({ mimetype: 'application/x', 'content.xml': `<a>${'Text '.repeat(200)}</a>` });
    const edit = fc.record({
      at: fc.nat(original.length - 1),
      value: fc.integer({ min: 0, max: 255 }),
      cut: fc.nat(original.length),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, value, cut }) => {
        const changed = Buffer.from(original);
        changed[at] = value;
        for (const zip of [changed, original.subarray(0, cut)]) {
          const result = await unpackAll(zip);
          if (!result.ok) assert.notEqual(result.detail, 'RangeError');
        }
      }),
      { numRuns: 400 },
    );
  });
});
