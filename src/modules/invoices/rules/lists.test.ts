// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownCodes, shortagesOf } from './budget.ts';
import { compareList, type ListLine } from './compare-list.ts';
import { limitOf, withinLimit } from './limit.ts';
import type { ListName } from './lists.ts';
import { type Claim, matchesOf } from './match.ts';
import { finePart, suggestOffice } from './suggest-office.ts';

const units = new Set(['32.1', '32', '20']);
const tableOf = (text: string) => ({
  lines: text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(';').map((cell) => cell.trim()) })),
  findings: [],
});
const compare = (list: ListName, text: string, lines: readonly ListLine[] = []) =>
  compareList(list, tableOf(text), { lines, units });
const orders = 'Art;Nummer;Lieferant;Kennung;Betrag;Toleranz;Bis;Stelle\n';

describe('a list that is taken in', () => {
  test('reads amounts, days and shares as clerks write them', () => {
    const { lines, findings } = compare('commitments', `${orders}Auftrag;A-17;Sonnenschein;DE1;1.000,00;5 %;31.12.2026;32.1`);
    assert.deepEqual(findings, []);
    assert.equal(lines[0]?.key, 'order:a17');
    const { amount, tolerance, until } = lines[0]?.cells ?? {};
    assert.deepEqual([amount, tolerance, until], ['1000.00', '5', '2026-12-31']);
  });
  test('says what is added, changed, gone, and what stays', () => {
    const before = compare('limits', 'Stelle;Rolle;Betrag\n32;Leitung;500\n20;Leitung;10\n32.1;clerk;1').lines;
    const { changes, unchanged } = compare('limits', 'Stelle;Rolle;Betrag\n32;Leitung;600\n32.1;clerk;1\n20;clerk;5', before);
    assert.deepEqual(
      changes.map(({ change, key }) => `${change} ${key}`),
      ['changed 32:leitung', 'added 20:clerk', 'gone 20:leitung'],
    );
    assert.equal(unchanged, 1);
  });
  const wrong: [string, ListName, string, number, string][] = [
    ['a column is missing', 'limits', 'Stelle;Betrag\n32;5', 1, 'no-column'],
    ['an office that is not there', 'limits', 'Stelle;Rolle;Betrag\n99;Leitung;5', 2, 'no-unit'],
    ['an amount that is none', 'limits', 'Stelle;Rolle;Betrag\n32;Leitung;viel', 2, 'cell-wrong'],
    ['an empty cell', 'limits', 'Stelle;Rolle;Betrag\n32;;5', 2, 'cell-missing'],
    ['a formula', 'routing', 'Merkmal;Wert;Stelle\nLieferant;=1+1;32', 2, 'cell-odd'],
    ['the same twice', 'limits', 'Stelle;Rolle;Betrag\n32;Leitung;5\n32;leitung;6', 3, 'twice'],
    ['a day that is none', 'commitments', `${orders}Auftrag;1;S;;;;31.2.2026;32`, 2, 'cell-wrong'],
    ['nothing but headings', 'limits', 'Stelle;Rolle;Betrag', 1, 'empty'],
  ];
  for (const [name, list, text, line, reason] of wrong) {
    test(`${name}: nothing is taken over`, () => {
      const { findings, changes } = compare(list, text);
      assert.deepEqual([findings[0]?.line, findings[0]?.reason, changes.length], [line, `invoices.list.${reason}`, 0]);
    });
  }
});

