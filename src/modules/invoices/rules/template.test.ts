// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../../kernel/refusal.ts';
import { readTemplate, type Template } from './read-template.ts';
import { exampleTemplate, sampleBatch } from './sample-batch.ts';
import { encodeText, writeByTemplate } from './write-template.ts';

const read = (text: string): Template => {
  const template = readTemplate(text);
  return template instanceof Refusal ? assert.fail(template.reason) : template;
};

describe('a template for batches', () => {
  test('in fixed width: every line equally long, amounts in cents, filled from the left', () => {
    const { text, problems } = writeByTemplate(read(exampleTemplate), sampleBatch);
    const lines = text.split('\r\n').slice(0, -1);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      lines.map(({ length }) => length),
      [160, 160],
    );
    assert.ok(lines[0]?.startsWith('ZA00000111.1.01.5431000     000000100000DE75512108001245126199'));
    assert.match(lines[1] ?? '', /000000023450DE.*2026122020261204$/);
  });
  test('as CSV with its own separator, headings, commas and days', () => {
    const { text } = writeByTemplate(
      read(
        'form = csv\ntrenner = |\ndezimal = ,\ndatum = TT.MM.JJJJ\nfeld nummer; Beleg\nfeld betrag; Betrag\nfeld faellig; Fällig',
      ),
      sampleBatch,
    );
    assert.equal(text, 'Beleg|Betrag|Fällig\r\nR-2026-0815|1000,00|20.12.2026\r\nR-2026-0815|234,50|20.12.2026\r\n');
  });
  test('as XML, with every sign escaped', () => {
    const [first] = sampleBatch.orders;
    assert.ok(first);
    const orders = [{ ...first, order: { ...first.order, payee: 'A & B <GmbH>', codes: first.order.codes.slice(0, 1) } }];
    const { text } = writeByTemplate(read('form = xml\nwurzel = Lauf\nsatz = Zahlung\nfeld empfaenger; Name'), { no: 7, orders });
    assert.match(text, /<Lauf>\n {2}<Zahlung>\n {4}<Name>A &amp; B &lt;GmbH&gt;<\/Name>\n {2}<\/Zahlung>\n<\/Lauf>/);
  });
  test('never cuts an amount or an account, but may cut a name', () => {
    const kinds = (field: string) =>
      writeByTemplate(read(`form = fest\nfeld ${field}; X; 3`), sampleBatch).problems.map(({ kind }) => kind);
    assert.deepEqual([kinds('iban'), kinds('empfaenger')], [['too-long', 'too-long'], []]);
  });
  test('says where latin1 has no letter, and writes umlauts as one byte', () => {
    const [first] = sampleBatch.orders;
    assert.ok(first);
    const orders = [{ ...first, order: { ...first.order, payee: 'Öztürk Çağlar' } }];
    const { text, problems } = writeByTemplate(read('form = csv\nzeichen = latin1\nfeld empfaenger'), { no: 1, orders });
    assert.equal(problems[0]?.kind, 'no-letter');
    assert.equal(encodeText(text, 'latin1').length, [...text].length);
  });
  const wrong: [string, string, string][] = [
    ['no form', 'feld betrag; B; 5', 'no-form'],
    ['no field', 'form = csv', 'no-fields'],
    ['a value that is none', 'form = csv\nfeld unsinn', 'line'],
    ['a setting that is none', 'form = csv\nfarbe = rot\nfeld betrag', 'line'],
    ['fixed width without a width', 'form = fest\nfeld betrag', 'no-width'],
    ['an element that cannot be one', 'form = xml\nfeld betrag; 1 <Betrag>', 'no-name'],
  ];
  for (const [name, text, reason] of wrong) {
    test(`${name} is refused`, () => {
      const outcome = readTemplate(text);
      assert.equal(outcome instanceof Refusal ? outcome.reason : '', `invoices.template.${reason}`);
    });
  }
});
