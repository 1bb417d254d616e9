// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDecimal } from '../decimal.ts';
import { fixture, withLines } from '../fixtures.ts';
import { validate } from '../validate.ts';
import { restrictions } from '../syntax/forbidden.ts';
import { bindingRules, businessRules, germanRules, ruleCatalogue } from './catalogue.ts';
import { profileOf, specifications } from './profile.ts';
import { isIban } from './xrechnung/iban.ts';
import { skontoOf, skontoWrong } from './xrechnung/skonto.ts';

const rulesOf = (text: string) => [...new Set(validate(text).findings.map((finding) => finding.rule))].sort();

test('there are as many rules as the official artefacts have', () => {
  assert.equal(businessRules.length, 223);
  assert.equal(
    new Set([...restrictions.ubl.map(({ id }) => id), ...bindingRules.filter((rule) => rule.only === 'ubl').map(({ id }) => id)])
      .size,
    756,
  );
  assert.equal(
    new Set([...restrictions.cii.map(({ id }) => id), ...bindingRules.filter((rule) => rule.only === 'cii').map(({ id }) => id)])
      .size,
    583,
  );
  const german = [...germanRules.base, ...germanRules.extension, ...germanRules.cvd].map(({ id }) => id);
  assert.equal(german.filter((id) => !id.startsWith('PEPPOL')).length, 57);
  assert.equal(new Set(german.filter((id) => id.startsWith('PEPPOL')).map((id) => id.replace(/-\d$/, ''))).size, 21);
});

test('no two rules share an id', () => {
  const ids = [...businessRules, ...bindingRules, ...germanRules.base, ...germanRules.extension, ...germanRules.cvd].map(
    ({ id }) => id,
  );
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ruleCatalogue().size >= 1600);
});

test('both invented invoices are without a finding', () => {
  assert.deepEqual(rulesOf(fixture('ubl')), []);
  assert.deepEqual(rulesOf(fixture('cii')), []);
});

test('amounts on which binary floats fail are right', () => {
  const text = fixture('ubl').replace('>250.00<', '>250.000<').replace('>3.40<', '>3.4<').replace('>0.00<', '>0<');
  assert.deepEqual(rulesOf(text), ['BR-DEC-09', 'UBL-DT-01']);
});

test('sums of a thousand lines are exact in both syntaxes', () => {
  for (const syntax of ['ubl', 'cii'] as const) assert.deepEqual(rulesOf(withLines(syntax, 1000)), [], syntax);
});

test('a sum that is a cent off is found, whatever the amounts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom(-1, 1), (cents, off) => {
      const wrong = formatDecimal({ units: BigInt(25_000 + off * cents), scale: 2 }, 2);
      assert.ok(
        rulesOf(
          fixture('ubl').replace(
            '<cbc:LineExtensionAmount currencyID="EUR">250.00',
            `<cbc:LineExtensionAmount currencyID="EUR">${wrong}`,
          ),
        ).includes('BR-CO-10'),
      );
    }),
    { numRuns: 25 },
  );
});

test('a value that is no number is reported as such, and no sum is judged by it', () => {
  const report = validate(fixture('ubl').replace('>250.00<', '>zweihundert<'));
  assert.ok(report.findings.some((finding) => finding.rule === 'FW-NUMBER' && finding.observed === 'zweihundert'));
  assert.ok(!report.findings.some((finding) => finding.rule === 'BR-CO-10'));
});

test('the profile is what BT-24 says', () => {
  assert.equal(profileOf(specifications.cius), 'xrechnung');
  assert.equal(profileOf(specifications.extension), 'xrechnung-extension');
  assert.equal(profileOf(specifications.cvd), 'xrechnung-cvd');
  assert.equal(profileOf('urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3'), 'xrechnung-other');
  assert.equal(profileOf('urn:factur-x.eu:1p0:minimum'), 'no-invoice');
  assert.equal(profileOf('urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended'), 'factur-x');
  assert.equal(profileOf('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'), 'peppol');
  assert.equal(profileOf(''), 'unknown');
});

test('German rules are asked of XRechnung only, unless the recipient demands them', () => {
  const plain = fixture('ubl')
    .replace(specifications.cius, specifications.en)
    .replace('<cbc:BuyerReference>04011000-12345-03</cbc:BuyerReference>', '');
  assert.deepEqual(rulesOf(plain), []);
  const demanded = validate(plain, { demand: 'xrechnung' }).findings.map((finding) => finding.rule);
  assert.deepEqual(demanded.sort(), ['BR-DE-15', 'BR-DE-21']);
});

test('an IBAN is checked by its form and its check digits', () => {
  for (const right of [
    'DE75512108001245126199',
    'DE75 5121 0800 1245 1261 99',
    'TR330006100519786457841326',
    'GB82WEST12345698765432',
  ])
    assert.ok(isIban(right), right);
  for (const wrong of ['', 'DE75512108001245126198', 'de75512108001245126199', 'DE7551210800124512619!', '75512108001245126199'])
    assert.ok(!isIban(wrong), wrong);
});

test('one wrong digit in an IBAN is always found', () => {
  const iban = 'DE75512108001245126199';
  fc.assert(
    fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
      const digit = (Number(iban[position]) + shift) % 10;
      assert.ok(!isIban(iban.slice(0, position) + digit + iban.slice(position + 1)));
    }),
  );
});

test('cash discounts are read from the payment terms, and must end with a line break', () => {
  const terms = '#SKONTO#TAGE=14#PROZENT=2.25#\n#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=-120.50#\nsonst 30 Tage netto';
  assert.equal(skontoWrong(terms), false);
  const [first, second] = skontoOf(terms);
  assert.equal(first?.days, 14);
  assert.equal(first === undefined ? '' : formatDecimal(first.percent), '2.25');
  assert.equal(second?.base === undefined ? '' : formatDecimal(second.base, 2), '-120.50');
  assert.equal(skontoWrong('30 Tage netto'), false);
  assert.equal(skontoWrong('#SKONTO#TAGE=14#PROZENT=2.25#'), true);
  assert.equal(skontoWrong('#SKONTO#TAGE=14#PROZENT=2,25#\n'), true);
  assert.equal(skontoWrong('#VERZUG#TAGE=14#PROZENT=2.25#\n'), true);
});

test('whatever stands where a number should be, the invoice is judged and never throws', () => {
  for (const syntax of ['ubl', 'cii'] as const) {
    const text = fixture(syntax);
    for (const leaf of text.matchAll(/>(-?\d+(?:\.\d+)?)</g)) {
      for (const instead of ['ZZ9', '', '-']) {
        const report = validate(
          `${text.slice(0, leaf.index + 1)}${instead}${text.slice(leaf.index + 1 + (leaf[1]?.length ?? 0))}`,
        );
        assert.equal(report.unreadable, undefined, `${syntax} ${leaf.index}`);
      }
    }
  }
});
