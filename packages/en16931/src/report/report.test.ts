// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from '../fixtures.ts';
import { validate } from '../validate.ts';
import { reportToCsv } from './csv.ts';
import { reportToHtml } from './html.ts';
import { hasScenario, overriddenLevel } from './levels.ts';

const faulty = fixture('ubl')
  .replace('<cbc:ID>2026-0815</cbc:ID>', '')
  .replace('>300.00<', '>300.01<')
  .replace('unitCode="C62"', 'unitCode="&lt;script&gt;"');
const day = '2026-11-22';

test('a report names rule, level, class, place, what was found and what was expected', () => {
  const due = validate(faulty, { day }).findings.find((finding) => finding.rule === 'BR-CO-16');
  assert.equal(due?.level, 'error');
  assert.equal(due?.observed, '300.01');
  assert.equal(due?.expected, '300.00');
  assert.match(due?.source.path ?? '', /LegalMonetaryTotal$/);
  assert.ok((due?.source.line ?? 0) > 100);
});

test('faults are counted in the three classes of the ministry, the recommendation stands beside them', () => {
  const report = validate(faulty, { day });
  assert.deepEqual(report.faults, { format: 0, 'business-rule': 1, content: 1 });
  assert.equal(report.recommendation, 'reject');
  assert.equal(validate(fixture('ubl'), { day }).recommendation, 'accept');
  assert.equal(validate('kein XML', { day }).faults.format, 1);
});

test('a report made again for the same day is the same, byte for byte', () => {
  assert.equal(JSON.stringify(validate(faulty, { day })), JSON.stringify(validate(faulty, { day })));
  assert.deepEqual(JSON.parse(JSON.stringify(validate(faulty, { day }))), JSON.parse(JSON.stringify(validate(faulty, { day }))));
});

test('on a day before XRechnung 3.0 only the rules of the standard are asked', () => {
  const text = fixture('ubl').replace('<cbc:BuyerReference>04011000-12345-03</cbc:BuyerReference>', '');
  assert.deepEqual(
    validate(text, { day }).findings.map((finding) => finding.rule),
    ['BR-DE-15'],
  );
  assert.deepEqual(validate(text, { day: '2023-06-01' }).findings, []);
});

test('KoSIT changes the weight of some rules by scenario', () => {
  assert.equal(overriddenLevel('BR-CL-23', 'xrechnung', 'cii'), 'warning');
  assert.equal(overriddenLevel('BR-CO-16', 'xrechnung-extension', 'ubl-invoice'), 'information');
  assert.equal(overriddenLevel('CII-SR-452', 'xrechnung', 'cii'), 'error');
  assert.equal(overriddenLevel('BR-CO-16', 'xrechnung', 'ubl-invoice'), undefined);
  assert.equal(hasScenario('peppol', 'ubl-invoice'), false);
  const unit = validate(faulty, { day }).findings.find((finding) => finding.rule === 'BR-CL-23');
  assert.deepEqual([unit?.level, unit?.ruleLevel], ['warning', 'error']);
});

test('the page is well formed in each language and no text of the invoice becomes markup', () => {
  for (const language of ['de', 'en', 'tr'] as const) {
    const page = reportToHtml(validate(faulty, { day }), language);
    assert.ok(page.startsWith(`<!doctype html>\n<html lang="${language}">`));
    assert.ok(page.includes('<th scope="row">BR-02</th>'));
    assert.doesNotMatch(page, /<script/);
    assert.equal(page.match(/<tr/g)?.length, page.match(/<\/tr>/g)?.length);
  }
  assert.match(reportToHtml(validate('<!DOCTYPE x><x/>', { day }), 'de'), /DOCTYPE-Angabe/);
  assert.match(reportToHtml(validate(fixture('cii'), { day }), 'de'), /nichts beanstandet/);
});

test('cells of the table that begin like a formula are defused', () => {
  const report = validate(fixture('ubl').replace('unitCode="C62"', 'unitCode="=1+1"'), { day });
  const csv = reportToCsv(report, 'de');
  assert.match(csv, /"'=1\+1"/);
  assert.equal(csv.charCodeAt(0), 0xfeff);
  assert.ok(csv.endsWith('\r\n'));
});

test('profiles that are accounting aids are no invoices', () => {
  const text = fixture('cii').replace(/urn:cen\.eu:en16931:2017#compliant#[^<]*/, 'urn:factur-x.eu:1p0:minimum');
  assert.equal(validate(text, { day }).unreadable?.reason, 'not-an-invoice');
});

test('a document with a hundred thousand faults is judged in seconds, and its report stays short', () => {
  const empty = '<cbc:UUID/>'.repeat(60_000);
  const subtotal = (rate: number) =>
    `<cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">1</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">9</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>`;
  const subtotals = Array.from({ length: 10_000 }, (_each, rate) => subtotal(rate + 20)).join('');
  const text = fixture('ubl')
    .replace('<cbc:DueDate>', `${empty}<cbc:DueDate>`)
    .replace('<cac:TaxSubtotal>', `${subtotals}<cac:TaxSubtotal>`);
  const start = performance.now();
  const report = validate(text, { day });
  assert.ok(performance.now() - start < 20_000, `${Math.round(performance.now() - start)} ms`);
  assert.ok(report.counts.error > 60_000);
  assert.ok(report.omitted > 60_000);
  assert.ok(report.findings.length < 5000);
});
