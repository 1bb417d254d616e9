// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { it } from 'node:test';
import MsgReader from '@kenjiuno/msgreader';
import fc from 'fast-check';
import { unpackRtf } from './compressed-rtf.ts';
import { extractOutlook } from './extract-mail.ts';
import { detectType } from './detect-type.ts';
import { parseMail } from './mail-message.ts';
import { parseOutlook } from './outlook-message.ts';
import { fileTime, makeOutlook, type OutlookSample } from './outlook-samples.ts';
import { asResult } from './result.ts';
import { LETTER, makeMail, makePdf } from './test-samples.ts';

const sample: OutlookSample = {
  properties: {
    '0037001F': 'Widerspruch gegen Gebührenbescheid',
    '00390040': fileTime('2026-01-31T11:00:00Z'),
    '0C1A001F': 'Ayse Yılmaz',
    '0C1F001F': '/o=Waldbrück/cn=ayse',
    '5D01001F': 'ayse@example.org',
    '1000001F': `${LETTER}\r\n`,
    '1035001F': '<abc.123@example.org>',
  },
  recipients: [
    { '0C150003': 1, '3001001F': 'Stadt Waldbrück', '3003001F': 'post@waldbrueck.example' },
    { '0C150003': 2, '3001001F': 'Kämmerei', '39FE001F': 'kaemmerei@waldbrueck.example' },
    { '0C150003': 3, '3001001F': 'geheim', '3003001F': 'bcc@example.org' },
  ],
};

it('eine Outlook-Nachricht wird gelesen wie eine E-Mail: Kopf, Text und jede Anlage Byte für Byte', async () => {
  const pdf = await makePdf(['Plan '.repeat(2_000)]);
  const bytes = makeOutlook({
    ...sample,
    attachments: [
      { '37010102': pdf, '3707001F': 'Lagepläne.pdf', '370E001F': 'application/pdf' },
      { '37010102': Buffer.from('kurz'), '3704001F': 'NOTIZ.TXT' },
    ],
  });
  assert.equal((await detectType(bytes)).mediaType, 'application/vnd.ms-outlook');
  const { message, parts } = parseOutlook(bytes);
  assert.equal(message.subject, 'Widerspruch gegen Gebührenbescheid');
  assert.equal(message.date, '2026-01-31T11:00:00.000Z');
  assert.equal(message.messageId, 'abc.123@example.org');
  assert.deepEqual(message.from, [{ name: 'Ayse Yılmaz', address: 'ayse@example.org' }]);
  assert.deepEqual(message.to, [{ name: 'Stadt Waldbrück', address: 'post@waldbrueck.example' }]);
  assert.deepEqual(message.cc, [{ name: 'Kämmerei', address: 'kaemmerei@waldbrueck.example' }]);
  assert.deepEqual(
    parts.map(({ name, mediaType }) => [name, mediaType]),
    [
      ['Lagepläne.pdf', 'application/pdf'],
      ['NOTIZ.TXT', 'application/octet-stream'],
    ],
  );
  assert.ok(parts[0] && Buffer.from(parts[0].bytes).equals(pdf), 'also beyond the small streams');
  assert.match(
    extractOutlook(bytes).pages.join('\n'),
    /Von: Ayse Yılmaz <ayse@example.org>[\s\S]*Anlagen: Lagepläne.pdf, NOTIZ.TXT/,
  );
});

it('ein anderes Programm liest dasselbe aus der Datei', () => {
  const bytes = makeOutlook({ ...sample, attachments: [{ '37010102': Buffer.from('x'), '3707001F': 'a.txt' }] });
  const other = new MsgReader.default(new Uint8Array(bytes).buffer).getFileData();
  const { message, parts } = parseOutlook(bytes);
  assert.equal(other.subject, message.subject);
  assert.equal(other.senderName, message.from[0]?.name);
  assert.equal(other.body?.trim(), message.text);
  assert.equal(other.attachments?.[0]?.fileName, parts[0]?.name);
});

it('dieselbe Nachricht als .msg und als .eml hat denselben Fingerabdruck, eine andere nicht', async () => {
  const { message } = await parseMail(makeMail());
  assert.equal(parseOutlook(makeOutlook(sample)).message.contentHash, message.contentHash);
  const other = makeOutlook({ ...sample, properties: { ...sample.properties, '1000001F': 'Anderes' } });
  assert.notEqual(parseOutlook(other).message.contentHash, message.contentHash);
});

