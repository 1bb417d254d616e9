// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTree } from '../binding/read.ts';
import { parseTable } from '../conformance/table.ts';
import { fixture, materialMissing, officialMaterial } from '../fixtures.ts';
import { everyGroup, type Invoice } from '../model/invoice.ts';
import { decode } from '../xml/decode.ts';
import { parseXml, usualLimits } from '../xml/parse.ts';
import { writeInvoice } from './write.ts';

const lenient = { ...usualLimits, skipInstructions: true };

/** All business terms of an invoice with their groups, raw texts and attributes. */
function termsOf({ root }: Invoice): string[] {
  const found: string[] = [];
  for (const group of everyGroup(root)) {
    for (const [term, values] of group.values) {
      if (term.startsWith('BT-'))
        for (const value of values)
          found.push(`${group.id} ${term} ${value.attribute ?? JSON.stringify(value.attributes)} ${value.raw}`);
    }
  }
  return found.sort();
}

function assertKept(text: string, label: string): void {
  const invoice = readTree(parseXml(text, lenient).root);
  const again = readTree(parseXml(writeInvoice(invoice)).root);
  assert.deepEqual(termsOf(again), termsOf(invoice), label);
}

test('reading what was written gives every business term again, in both syntaxes', () => {
  for (const syntax of ['ubl', 'cii'] as const) assertKept(fixture(syntax), syntax);
});

test('a written invoice keeps no unknown elements and is as valid as before', () => {
  const invoice = readTree(parseXml(fixture('cii')).root);
  assert.deepEqual(readTree(parseXml(writeInvoice(invoice)).root).unknown, []);
});

test('whatever characters a text has, and whichever terms are left out, the rest is kept', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'ß', '<', '>', '&', '"', "'", '\n', '\t', '#', ']]>', '€', '𝄞', ' ') });
  fc.assert(
    fc.property(fc.constantFrom('ubl' as const, 'cii' as const), texts, fc.infiniteStream(fc.nat(9)), (syntax, text, dice) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const changed = fixture(syntax).replace(
        /<((?:cbc|ram):[A-Za-z]+)([^<>]*)>([^<>]*)<\/\1>/g,
        (leaf, name: string, attributes: string, old: string) => {
          const roll = dice.next().value;
          const structural = /Indicator|TypeCode|TaxScheme|^VAT$/.test(name + old) || name === 'cbc:Note';
          if (structural || roll > 2) return leaf;
          return roll === 0 ? '' : `<${name}${attributes}>${escaped}</${name}>`;
        },
      );
      assertKept(changed, text);
    }),
    { numRuns: 60 },
  );
});

test('every document of the official material is kept', {
  skip: officialMaterial() === undefined ? materialMissing : false,
}, () => {
  const folder = officialMaterial() ?? '';
  const rows = parseTable(readFileSync(path.join(folder, 'oracle.tsv'), 'utf8'));
  for (const row of rows.filter((_row, position) => position % 5 === 0))
    assertKept(decode(readFileSync(path.join(folder, row['path'] ?? ''))), row['path'] ?? '');
});