describe('an invoice beside orders and contracts', () => {
  const order = {
    kind: 'order',
    number: 'A-2026-17',
    supplier: 'Sonnenschein GmbH',
    supplierId: 'DE1',
    amount: '1000.00',
    unit: '32.1',
  };
  const claim: Claim = {
    order: 'a 2026 17',
    contract: '',
    seller: 'Sonnenschein GmbH',
    sellerKey: 'DE1',
    amount: '119.00',
    issuedOn: '2026-11-20',
  };
  const kindsOf = (change: Partial<Claim>, cells: Record<string, string> = {}, used = '0') =>
    matchesOf({ ...claim, ...change }, [{ cells: { ...order, ...cells }, used }]).map((match) =>
      'cells' in match ? [match.by, match.left, ...match.differences.map(({ kind }) => kind)] : [match.by, match.number],
    );
  const cases: [string, Partial<Claim>, Record<string, string>, string, unknown[]][] = [
    ['fits', {}, {}, '0', [['order', '1000.00']]],
    ['what others took of it is no longer there', {}, {}, '900.00', [['order', '100.00', 'amount']]],
    ['within the tolerance it is no difference', {}, { tolerance: '2' }, '900.00', [['order', '100.00']]],
    ['from somebody else', { sellerKey: 'DE9', seller: 'Meier' }, {}, '0', [['order', '1000.00', 'supplier']]],
    ['after the end', {}, { until: '2026-11-19' }, '0', [['order', '1000.00', 'expired']]],
    ['names an order that nobody knows', { order: 'A-99' }, {}, '0', [['unknown-order', 'A-99']]],
    ['names none, but the supplier has one', { order: '' }, {}, '0', [['supplier', '1000.00']]],
    ['names none: what is left is a hint, no difference', { order: '' }, {}, '950.00', [['supplier', '50.00']]],
    ['names none, and the supplier has none', { order: '', sellerKey: 'DE9' }, {}, '0', []],
    ['by the name where the list has no number', { order: '' }, { supplierId: '' }, '0', [['supplier', '1000.00']]],
  ];
  for (const [name, change, cells, used, expected] of cases) {
    test(name, () => assert.deepEqual(kindsOf(change, cells, used), expected));
  }
});

describe('the office that is suggested', () => {
  const cells = { kind: 'order', number: 'A-17', unit: '20' };
  const facts = {
    buyerReference: '04011000-1234512345-06',
    sellerKey: 'DE1',
    matches: [{ by: 'order' as const, cells, left: undefined, differences: [] }],
    routing: [
      { by: 'supplier', value: 'de 1', unit: '32' },
      { by: 'fine-part', value: '1234512345', unit: '32.1' },
    ],
    lastUnit: '99',
  };
  const cases: [string, Partial<typeof facts>, string, string][] = [
    ['by the order first', {}, 'order', '20'],
    ['then by the fine part of the Leitweg-ID', { matches: [] }, 'fine-part', '32.1'],
    ['then by the rule for the supplier', { matches: [], buyerReference: '04011000-06' }, 'supplier-rule', '32'],
    ['else where the last one went', { matches: [], routing: [] }, 'history', '99'],
  ];
  for (const [name, change, reason, unit] of cases) {
    test(name, () => {
      const found = suggestOffice({ ...facts, ...change });
      assert.deepEqual([found?.reason, found?.unit], [reason, unit]);
    });
  }
  test('a Leitweg-ID may have no fine part', () => {
    assert.deepEqual(['991-03730-19', '073355010000-43', ''].map(finePart), ['03730', '', '']);
  });
});

describe('the limit for orders', () => {
  const head = { unit: '32', role: 'head', roleName: 'Leitung' };
  const limits = [
    { unit: '32', role: 'Leitung', amount: '1000.00' },
    { unit: '20', role: 'head', amount: '50000.00' },
  ];
  const above = new Set(['32.1', '32', '00']);
  test('is that of the function held in the office or above', () => {
    assert.equal(limitOf([head], above, limits), '1000.00');
    assert.equal(limitOf([head, { ...head, unit: '20' }], above, limits), '1000.00');
  });
  test('is none for a function without an entry', () =>
    assert.equal(limitOf([{ ...head, unit: '32.1' }], above, limits), undefined));
  test('stops one cent above it', () => {
    assert.equal(withinLimit('1000.00', '1000.00'), undefined);
    assert.equal(withinLimit('1000.01', '1000.00')?.reason, 'invoices.above-limit');
    assert.equal(withinLimit('1000000.00', undefined), undefined);
  });
});

describe('budget codes', () => {
  const rows = [{ code: '11.1', amount: '100.00', measure: '' }];
  test('a code that is not in the year’s list is refused; without a list none is', () => {
    assert.equal(knownCodes(rows, ['11.2'], 2026)?.reason, 'invoices.allocation.unknown-code');
    assert.equal(knownCodes(rows, ['11.1'], 2026), undefined);
    assert.equal(knownCodes(rows, [], 2026), undefined);
  });
  test('means that do not suffice are said to the cent', () => {
    const code = { code: '11.1', title: 'Büro', available: '1000.00', taken: '900.01' };
    assert.deepEqual(shortagesOf(rows, [code]), [{ code: '11.1', title: 'Büro', left: '99,99', wanted: '100,00' }]);
    assert.deepEqual(shortagesOf(rows, [{ ...code, taken: '900.00' }]), []);
    assert.deepEqual(shortagesOf(rows, [{ ...code, available: '' }]), []);
  });
});
