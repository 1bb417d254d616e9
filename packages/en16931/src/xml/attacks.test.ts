// SPDX-License-Identifier: EUPL-1.2
// The table of attacks: each is refused at once with a clear text, without network and without file.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fixture } from '../fixtures.ts';
import { unreadableTexts } from '../report/words.ts';
import { validate } from '../validate.ts';
import type { UnreadableReason } from './unreadable.ts';

const quick = 50;
const head = '<?xml version="1.0"?>';

function laughs(levels: number): string {
  const entities = Array.from({ length: levels }, (_each, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`);
  return `${head}<!DOCTYPE l [<!ENTITY a0 "lol">${entities.join('')}]><r>&a${levels};</r>`;
}

const attacks: [name: string, document: (port: number) => string | Uint8Array, reason: UnreadableReason][] = [
  ['an internal entity', () => `${head}<!DOCTYPE r [<!ENTITY x "EXPANDED">]><r>&x;</r>`, 'doctype'],
  ['an entity that reads a file', () => `${head}<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>`, 'doctype'],
  [
    'an entity that asks a server',
    (port) => `${head}<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:${port}/x">]><r>&x;</r>`,
    'doctype',
  ],
  ['an external DTD', (port) => `${head}<!DOCTYPE r SYSTEM "http://127.0.0.1:${port}/d.dtd"><r>a</r>`, 'doctype'],
  [
    'a parameter entity',
    (port) => `${head}<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p"> %p;]><r>a</r>`,
    'doctype',
  ],
  ['a billion laughs', () => laughs(9), 'doctype'],
  ['quadratic blowup', () => `${head}<!DOCTYPE r [<!ENTITY x "${'A'.repeat(50_000)}">]><r>${'&x;'.repeat(2000)}</r>`, 'doctype'],
  ['100,000 nested tags', () => `<r>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</r>`, 'depth'],
  [
    '200,000 attributes',
    () => `<r ${Array.from({ length: 200_000 }, (_each, number) => `a${number}="1"`).join(' ')}/>`,
    'attributes',
  ],
  [
    'a stylesheet instruction',
    (port) => `${head}<?xml-stylesheet href="http://127.0.0.1:${port}/s.xsl" type="text/xsl"?><r>a</r>`,
    'processing-instruction',
  ],
  [
    'XInclude',
    () => '<r xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/hostname" parse="text"/></r>',
    'unknown-root',
  ],
  [
    'an element named __proto__',
    () => '<r><__proto__><polluted>1</polluted></__proto__><constructor>2</constructor></r>',
    'unknown-root',
  ],
  ['an attribute twice', () => '<r a="1" a="2"/>', 'not-well-formed'],
  ['an unclosed tag', () => '<r><a></r>', 'not-well-formed'],
  ['UTF-7', () => new TextEncoder().encode('<?xml version="1.0" encoding="UTF-7"?><r>+ADw-</r>'), 'encoding'],
  ['bytes that are no UTF-8', () => Uint8Array.from([0x3c, 0x72, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x72, 0x3e]), 'bytes'],
  ['nothing', () => '', 'not-well-formed'],
];

test('every attack is refused within 50 ms, with a text in three languages, without asking any server', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  validate(fixture('ubl'));
  for (const [name, document, reason] of attacks) {
    const input = document(port);
    let fastest = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5; attempt++) {
      const start = performance.now();
      const report = validate(input);
      fastest = Math.min(fastest, performance.now() - start);
      assert.equal(report.unreadable?.reason, reason, name);
      assert.equal(report.recommendation, 'reject', name);
      for (const language of ['de', 'en', 'tr'] as const) assert.ok(unreadableTexts[reason][language].length > 10, name);
    }
    assert.ok(fastest <= quick, `${name} took ${Math.round(fastest)} ms`);
  }
  await new Promise((resolve) => server.close(resolve));
  assert.equal(requests, 0);
  assert.equal((Object.prototype as Record<string, unknown>)['polluted'], undefined);
});

test('a DOCTYPE inside character data is only text', () => {
  const text = fixture('ubl').replace(
    'Wir danken für Ihren Auftrag.',
    '<![CDATA[<!DOCTYPE html><html><script>alert(1)</script></html>]]>',
  );
  assert.equal(validate(text).unreadable, undefined);
});

test('an element named __proto__ inside an invoice is unknown and does no harm', () => {
  const text = fixture('ubl').replace(
    '<cbc:ID>2026-0815</cbc:ID>',
    '<cbc:ID>2026-0815</cbc:ID><__proto__><polluted>1</polluted></__proto__>',
  );
  assert.equal(validate(text).unreadable, undefined);
  assert.equal((Object.prototype as Record<string, unknown>)['polluted'], undefined);
});

test('UTF-16 with byte order mark and Latin-1 with declaration are read', () => {
  const text = fixture('ubl');
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xff, 0xfe]);
  for (let position = 0; position < text.length; position++) {
    wide[2 + position * 2] = text.charCodeAt(position) & 0xff;
    wide[3 + position * 2] = text.charCodeAt(position) >> 8;
  }
  assert.deepEqual(validate(wide).findings, []);
  const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1').replace('Ayşe', 'Ayse'), 'latin1');
  assert.deepEqual(validate(latin).findings, []);
});
