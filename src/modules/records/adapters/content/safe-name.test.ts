// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { safeName } from './safe-name.ts';

it('aus jedem fremden Namen wird einer, den man zeigen und speichern kann', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['Antrag.pdf', 'Antrag.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\Brief.docx', 'Brief.docx'],
    ['Rechnung\r\nBcc: alle@example.org.pdf', 'RechnungBcc_ alle@example.org.pdf'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['Mu\u0308ller.txt', 'Müller.txt'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['console.txt', 'console.txt'],
    ['...', 'Unbenannt'],
    ['', 'Unbenannt'],
    ['\0\u200b', 'Unbenannt'],
    ['.htaccess', 'htaccess'],
    ['Brief.pdf. . ', 'Brief.pdf'],
    ['a<b>"c"|d?.txt', 'a_b__c__d_.txt'],
    ['\ud800x.txt', '�x.txt'],
  ];
  for (const [name, expected] of cases) assert.equal(safeName(name), expected, JSON.stringify(name));
});

it('ein langer Name behält seine Endung und bleibt unter 200 Bytes', () => {
  const name = safeName(`${'Straßenverkehrsänderung '.repeat(20)}.pdf`);
  assert.ok(name.endsWith('.pdf'));
  assert.ok(Buffer.byteLength(name) <= 200);
});

it('kein Name der Welt entkommt', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('.', '/', '\\', '\0', '\r', '\n', '\u202e', 'ä', '𝒜', ':', ' ', 'CON', 'a', '\u0301', '\ud800'),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 600 })), (raw) => {
      const name = safeName(raw);
      assert.ok(name !== '' && name !== '.' && name !== '..');
      assert.ok(Buffer.byteLength(name) <= 201, 'ein Unterstrich vor Gerätenamen darf dazukommen');
      assert.doesNotMatch(name, /[\u0000-\u001f\u007f-\u009f/\\:\u202a-\u202e\u2066-\u2069]/);
      assert.equal(name, name.normalize('NFC'));
      assert.equal(safeName(name), name, 'ein sicherer Name bleibt, wie er ist');
    }),
    { numRuns: 1_000 },
  );
});

it('eine Million Punkte kosten keine Zeit', () => {
  const started = performance.now();
  safeName('. '.repeat(1_000_000));
  safeName(`${'a'.repeat(1_000_000)}.${'b'.repeat(1_000_000)}`);
  assert.ok(performance.now() - started < 3_000);
});
