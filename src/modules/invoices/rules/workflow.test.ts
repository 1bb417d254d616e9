// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseDecimal } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';
import { allocated, readAllocation, suggestRows } from './allocation.ts';
import { comparePdf } from './compare-pdf.ts';
import { readConfirmations } from './confirmation.ts';
import { dueOn, lastSkontoDay, urgency } from './due.ts';
import { batchToCsv, type Ordered, paymentOrder, totalOf } from './payment-order.ts';
import { refusalLetter } from './refusal-letter.ts';
import { type Known, warningsOf } from './warnings.ts';
import { allAllocated, apartFromPayment, fourEyes, mayStep, showAmount } from './workflow.ts';

const reasonOf = (outcome: unknown) => (outcome instanceof Refusal ? outcome.reason : outcome);

describe('four eyes', () => {
  const doers = [
    { step: 'checked', person: 'registry', represented: null },
    { step: 'factual', person: 'anna', represented: null },
    { step: 'arithmetic', person: 'bert', represented: 'clara' },
  ];
  const cases: [string, string, string | null, string | undefined][] = [
    ['another person may order', 'dora', null, undefined],
    ['who only checked the form may order', 'registry', null, undefined],
    ['who certified factually may not', 'anna', null, 'invoices.four-eyes'],
    ['who certified arithmetically may not', 'bert', null, 'invoices.four-eyes'],
    ['nor the person in whose name it was certified', 'clara', null, 'invoices.four-eyes'],
    ['nor a deputy of the person who certified', 'dora', 'anna', 'invoices.four-eyes'],
  ];
  for (const [name, person, represented, reason] of cases) {
    test(name, () => assert.equal(reasonOf(fourEyes(doers, { person, represented })), reason));
  }

  test('who ordered takes no part in the payment, a third person does', () => {
    const all = [...doers, { step: 'ordered', person: 'dora', represented: null }];
    assert.equal(reasonOf(apartFromPayment(all, { person: 'dora', represented: null })), 'invoices.not-your-payment');
    assert.equal(apartFromPayment(all, { person: 'emil', represented: null }), undefined);
  });
});

describe('a step', () => {
  test('begins only where the invoice stands, and as the person saw it', () => {
    assert.equal(mayStep({ state: 'factual', lock: 3 }, ['factual'], 3), undefined);
    assert.equal(reasonOf(mayStep({ state: 'received', lock: 3 }, ['factual'], 3)), 'invoices.not-now.received');
    assert.equal(reasonOf(mayStep({ state: 'factual', lock: 4 }, ['factual'], 3)), 'invoices.changed-since-read');
  });
});

describe('the allocation', () => {
  const cases: [string, string, string][] = [
    ['one line in German', '11.1.01.5431000; 1.250,00', '1250.00'],
    ['two lines, one with a measure', '11.1.01; 100,00; Radweg\n54-1; 19,00', '119.00'],
    ['as a machine writes it', '11.1.01;1250.5', '1250.50'],
    ['a credit', '11.1.01;-3,10', '-3.10'],
  ];
  for (const [name, text, total] of cases) {
    test(name, () => {
      const rows = readAllocation(text);
      assert.ok(!(rows instanceof Refusal));
      assert.equal(allAllocated(parseDecimal(total), allocated(rows)), undefined);
    });
  }
  const claim = {
    amount: parseDecimal('357.00'),
    lines: new Map([
      ['1', { net: '100.00', rate: '19' }],
      ['2', { net: '200.00', rate: '19' }],
    ]),
  };
  const spelled: [string, string, string[]][] = [
    ['shares', '11.1; 30 %\n11.2; 70 %', ['107.10', '249.90']],
    ['lines of the invoice with their VAT', '11.1; Pos. 1\n11.2; Position 2', ['119.00', '238.00']],
    ['several lines and what is left', '11.1; 57,00\n11.2; Rest', ['57.00', '300.00']],
  ];
  for (const [name, text, amounts] of spelled) {
    test(name, () => {
      const rows = readAllocation(text, claim);
      assert.deepEqual(rows instanceof Refusal ? rows.reason : rows.map(({ amount }) => amount), amounts);
    });
  }
  test('a line that the invoice does not have, or two rests, are refused', () => {
    assert.equal(reasonOf(readAllocation('11.1; Pos. 9', claim)), 'invoices.allocation.amount');
    assert.equal(reasonOf(readAllocation('11.1; Rest\n11.2; Rest', claim)), 'invoices.allocation.one-rest');
  });
  test('of the last invoice is a beginning: one code takes all, of several the last takes the rest', () => {
    const row = (code: string, amount: string) => ({ code, amount, measure: '' });
    assert.equal(suggestRows([row('11.1', '5.00')], claim.amount), '11.1; 357,00');
    assert.equal(suggestRows([row('11.1', '5.00'), row('11.2', '6.00')], claim.amount), '11.1; 5,00\n11.2; Rest');
  });
  const wrong: [string, string, string][] = [
    ['nothing', ' \n', 'invoices.allocation.none'],
    ['no amount', '11.1.01', 'invoices.allocation.amount'],
    ['three decimals', '11.1.01; 1,234', 'invoices.allocation.amount'],
    ['a formula for a code', '=1+1; 3,00', 'invoices.allocation.code'],
  ];
  for (const [name, text, reason] of wrong) test(name, () => assert.equal(reasonOf(readAllocation(text)), reason));

  test('one cent too little waits', () => {
    const no = allAllocated(parseDecimal('119.00'), parseDecimal('118.99')!);
    assert.deepEqual([no?.reason, no?.details['allocated']], ['invoices.not-all-allocated', '118,99']);
  });
  test('amounts are shown as clerks write them', () => {
    assert.deepEqual(
      ['1234567.5', '-1000', '0.1'].map((text) => showAmount(parseDecimal(text)!)),
      ['1.234.567,50', '-1.000,00', '0,10'],
    );
  });
});

