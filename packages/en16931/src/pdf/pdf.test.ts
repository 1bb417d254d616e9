// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { fixture, materialMissing, officialMaterial } from '../fixtures.ts';
import { openInvoice, validate } from '../validate.ts';
import { Unreadable } from '../xml/unreadable.ts';
import { extractFromPdf, isPdf } from './extract.ts';

interface Parts {
  readonly name?: string;
  readonly data?: Buffer;
  readonly extra?: string;
  readonly trailer?: string;
}

/** A PDF of our own with one embedded file; offsets are left out on purpose, they are not relied on. */
function pdf({ name = 'factur-x.xml', data = Buffer.from(fixture('cii')), extra = '', trailer = '' }: Parts = {}): Uint8Array {
  const packed = deflateSync(data);
  const xmp =
    '<x:xmpmeta xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:ConformanceLevel>XRECHNUNG</fx:ConformanceLevel></x:xmpmeta>';
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles << /Kids [ 2 0 R ] >> >> /AF [ 3 0 R ] /Metadata 5 0 R >>\nendobj\n2 0 obj << /Names [ (x) 3 0 R ] >> endobj\n3 0 obj << /Type /Filespec /F (old) /UF (${name}) /Desc (Die \\(ganze\\) Rechnung) /AFRelationship /Alternative /EF << /F 4 0 R >> >> endobj\n${extra}4 0 obj << /Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode /Length 6 0 R >>\nstream\n`;
  const tail = `\nendstream\nendobj\n6 0 obj ${packed.length} endobj\n5 0 obj << /Type /Metadata /Length ${xmp.length} >>\nstream\n${xmp}\nendstream\nendobj\ntrailer << /Root 1 0 R ${trailer} >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(tail, 'latin1')]);
}

test('the invoice inside a PDF is found, with relationship, media type and metadata', () => {
  const { invoice, files, metadata, remarks } = extractFromPdf(pdf());
  assert.equal(files.length, 1);
  assert.equal(invoice?.name, 'factur-x.xml');
  assert.equal(invoice?.relationship, 'Alternative');
  assert.equal(invoice?.associated, true);
  assert.equal(invoice?.mediaType, 'text/xml');
  assert.equal(invoice?.description, 'Die (ganze) Rechnung');
  assert.equal(metadata?.conformanceLevel, 'XRECHNUNG');
  assert.deepEqual(remarks, []);
  assert.deepEqual(validate(pdf()).findings, []);
  assert.equal(openInvoice(pdf()).pdf?.files.length, 1);
});

test('an unusual file name and active content are remarked', () => {
  const { remarks } = extractFromPdf(
    pdf({ name: 'rechnung.xml', extra: '9 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj\n' }),
  );
  assert.deepEqual(remarks, ['unusual-name', 'name-differs-from-metadata', 'active-content']);
});

test('a PDF without an invoice, an encrypted one and a broken one are refused with their reason', () => {
  const reason = (bytes: Uint8Array) => validate(bytes).unreadable?.reason;
  assert.equal(
    reason(Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>')),
    'pdf-without-invoice',
  );
  assert.equal(reason(pdf({ trailer: '/Encrypt 8 0 R' })), 'pdf');
  assert.equal(reason(pdf({ data: Buffer.from('kein XML') })), 'not-well-formed');
  assert.match(reason(Buffer.from(pdf()).subarray(0, 700)) ?? '', /^pdf/);
});

test('a file that unpacks to more than 60 MB is refused before it fills the memory', () => {
  const before = process.memoryUsage().rss;
  assert.throws(
    () => extractFromPdf(pdf({ data: Buffer.alloc(100_000_000) })),
    (error: unknown) => error instanceof Unreadable && error.reason === 'size',
  );
  assert.ok(process.memoryUsage().rss - before < 700_000_000);
});

test('circles of references and deep nesting end', () => {
  const circle = '7 0 obj 8 0 R endobj\n8 0 obj 7 0 R endobj\n';
  assert.equal(extractFromPdf(pdf({ extra: `${circle}10 0 obj ${'['.repeat(5000)} endobj\n` })).files.length <= 1, true);
  const names = Buffer.from(
    '%PDF-1.7\n1 0 obj << /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >> endobj\n2 0 obj << /Kids [ 2 0 R 2 0 R ] >> endobj\ntrailer << /Root 1 0 R >>',
  );
  const start = performance.now();
  assert.deepEqual(extractFromPdf(names).files, []);
  assert.ok(performance.now() - start < 3000);
});

test('only what says %PDF is a PDF', () => {
  assert.ok(isPdf(pdf()));
  assert.ok(!isPdf(Buffer.from(fixture('ubl'))));
});

test('every PDF of the official material gives its XML or says that it has none', {
  skip: officialMaterial() === undefined ? materialMissing : false,
}, () => {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    );
  const folder = officialMaterial() ?? '';
  const files = ['zugferd-corpus', 'mustang']
    .flatMap((name) => walk(path.join(folder, name)))
    .filter((file) => /\.pdf$/i.test(file));
  const found = files.filter((file) => extractFromPdf(readFileSync(file)).invoice !== undefined);
  assert.ok(found.length >= files.length - 8, `${found.length} of ${files.length}`);
});
