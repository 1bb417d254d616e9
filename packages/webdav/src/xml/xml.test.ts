// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { childrenOf, type XmlNode } from './node.ts';
import { parseXml } from './parse.ts';
import { contentOf, escapeXml } from './write.ts';

test('bombs and traps are refused in no time', () => {
  const began = performance.now();
  const lol = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">';
  for (const [name, text] of [
    ['entities', `<?xml version="1.0"?><!DOCTYPE x [${lol}]><x>&b;</x>`],
    ['a file from outside', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
    ['depth', '<a>'.repeat(100_000)],
    ['breadth', `<a>${'<b/>'.repeat(10_000)}</a>`],
    ['attributes', `<a ${Array.from({ length: 100 }, (_, n) => `x${n}="1"`).join(' ')}/>`],
    ['an instruction', '<?xml-stylesheet href="x"?><a/>'],
    ['a prefix bound to nothing', '<a xmlns:x=""/>'],
    ['an unknown prefix', '<x:a/>'],
    ['an unclosed tag', '<a><b></a>'],
    ['text alone', 'hello'],
    ['nothing', ''],
  ] as const)
    assert.equal(parseXml(text), undefined, name);
  assert.ok(performance.now() - began < 2_000);
});

test('a value keeps its namespaces wherever it is put', () => {
  const read = parseXml('<t:v xmlns:t="urn:t" xmlns="urn:d"><a t:x="1 &lt; 2">text<b xmlns=""/></a></t:v>');
  assert.ok(read);
  const again = parseXml(`<else xmlns:n="urn:else">${contentOf(read)}</else>`);
  assert.ok(again);
  const [a] = childrenOf(again);
  assert.deepEqual([a?.uri, a?.name, a?.attributes[0]?.uri, a?.attributes[0]?.value], ['urn:d', 'a', 'urn:t', '1 < 2']);
  const b = a?.content[1] as XmlNode;
  assert.deepEqual([b.uri, b.name], ['', 'b']);
});

test('any text comes back as it went, but for what XML cannot carry', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parseXml(`<a>${escapeXml(text)}</a>`);
      const expected = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
      assert.equal(read?.content.join(''), expected);
    }),
  );
});