describe('when an invoice is due', () => {
  test('as it says, else thirty days after receipt', () => {
    assert.equal(dueOn('2026-12-20', '2026-11-30'), '2026-12-20');
    assert.equal(dueOn(undefined, '2026-11-30'), '2026-12-30');
    assert.equal(dueOn('2026-02-30', '2026-01-31'), '2026-03-02');
  });
  test('the best discount counts, from the invoice date', () => {
    const terms = '#SKONTO#TAGE=7#PROZENT=1.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\n';
    assert.equal(lastSkontoDay(terms, '2026-11-20'), '2026-12-04');
    assert.equal(lastSkontoDay('zahlbar sofort', '2026-11-20'), undefined);
    assert.equal(lastSkontoDay(terms, undefined), undefined);
  });
  test('a discount that has gone by hurries nobody', () => {
    const it = { dueOn: '2026-12-20', skontoOn: '2026-12-04' };
    assert.equal(urgency(it, '2026-12-04'), '2026-12-04');
    assert.equal(urgency(it, '2026-12-05'), '2026-12-20');
  });
});

describe('warnings', () => {
  const first: Known = {
    id: 'a',
    number: 'R-001',
    seller: 'Sonnenschein GmbH',
    sellerKey: 'DE1',
    iban: 'DE75',
    amount: '119.00',
    issuedOn: '2026-11-20',
    content: 'a',
    mail: 'post@sonnenschein.example',
  };
  const cases: [string, Partial<Known & { notes: string }>, string[]][] = [
    ['nothing conspicuous', { number: 'R-002' }, []],
    ['the same number, written otherwise', { number: 'r 001' }, ['duplicate']],
    ['a new account', { number: 'R-002', iban: 'DE99' }, ['changed-iban']],
    ['a reminder', { number: 'R-002', notes: '2. Mahnung' }, ['reminder']],
    ['a name that only looks like it', { seller: 'Sonnenschien GmbH', sellerKey: 'DE9', number: 'X' }, ['look-alike']],
    ['the same bytes in another file', { content: 'a' }, ['same-bytes']],
    ['the same amount on the same day', { number: 'R-002', issuedOn: '2026-11-20' }, ['same-amount']],
    ['a mail that only looks like theirs', { number: 'R-002', mail: 'post@sonnenschien.example' }, ['look-alike-mail']],
    ['another name', { seller: 'Tiefbau Meier KG', sellerKey: 'DE9', number: 'R-001' }, []],
  ];
  test('what came later does not make the honest one of before look wrong', () => {
    const later = {
      ...first,
      id: 'b',
      content: 'b',
      number: 'R-002',
      iban: 'DE99',
      mail: 'post@sonnenschien.example',
      issuedOn: '2026-12-01',
    };
    assert.deepEqual(warningsOf({ ...first, notes: '' }, [later]), []);
  });
  for (const [name, change, kinds] of cases) {
    test(name, () => {
      const found = warningsOf({ ...first, issuedOn: '2026-11-21', content: 'b', notes: '', ...change, id: 'b' }, [first]);
      assert.deepEqual(
        found.map(({ kind }) => kind),
        kinds,
      );
    });
  }
});

describe('the picture of a PDF', () => {
  const sought = { number: 'R-001', issuedOn: '2026-11-20', amount: '1119.00', iban: 'DE75512108001245126199' };
  const good = 'Rechnung R-001 vom 20. November 2026 … zu zahlen 1.119,00 € auf DE75 5121 0800 1245 1261 99';
  const cases: [string, string, string[]][] = [
    ['shows the same', good, []],
    ['shows another amount that ends alike', good.replace('1.119,00', '11.119,00'), ['BT-115']],
    ['shows the same, grouped by blanks', good.replace('1.119,00', '1 119,00'), []],
    ['shows the same, with the next line close by', good.replace('2026 …', '2026\n4 x Stuhl').replace('zu zahlen', '\n'), []],
    ['shows another account', good.replace('DE75', 'DE76'), ['BT-84']],
    ['shows another day', good.replace('20. November', '21. November'), ['BT-2']],
  ];
  for (const [name, text, terms] of cases) {
    test(name, () =>
      assert.deepEqual(
        comparePdf(text, sought)
          .filter(({ found }) => !found)
          .map(({ term }) => term),
        terms,
      ),
    );
  }
});

