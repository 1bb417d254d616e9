// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readMessage } from '../src/bind/read.ts';
import { writeMessage } from '../src/bind/write.ts';
import { checkMessage, checkStructure } from '../src/check/check.ts';
import type { Akte, Dokument, Vorgang } from '../src/model/model.ts';
import { openMessage } from '../src/open.ts';
import { outline } from '../src/outline/outline.ts';
import { messagesOf, versions } from '../src/table/versions.ts';
import { serialize } from '../src/xml/serialize.ts';
import { conformance } from './conformance.ts';
import { mutationsOf } from './mutate.ts';
import { specimen, uuid } from './specimen.ts';

const material = path.join(import.meta.dirname, '../../../../shared/data/xdomea');

test('foreign messages are read without loss, ours are valid, spoilt ones refused', {
  skip: existsSync(material) ? false : 'the foreign messages are not here',
}, async () => {
  const result = await conformance(material, { quick: true });
  assert.deepEqual(
    result.differences.filter((each) => !each.startsWith('SKIPPED')),
    [],
  );
  assert.ok(result.passed > 1000);
});

for (const version of versions) {
  test(`${version}: every message is written in the right form, shown, and refused when spoilt, with the place`, () => {
    for (const typ of messagesOf(version)) {
      const message = specimen(version, typ);
      const { xml } = writeMessage(message);
      const opened = openMessage(xml);
      assert.deepEqual(checkStructure(opened).list, [], typ);
      assert.match(outline(message, 'en').title, new RegExp(`^${typ} `));
      for (const mutation of mutationsOf(opened, 1)) {
        const { findings } = checkMessage(serialize(mutation.root));
        const placed = findings.some((each) => each.line > 0 && each.path.replace(/\[\d+\]/g, '').startsWith(mutation.around));
        assert.ok(placed, `${typ}: ${mutation.kind} in ${mutation.around}`);
      }
    }
  });
}

/** Any text that XML can carry. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((each) => each.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(each));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const id = fc.uuid();
const optional = { requiredKeys: ['xdomeaUUID'] as ['xdomeaUUID'] };
const meta = fc.record({ Betreff: text, Kennzeichen: text, Federfuehrung: text, Bemerkung: text }, { requiredKeys: ['Betreff'] });
const many = { minLength: 1, maxLength: 3 };
const someDocument: fc.Arbitrary<Dokument> = fc.record(
  {
    xdomeaUUID: id,
    AllgemeineMetadaten: meta,
    Posteingangsdatum: day,
    Bezug: text,
    Version: fc.array(
      fc.record({
        Nummer: text,
        Format: fc.array(
          fc.record({
            Name: fc.constant({ code: '018', listURI: 'urn:xoev-de:xdomea:codeliste:dateiformat', listVersionID: '1.0' }),
            Version: text,
            Dateiname: id.map((each) => `${each}_Brief.pdf`),
            DateinameOriginal: text,
          }),
          many,
        ),
      }),
      many,
    ),
  },
  optional,
);
const someCase: fc.Arbitrary<Vorgang> = fc.record(
  { xdomeaUUID: id, AllgemeineMetadaten: meta, ZdA: fc.boolean(), Dokument: fc.array(someDocument, many) },
  optional,
);
const someFile: fc.Arbitrary<Akte> = fc.record(
  {
    xdomeaUUID: id,
    AllgemeineMetadaten: meta,
    Laufzeit: fc.record({ Beginn: day }),
    Vorgang: fc.array(someCase, many),
    Dokument: fc.array(someDocument, many),
    Teilakte: fc.array(fc.record({ xdomeaUUID: id, Vorgang: fc.array(someCase, many) }, optional), many),
    ZdA: fc.boolean(),
  },
  optional,
);

test('any file that we hand over (0401) comes back equal', () => {
  fc.assert(
    fc.property(someFile, (Akte) => {
      const { xml, losses } = writeMessage({ ...specimen('3.1.0', '0401'), Aktenplan: [], Schriftgutobjekt: [{ Akte }] });
      assert.deepEqual(losses, []);
      assert.deepEqual(checkStructure(openMessage(xml)).list, []);
      assert.deepEqual(readMessage(xml).Schriftgutobjekt, [JSON.parse(JSON.stringify({ Akte }))]);
    }),
    { numRuns: 150 },
  );
});

test('what the model does not name is kept, and named where another version cannot hold it', () => {
  const message = specimen('4.0.0', '0503');
  const extension =
    '<xdomea:AnwendungsspezifischeErweiterung><xdomea:Kennung>k</xdomea:Kennung><xdomea:Name>n</xdomea:Name></xdomea:AnwendungsspezifischeErweiterung>';
  const { xml } = writeMessage(message);
  const extended = xml.replace('</xdomea:nachrichtenkopf>', `${extension}</xdomea:nachrichtenkopf>`);
  const read = readMessage(extended);
  assert.deepEqual(
    read.rest?.map((each) => [each.pfad, each.knoten?.name]),
    [['nachrichtenkopf', 'AnwendungsspezifischeErweiterung']],
  );
  assert.ok(writeMessage(read).xml.includes('<xdomea:Kennung>k</xdomea:Kennung>'));
  const older = writeMessage(read, '3.1.0').losses.map((each) => each.path);
  assert.ok(older.includes('/nachrichtenUUID') && older.some((each) => each.endsWith('/Hashwert')));
  assert.throws(() => writeMessage({ ...message, typ: '0401' }, '4.0.0'), RangeError);
  assert.equal(read.ProzessID, uuid(1));
});
