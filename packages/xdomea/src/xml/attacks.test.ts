// SPDX-License-Identifier: EUPL-1.2
// The table of attacks: each is refused at once, with its place, without network and without file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specimen } from '../../suite/specimen.ts';
import { writeMessage } from '../bind/write.ts';
import { checkMessage } from '../check/check.ts';
import { explainUnreadable } from '../texts/explain.ts';
import type { UnreadableReason } from './unreadable.ts';

const head = '<?xml version="1.0"?>';
const good = writeMessage(specimen('4.0.0', '0504')).xml;
const attacks: readonly (readonly [name: string, input: string | Uint8Array, reason: UnreadableReason])[] = [
  ['an entity that reads a file', `${head}<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>`, 'doctype'],
  ['a stylesheet', `${head}<?xml-stylesheet href="http://127.0.0.1/s.xsl"?><r/>`, 'processing-instruction'],
  ['100,000 nested tags', '<a>'.repeat(100_000), 'depth'],
  ['10,000 attributes', `<r ${Array.from({ length: 10_000 }, (_each, n) => `a${n}="1"`).join(' ')}/>`, 'attributes'],
  ['UTF-7', new TextEncoder().encode('<?xml version="1.0" encoding="UTF-7"?><r/>'), 'encoding'],
  ['bytes that are no UTF-8', Uint8Array.from([0x3c, 0x72, 0x3e, 0xc3, 0x28]), 'bytes'],
  ['an end that is cut off', good.slice(0, good.length - 40), 'not-well-formed'],
  ['nothing', '', 'not-well-formed'],
  ['another document', '<html/>', 'not-xdomea'],
  ['a version of tomorrow', good.replaceAll('schema:4.0.0', 'schema:9.0.0'), 'unknown-version'],
  [
    'a message that the version does not have',
    good.replaceAll('BestaetigenX', '').replaceAll('AnbietungEmpfangBestaetigen.0504', 'Neu.0599'),
    'unknown-message',
  ],
  ['an element named __proto__', '<__proto__><constructor/></__proto__>', 'not-xdomea'],
];

for (const [name, input, reason] of attacks) {
  test(`${name} is refused as ${reason}`, () => {
    const report = checkMessage(input);
    assert.equal(report.unreadable?.reason, reason);
    assert.equal(report.valid, false);
    assert.notEqual(explainUnreadable(reason, 'de'), explainUnreadable(reason, 'en'));
  });
}
