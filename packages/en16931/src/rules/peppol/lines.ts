// SPDX-License-Identifier: EUPL-1.2
// Peppol rules about lines.
import { absolute, add, compare, type Decimal, multiply, one, round, subtract, sum, zero } from '../../decimal.ts';
import { dateOf, type Group } from '../../model/invoice.ts';
import { childrenNamed, select, type XmlElement } from '../../xml/element.ts';
import { amount, type Facts, firstValue, groupOf, groupsOf, numberIn, numberOf, shown } from '../facts.ts';
import type { AnyRule, Verdict } from '../rule.ts';
import { rulesOf } from '../xrechnung/shape.ts';
import { tolerance } from './allowances.ts';

const { about, elements } = rulesOf('peppol');
const lines = (facts: Facts) => facts.lines;

function sumOf(line: Group, group: string, term: string): Decimal {
  return round(
    sum(
      groupsOf(line, group)
        .map((each) => amount(each, term))
        .filter((value) => value !== undefined),
    ),
  );
}

/** The quantity that the price is for. CII may state it with the gross price only. */
function baseQuantity(line: Group, facts: Facts): Decimal {
  const price = groupOf(line, 'BG-29');
  const own = amount(price, 'BT-149');
  if (own !== undefined && own.units !== 0n) return own;
  const gross = facts.family === 'cii' ? numberOf(firstValue(price, 'TX-gross-quantity')) : undefined;
  return gross !== undefined && gross.units !== 0n ? gross : one;
}

/** Both sides are multiplied by the base quantity: a quotient would have to be rounded. */
function lineAmountWrong(line: Group, facts: Facts): Verdict {
  const base = baseQuantity(line, facts);
  const price = amount(groupOf(line, 'BG-29'), 'BT-146') ?? zero;
  const quantity = amount(line, 'BT-129') ?? one;
  const extras = subtract(sumOf(line, 'BG-28', 'BT-141'), sumOf(line, 'BG-27', 'BT-136'));
  const net = amount(line, 'BT-131') ?? zero;
  const distance = absolute(subtract(multiply(subtract(net, extras), base), multiply(quantity, price)));
  if (compare(distance, multiply(tolerance(facts), absolute(base))) <= 0) return false;
  return {
    observed: shown(net),
    expected: base.units === 1n && base.scale === 0 ? shown(add(multiply(quantity, price), extras)) : '–',
  };
}

function periodOutside([own, whole]: readonly [string, string], later: boolean): (group: Group, facts: Facts) => Verdict {
  return (group, facts) => {
    const mine = dateOf(firstValue(group, own));
    const outer = dateOf(firstValue(groupOf(facts.root, 'BG-14'), whole));
    if (mine === undefined || outer === undefined) return false;
    const outside = later ? mine > outer : mine < outer;
    return outside ? { observed: mine, expected: `${later ? '≤' : '≥'} ${outer}` } : false;
  };
}

const linePeriods = (facts: Facts) => facts.lines.flatMap((line) => groupsOf(line, 'BG-26'));

function objectTypeWrong(line: Group): boolean {
  const references = groupsOf(line, 'TX-line-object');
  return references.length > 0 && !references.some((each) => firstValue(each, 'TX-type')?.raw === '130');
}

function quantities(facts: Facts): XmlElement[] {
  if (facts.family === 'ubl') return facts.lines.flatMap((line) => select(line.element, 'cac:Price/cbc:BaseQuantity'));
  return ['ram:NetPriceProductTradePrice', 'ram:GrossPriceProductTradePrice']
    .flatMap((name) => facts.named(name))
    .flatMap((each) => childrenNamed(each, 'ram:BasisQuantity'));
}

function unitDiffers(element: XmlElement, facts: Facts): Verdict {
  const owner = facts.family === 'ubl' ? element.parent?.parent : element.parent?.parent?.parent;
  const names =
    facts.family === 'ubl'
      ? ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity']
      : ['ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'];
  const billed = names.flatMap((name) => select(owner, name));
  if (facts.family === 'ubl' && billed.length === 0) return false;
  const unit = element.attributes['unitCode'] ?? '';
  return billed.some((each) => each.attributes['unitCode'] === unit)
    ? false
    : { observed: unit, expected: billed[0]?.attributes['unitCode'] ?? '–' };
}

/** Rules about lines. */
export const peppolLineRules: readonly AnyRule[] = [
  about('PEPPOL-EN16931-R101', ['BT-128'], { at: lines, fails: objectTypeWrong }),
  about('PEPPOL-EN16931-R110', ['BT-134', 'BT-73'], { at: linePeriods, fails: periodOutside(['BT-134', 'BT-73'], false) }),
  about('PEPPOL-EN16931-R111', ['BT-135', 'BT-74'], { at: linePeriods, fails: periodOutside(['BT-135', 'BT-74'], true) }),
  about('PEPPOL-EN16931-R120', ['BT-131', 'BT-129', 'BT-146', 'BT-149'], { at: lines, level: 'warning', fails: lineAmountWrong }),
  elements('PEPPOL-EN16931-R121', ['BT-149'], {
    at: quantities,
    fails: (element) => (compare(numberIn(element.text), zero) > 0 ? false : { observed: element.text, expected: '> 0' }),
  }),
  elements('PEPPOL-EN16931-R130', ['BT-150', 'BT-130'], {
    at: (facts) => quantities(facts).filter((element) => element.attributes['unitCode'] !== undefined),
    fails: unitDiffers,
  }),
];
