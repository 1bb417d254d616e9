// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openInvoice } from '@fachwerk/en16931';
import { invoiceXml } from '../../../../test/invoice.ts';
import { glanceAt, pictureOf } from './picture.ts';

describe('what an invoice says', () => {
  const { invoice } = openInvoice(invoiceXml({ number: 'R-7' }));

  test('is drawn with its sums in the order in which they are added up, its VAT and its lines', () => {
    const picture = pictureOf(invoice);
    assert.deepEqual(
      picture.totals.map(({ term, text }) => `${term} ${text}`),
      ['BT-106 100.00', 'BT-109 100.00', 'BT-110 19.00', 'BT-112 119.00', 'BT-115 119.00'],
    );
    assert.deepEqual(picture.vat, [{ category: 'S', rate: '19', base: '100.00', tax: '19.00' }]);
    assert.deepEqual(picture.lines, [
      { no: '1', item: 'Ordner, breit', quantity: '10', unit: 'H87', price: '10.00', amount: '100.00', vat: 'S 19' },
    ]);
  });

  test('is known at a glance', () => {
    const { number, sellerKey, iban, amount, issuedOn, dueOn, buyerReference } = glanceAt(invoice);
    assert.deepEqual(
      [number, sellerKey, iban, amount, issuedOn, dueOn, buyerReference],
      ['R-7', 'DE123456788', 'DE75512108001245126199', '119.00', '2026-11-20', '2026-12-20', '04011000-1234512345-06'],
    );
  });
});
