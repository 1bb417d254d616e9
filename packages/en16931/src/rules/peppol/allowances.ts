// SPDX-License-Identifier: EUPL-1.2
// Peppol rules about allowances, charges and prices.
import { absolute, compare, type Decimal, equal, hundredth, multiply, parseDecimal, subtract, zero } from '../../decimal.ts';
import { childrenNamed, collapse, select, type XmlElement } from '../../xml/element.ts';
import { type Facts, firstValue, numberIn, shown } from '../facts.ts';
import type { AnyRule, Verdict } from '../rule.ts';
import { rulesOf } from '../xrechnung/shape.ts';

const { elements } = rulesOf('peppol');

interface Names {
  readonly element: string;
  readonly factor: string;
  readonly base: string;
  readonly amount: string;
  readonly indicator: string;
}
const ubl: Names = {
  element: 'cac:AllowanceCharge',
  factor: 'cbc:MultiplierFactorNumeric',
  base: 'cbc:BaseAmount',
  amount: 'cbc:Amount',
  indicator: 'cbc:ChargeIndicator',
};
const cii: Names = {
  element: 'ram:SpecifiedTradeAllowanceCharge',
  factor: 'ram:CalculationPercent',
  base: 'ram:BasisAmount',
  amount: 'ram:ActualAmount',
  indicator: 'ram:ChargeIndicator/udt:Indicator',
};

function namesOf(facts: Facts): Names {
  return facts.family === 'ubl' ? ubl : cii;
}

const owners = new Set(['ubl:Invoice', 'cn:CreditNote', 'cac:InvoiceLine', 'cac:CreditNoteLine']);

function all(facts: Facts): XmlElement[] {
  const found = facts.named(namesOf(facts).element);
  return facts.family === 'cii' ? [...found] : found.filter((element) => owners.has(element.parent?.name ?? ''));
}

function given(element: XmlElement, name: string): boolean {
  return childrenNamed(element, name).length > 0;
}

function textAt(element: XmlElement, path: string): string | undefined {
  return select(element, path)[0]?.text;
}

function numberAt(element: XmlElement, path: string): Decimal | undefined {
  const text = textAt(element, path);
  return text === undefined ? undefined : numberIn(text);
}

/** How far an amount may be from what it is calculated from: two cents, or half a forint. */
export function tolerance(facts: Facts): Decimal {
  const currency = firstValue(facts.root, 'BT-5')?.raw;
  return parseDecimal(currency === 'HUF' ? '0.5' : '0.02') ?? zero;
}

function percentageWrong(element: XmlElement, facts: Facts): Verdict {
  const names = namesOf(facts);
  const factor = numberAt(element, names.factor);
  const base = numberAt(element, names.base);
  if (factor === undefined || base === undefined) return false;
  const expected = hundredth(multiply(base, factor));
  const found = numberAt(element, names.amount) ?? zero;
  return compare(absolute(subtract(found, expected)), tolerance(facts)) <= 0
    ? false
    : { observed: shown(found), expected: shown(expected) };
}

function half(facts: Facts, has: 'factor' | 'base'): XmlElement[] {
  const names = namesOf(facts);
  return all(facts).filter(
    (element) => given(element, names[has]) && !given(element, names[has === 'factor' ? 'base' : 'factor']),
  );
}

function indicatorWrong(element: XmlElement, path: string): boolean {
  const said = collapse(textAt(element, path) ?? '');
  return said !== 'true' && said !== 'false';
}

/** The official rules look at an allowance only once: one with only half of its calculation is not asked for its indicator. */
function whole(facts: Facts): XmlElement[] {
  const names = namesOf(facts);
  return all(facts).filter((element) => given(element, names.factor) === given(element, names.base));
}

const discount = 'ram:AppliedTradeAllowanceCharge';

function priceParts(facts: Facts): XmlElement[] {
  if (facts.family === 'ubl') return facts.named('cac:AllowanceCharge').filter((element) => element.parent?.name === 'cac:Price');
  return facts
    .named('ram:GrossPriceProductTradePrice')
    .filter((element) => element.parent?.parent?.name === 'ram:IncludedSupplyChainTradeLineItem');
}

function chargeOnPrice(element: XmlElement, facts: Facts): boolean {
  if (facts.family === 'ubl') return collapse(textAt(element, ubl.indicator) ?? '') !== 'false';
  if (select(element, `${discount}/ram:ActualAmount`).length === 0) return false;
  return !select(element, `${discount}/ram:ChargeIndicator/udt:Indicator`).some((each) => each.text === 'false');
}

function netPriceWrong(element: XmlElement, facts: Facts): Verdict {
  const inUbl = facts.family === 'ubl';
  const gross = numberAt(element, inUbl ? 'cbc:BaseAmount' : 'ram:ChargeAmount');
  if (gross === undefined) return false;
  const off = numberAt(element, inUbl ? 'cbc:Amount' : `${discount}/ram:ActualAmount`);
  const net =
    element.parent === undefined
      ? undefined
      : numberAt(element.parent, inUbl ? 'cbc:PriceAmount' : 'ram:NetPriceProductTradePrice/ram:ChargeAmount');
  if (net === undefined || (off === undefined && inUbl)) return true;
  const expected = subtract(gross, off ?? zero);
  return equal(net, expected) ? false : { observed: shown(net), expected: shown(expected) };
}

const calculation = ['BT-92', 'BT-93', 'BT-94', 'BT-99', 'BT-100', 'BT-101'];

/** Rules about allowances, charges and discounts on prices. */
export const allowanceRules: readonly AnyRule[] = [
  elements('PEPPOL-EN16931-R040', calculation, { at: all, fails: percentageWrong }),
  elements('PEPPOL-EN16931-R041', ['BT-93', 'BT-100', 'BT-137', 'BT-142'], {
    at: (facts) => half(facts, 'factor'),
    fails: () => true,
  }),
  elements('PEPPOL-EN16931-R042', ['BT-94', 'BT-101', 'BT-138', 'BT-143'], {
    at: (facts) => half(facts, 'base'),
    fails: () => true,
  }),
  elements('PEPPOL-EN16931-R043', ['BG-20', 'BG-21'], {
    at: whole,
    only: 'ubl',
    fails: (element) => indicatorWrong(element, ubl.indicator),
  }),
  elements('PEPPOL-EN16931-R043-1', ['BG-20', 'BG-21'], {
    at: whole,
    only: 'cii',
    fails: (element) => indicatorWrong(element, cii.indicator),
  }),
  elements('PEPPOL-EN16931-R043-2', ['BT-147'], {
    at: (facts) => facts.named(discount),
    only: 'cii',
    fails: (element) => indicatorWrong(element, cii.indicator),
  }),
  elements('PEPPOL-EN16931-R044', ['BT-147'], { at: priceParts, fails: chargeOnPrice }),
  elements('PEPPOL-EN16931-R046', ['BT-146', 'BT-147', 'BT-148'], { at: priceParts, fails: netPriceWrong }),
];
