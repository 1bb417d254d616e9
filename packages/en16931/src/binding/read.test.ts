// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatDecimal } from '../decimal.ts';
import { fixture, materialMissing, officialMaterial } from '../fixtures.ts';
import {
  dateOf,
  decimalOf,
  everyGroup,
  firstValue,
  groupOf,
  groupsOf,
  type Invoice,
  sourceOf,
  textIn,
  type Value,
} from '../model/invoice.ts';
import { terms } from '../model/terms.ts';
import { decode } from '../xml/decode.ts';
import { parseXml } from '../xml/parse.ts';
import { Unreadable } from '../xml/unreadable.ts';
import { readTree } from './read.ts';

function read(text: string): Invoice {
  return readTree(parseXml(text).root);
}

/** Where the suite itself gives its pairs differently: a filler for an element that UBL demands, a rounding amount of nought. */
const ownDifferences = new Set(['BT-13 Dummywert', 'BT-114 0']);
/** In this pair the suite has swapped city and post code in one of the two documents. */
const swapped = '03.06a-INVOICE_ubl.xml';

function shown(value: Value): string {
  const type = terms.get(value.term)?.type ?? 'text';
  if (type === 'date') return dateOf(value) ?? '';
  const decimal = ['amount', 'price', 'quantity', 'percentage'].includes(type) ? decimalOf(value) : undefined;
  return decimal === undefined ? value.text : formatDecimal(decimal);
}

/** What an invoice says, in a form that both syntaxes share: dates and numbers as such, no attributes. */
function said({ root }: Invoice): string[] {
  const values = [...everyGroup(root)].flatMap((group) => [...group.values.values()].flat());
  return [...new Set(values.filter((value) => terms.has(value.term)).map((value) => `${value.term} ${shown(value)}`))].sort();
}

test('the same invoice says the same in both syntaxes', () => {
  assert.deepEqual(said(read(fixture('cii'))), said(read(fixture('ubl'))));
});

test('every value knows its raw text, its line, its column and its path', () => {
  const invoice = read(fixture('ubl').replace('<cbc:ID>2026-0815</cbc:ID>', '<cbc:ID> 2026-0815\n</cbc:ID>'));
  const number = firstValue(invoice.root, 'BT-1');
  assert.equal(number?.raw, ' 2026-0815\n');
  assert.equal(number?.text, '2026-0815');
  assert.deepEqual(number === undefined ? undefined : sourceOf(number), { line: 7, column: 3, path: '/ubl:Invoice/cbc:ID' });
  const unit = firstValue(groupsOf(invoice.root, 'BG-25')[1], 'BT-130');
  assert.equal(unit === undefined ? '' : sourceOf(unit).path, '/ubl:Invoice/cac:InvoiceLine[2]/cbc:InvoicedQuantity/@unitCode');
});

test('note and subject are taken apart in UBL', () => {
  const note = groupOf(read(fixture('ubl')).root, 'BG-1');
  assert.equal(textIn(note, 'BT-21'), 'AAI');
  assert.equal(textIn(note, 'BT-22'), 'Wir danken für Ihren Auftrag.');
});

test('what the standard does not know is kept with its path', () => {
  const invoice = read(fixture('ubl').replace('<cbc:DueDate>', '<cbc:UUID>7</cbc:UUID><cbc:DueDate>'));
  assert.deepEqual(
    invoice.unknown.map((each) => sourceOf(each).path),
    ['/ubl:Invoice/cbc:UUID'],
  );
});

test('a tax total in the accounting currency is BT-111, the other BT-110', () => {
  const text = fixture('cii')
    .replace('<ram:InvoiceCurrencyCode>', '<ram:TaxCurrencyCode>USD</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>')
    .replace('<ram:RoundingAmount>', '<ram:TaxTotalAmount currencyID="USD">47.12</ram:TaxTotalAmount><ram:RoundingAmount>');
  const totals = groupOf(read(text).root, 'BG-22');
  assert.equal(textIn(totals, 'BT-110'), '43.40');
  assert.equal(textIn(totals, 'BT-111'), '47.12');
});

test('prefixes are of no matter, namespaces are', () => {
  const renamed = fixture('ubl').replaceAll('cbc:', 'x:').replace('xmlns:cbc=', 'xmlns:x=');
  assert.equal(textIn(read(renamed).root, 'BT-1'), '2026-0815');
  const foreign = fixture('ubl').replace('CommonBasicComponents-2"', 'SomethingElse"');
  assert.equal(textIn(read(foreign).root, 'BT-1'), '');
});

test('another root is refused by name', () => {
  assert.throws(
    () => read('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'),
    (error: unknown) => error instanceof Unreadable && error.reason === 'unknown-root',
  );
});

test('dates are calendar days', () => {
  const text = (day: string) => firstValue(read(fixture('ubl').replace('2026-11-02', day)).root, 'BT-2');
  assert.equal(dateOf(text('2026-11-02+01:00')), '2026-11-02');
  assert.equal(dateOf(text('2026-02-30')), undefined);
  assert.equal(dateOf(text('2.11.2026')), undefined);
});

test('the pairs of the official test suite say the same in both syntaxes', {
  skip: officialMaterial() === undefined ? materialMissing : false,
}, () => {
  const folder = path.join(officialMaterial() ?? '', 'xrechnung-testsuite', 'business-cases', 'standard');
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('_ubl.xml') && existsSync(path.join(folder, name.replace('_ubl', '_uncefact'))),
  );
  assert.ok(names.length >= 10);
  for (const name of names.filter((each) => each !== swapped)) {
    const [ubl, cii] = [name, name.replace('_ubl', '_uncefact')].map((file) =>
      said(read(decode(readFileSync(path.join(folder, file))))),
    );
    const own = (lines: readonly string[] = []) => lines.filter((line) => !ownDifferences.has(line));
    assert.deepEqual(own(cii), own(ubl), name);
  }
});