it('eine Nachricht in der Nachricht wird eine E-Mail für sich, mit ihren Anlagen, auch zweifach', async () => {
  const inner: OutlookSample = {
    properties: {
      '0037001F': 'Innen: „Maß“, Größe, und ein langer Betreff mit vielen Wörtern bis über die Zeile',
      '1000001F': 'Innerer Text',
    },
    attachments: [{ '37010102': Buffer.from([0, 255, 10, 13]), '3707001F': 'bild größe.bin' }],
  };
  const middle: OutlookSample = { properties: { '0037001F': 'Mitte' }, attachments: [{ method: 5, message: inner }] };
  const { parts } = parseOutlook(makeOutlook({ ...sample, attachments: [{ method: 5, message: middle }] }));
  assert.equal(parts[0]?.mediaType, 'message/rfc822');
  assert.equal(parts[0]?.name, 'Mitte.eml');
  const opened = await parseMail(Buffer.from(parts[0]?.bytes ?? []));
  assert.equal(opened.message.subject, 'Mitte');
  const deepest = await parseMail(Buffer.from(opened.parts[0]?.bytes ?? []));
  assert.equal(deepest.message.subject, inner.properties['0037001F']);
  assert.equal(deepest.message.text, 'Innerer Text');
  assert.deepEqual([...(deepest.parts[0]?.bytes ?? [])], [0, 255, 10, 13]);
  assert.equal(deepest.parts[0]?.name, 'bild größe.bin');
});

it('ältere Nachrichten in einer Codeseite, nur mit HTML oder nur mit RTF, haben ihren Text', () => {
  const ansi = makeOutlook({ properties: { '3FFD0003': 1252, '0037001E': 'Gebühr für Müll', '1000001E': 'Größe' } });
  assert.equal(parseOutlook(ansi).message.subject, 'Gebühr für Müll');
  const html = Buffer.from('<p>Guten Tag, Gr\u00fc\u00dfe</p><script>x()</script>', 'latin1');
  const web = makeOutlook({ properties: { '0037001F': 'x', '10130102': html, '3FDE0003': 1252 } });
  assert.equal(parseOutlook(web).message.text, 'Guten Tag, Grüße');
  // The example of [MS-OXRTFCP] 4.1.
  const packed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c0900206277' + '05b06c647d0a800fa0',
    'hex',
  );
  assert.equal(unpackRtf(packed).toString('latin1'), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  const rich = makeOutlook({ properties: { '0037001F': 'x', '10090102': packed } });
  assert.equal(parseOutlook(rich).message.text, 'hello world');
});

it('Kreise, falsche Größen und tiefe Schachteln enden mit einem Grund, nicht mit der Maschine', async () => {
  const good = makeOutlook({ ...sample, attachments: [{ '37010102': Buffer.alloc(20_000, 1), '3707001F': 'x.bin' }] });
  const directory = (good.readUInt32LE(48) + 1) * 512;
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };
  const fatSector = (good.readUInt32LE(76) + 1) * 512;
  const cases: [string, Buffer, string][] = [
    ['der Anfang der Kette zeigt auf sich', changed((b) => void b.writeUInt32LE(0, fatSector)), 'hostile'],
    ['ein Eintrag ist sein eigener Nachbar', changed((b) => void b.writeUInt32LE(1, directory + 128 + 72)), 'hostile'],
    ['die Tabelle läuft im Kreis', changed((b) => void b.writeUInt32LE(0, 68)), 'hostile'],
    ['nur der Kopf', good.subarray(0, 512), 'damaged'],
    ['keine Datei dieser Art', Buffer.from('From: a@b'), 'damaged'],
  ];
  for (const [name, bytes, reason] of cases) {
    const started = performance.now();
    const result = await asResult(() => parseOutlook(bytes));
    assert.equal(result.ok ? 'ok' : result.reason, reason, name);
    assert.ok(performance.now() - started < 2_000, name);
  }
  let nested: OutlookSample = { properties: { '0037001F': 'x' } };
  for (let depth = 0; depth < 60; depth += 1)
    nested = { properties: { '0037001F': 'x' }, attachments: [{ method: 5, message: nested }] };
  const deep = await asResult(() => parseOutlook(makeOutlook(nested)));
  assert.equal(deep.ok ? 'ok' : deep.reason, 'hostile');
});

it('beliebig verdrehte Bytes werden zu einer Nachricht oder zu einem Grund, in Sekunden', async () => {
  const good = makeOutlook({ ...sample, attachments: [{ '37010102': Buffer.alloc(9_000, 7), '3707001F': 'x.bin' }] });
  const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.constantFrom(0, 1, 2, 5, 0x7f, 0xfe, 0xff) });
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Buffer.from(good);
      for (const { at, byte } of changes) bytes[at] = byte;
      const result = await asResult(() => parseOutlook(bytes));
      if (result.ok) assert.match(result.value.message.contentHash, /^[0-9a-f]{64}$/);
    }),
    { numRuns: 300 },
  );
  assert.ok(performance.now() - started < 20_000);
});