test('119,00 does not stand in 1 119,00 of a PDF, but does behind a number of pieces', () => {
  const found = (text: string) => comparePdf(text, { number: '', issuedOn: null, iban: '', amount: '19.00' })[0]?.found;
  assert.deepEqual(['1.019,00', '119,00', '4 19,00', '19,00 4'].map(found), [false, false, true, true]);
  const hundred = (text: string) => comparePdf(text, { number: '', issuedOn: null, iban: '', amount: '119.00' })[0]?.found;
  assert.deepEqual(['1 119,00', 'EUR 119,00'].map(hundred), [false, true]);
});

describe('the letter of refusal', () => {
  test('names each rule once, with what is wrong and what to do', () => {
    const finding = { rule: 'BR-CO-16', level: 'error', source: { line: 40, column: 1, path: '/' }, observed: '118.00' } as const;
    const facts = {
      seller: 'Sonnenschein',
      number: 'R-001',
      issuedOn: '20.11.2026',
      receivedOn: '30.11.2026',
      reason: 'Summe falsch',
    };
    const letter = refusalLetter({ ...facts, findings: [finding, finding, { ...finding, rule: 'BR-DE-21', level: 'warning' }] });
    assert.equal(letter.split('Regel BR-CO-16').length, 2);
    assert.match(letter, /Was zu tun ist: \S/);
    assert.match(letter, /Grund: Summe falsch/);
    assert.doesNotMatch(letter, /BR-DE-21/);
  });
});

describe('the payment order', () => {
  const day = '2026-12-01';
  const ordered: Ordered = {
    id: 'i',
    number: 'R-001',
    seller: '=Sonnenschein',
    iban: 'DE75',
    amount: '119.00',
    currency: 'EUR',
    issuedOn: '2026-11-20',
    dueOn: '2026-12-20',
    terms: '#SKONTO#TAGE=14#PROZENT=2.00#\n',
    rows: [
      { code: '11.1', amount: '100.00', measure: '' },
      { code: '11.2', amount: '19.00', measure: 'M' },
    ],
    steps: { factual: { day, name: 'Anna' }, arithmetic: { day, name: 'Bert' }, ordered: { day, name: 'Dora' } },
  };
  const lacking: [string, Partial<Ordered>, string][] = [
    ['no amount', { amount: null }, 'amount'],
    ['no payee', { seller: '' }, 'payee'],
    ['no account', { iban: '' }, 'iban'],
    ['no budget code', { rows: [] }, 'codes'],
    ['no certification', { steps: { ordered: { day, name: 'Dora' } } }, 'certified'],
    ['no order', { steps: { ...ordered.steps, ordered: undefined } as never }, 'ordered'],
  ];
  for (const [name, change, field] of lacking) {
    test(`${name} is refused`, () =>
      assert.equal(reasonOf(paymentOrder({ ...ordered, ...change }, day)), `invoices.order-lacks.${field}`));
  }
  test('has all ten fields of § 8 KomKBVO and adds up', () => {
    const record = paymentOrder(ordered, day);
    assert.ok(!(record instanceof Refusal));
    assert.equal(Object.keys(record.order).length, 10);
    assert.equal(totalOf([record, record]), '238.00');
  });
  test('says the discount that can still be had, and none that has gone by', () => {
    const [now, late] = [paymentOrder(ordered, '2026-12-04'), paymentOrder(ordered, '2026-12-05')];
    assert.ok(!(now instanceof Refusal || late instanceof Refusal));
    assert.deepEqual(now.skonto, { until: '2026-12-04', percent: '2', saving: '2.38' });
    assert.equal(late.skonto, null);
  });
  test('as a table has a line for each budget code, and no formula', () => {
    const record = paymentOrder(ordered, day);
    assert.ok(!(record instanceof Refusal));
    const lines = batchToCsv([record]).trim().split('\r\n');
    assert.equal(lines.length, 3);
    assert.match(lines[1]!, /;100,00;EUR;.*;'=Sonnenschein;/);
  });
});

describe('the confirmation of the finance system', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  test('is read line by line', () => {
    assert.deepEqual(readConfirmations(`${id};B-17;2026-12-03\r\n`), [{ invoice: id, booking: 'B-17', paidOn: '2026-12-03' }]);
  });
  const wrong: [string, string, string][] = [
    ['an id that is none', 'x;B;2026-12-03', 'line'],
    ['a day that is none', `${id};B;2026-02-30`, 'line'],
    ['the same order twice', `${id};B;2026-12-03\n${id};C;2026-12-03`, 'twice'],
    ['nothing', '', 'count'],
  ];
  for (const [name, text, reason] of wrong) {
    test(name, () => assert.equal(reasonOf(readConfirmations(text)), `invoices.confirmation.${reason}`));
  }
});
