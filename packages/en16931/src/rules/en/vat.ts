// SPDX-License-Identifier: EUPL-1.2
// The VAT families (EN 16931-1, 6.4.3): one template per number, nine categories. The bindings differ in detail; each difference is a row here.
import { compare, type Decimal, zero } from '../../decimal.ts';
import { type Group, firstValue } from '../../model/invoice.ts';
import { childrenNamed, type XmlElement } from '../../xml/element.ts';
import { type Facts, groupOf, has, numberIn, once } from '../facts.ts';
import { type AnyRule, rule } from '../rule.ts';
import type { VatPlace, VatUse } from '../vat-uses.ts';
import { breakdownRules } from './vat-breakdown.ts';

/** One VAT category of the standard and what is peculiar to it. */
export interface VatFamily {
  /** Letters in the rule ids. */
  readonly letters: 'S' | 'Z' | 'E' | 'AE' | 'IC' | 'G' | 'O' | 'AF' | 'AG';
  /** Code in the invoice (UNTDID 5305). */
  readonly code: string;
  /** Whether several breakdowns may carry the category, one for each rate. */
  readonly severalRates: boolean;
  /** What the rate has to be. */
  readonly rate: 'positive' | 'not-negative' | 'zero' | 'absent';
  /** Whether a reason for the exemption is needed, or forbidden. */
  readonly reason: 'needed' | 'forbidden';
  /** Which identifiers of the parties are needed, or forbidden (`none`). */
  readonly parties: 'seller' | 'seller-vat' | 'seller-and-buyer' | 'both-vat' | 'none';
}

/** The nine categories. */
export const vatFamilies: readonly VatFamily[] = [
  { letters: 'S', code: 'S', severalRates: true, rate: 'positive', reason: 'forbidden', parties: 'seller' },
  { letters: 'Z', code: 'Z', severalRates: false, rate: 'zero', reason: 'forbidden', parties: 'seller' },
  { letters: 'E', code: 'E', severalRates: false, rate: 'zero', reason: 'needed', parties: 'seller' },
  { letters: 'AE', code: 'AE', severalRates: false, rate: 'zero', reason: 'needed', parties: 'seller-and-buyer' },
  { letters: 'IC', code: 'K', severalRates: false, rate: 'zero', reason: 'needed', parties: 'both-vat' },
  { letters: 'G', code: 'G', severalRates: false, rate: 'zero', reason: 'needed', parties: 'seller-vat' },
  { letters: 'O', code: 'O', severalRates: false, rate: 'absent', reason: 'needed', parties: 'none' },
  { letters: 'AF', code: 'L', severalRates: true, rate: 'not-negative', reason: 'forbidden', parties: 'seller' },
  { letters: 'AG', code: 'M', severalRates: true, rate: 'not-negative', reason: 'forbidden', parties: 'seller' },
];

interface Identifiers {
  readonly sellerVat: boolean;
  readonly sellerAny: boolean;
  readonly representative: boolean;
  readonly buyerVat: boolean;
  readonly buyerLegal: boolean;
}

function identifiers({ root }: Facts): Identifiers {
  const seller = groupOf(root, 'BG-4');
  const buyer = groupOf(root, 'BG-7');
  const sellerVat = has(seller, 'BT-31');
  return {
    sellerVat,
    sellerAny: sellerVat || has(seller, 'BT-32'),
    representative: has(groupOf(root, 'BG-11'), 'BT-63'),
    buyerVat: has(buyer, 'BT-48'),
    buyerLegal: has(buyer, 'BT-47'),
  };
}

function partiesWrong({ parties }: VatFamily, facts: Facts): boolean {
  const ids = identifiers(facts);
  switch (parties) {
    case 'seller':
      return !ids.sellerAny && !ids.representative;
    case 'seller-vat':
      return !ids.sellerVat && !ids.representative;
    case 'seller-and-buyer':
      return !(ids.sellerAny || ids.representative) || !(ids.buyerVat || ids.buyerLegal);
    case 'both-vat':
      return !(ids.sellerVat || ids.representative) || !ids.buyerVat;
    case 'none':
      return ids.sellerVat || ids.representative || ids.buyerVat;
  }
}

function used(facts: Facts, family: VatFamily, places: readonly VatPlace[]): VatUse[] {
  return facts.vat.filter((each) => each.category === family.code && places.includes(each.place));
}

const everywhere: readonly VatPlace[] = ['line', 'sub-line', 'allowance', 'charge', 'elsewhere'];

function onceInUbl(facts: Facts, family: VatFamily): boolean {
  const outside = used(facts, family, everywhere);
  const inside = used(facts, family, ['breakdown']);
  if (!family.severalRates)
    return (
      (outside.some((each) => each.vat) || inside.some((each) => each.vat)) && inside.filter((each) => each.vat).length !== 1
    );
  const anyTax = family.letters === 'S';
  const counted = outside.filter((each) => each.place !== 'elsewhere' && (anyTax || each.vat)).length > 0;
  return counted !== inside.filter((each) => anyTax || counted || each.vat).length > 0;
}

/** CII's binding adds up both counts instead of asking for one of each; two lines without a breakdown pass there. */
function onceInCii(facts: Facts, family: VatFamily): boolean {
  const lines = used(facts, family, ['line']).length;
  const others =
    used(facts, family, ['allowance', 'charge']).length +
    facts.vat.filter(
      (each) => each.category === family.code && each.element.name === 'ram:CategoryTradeTax' && each.place === 'elsewhere',
    ).length;
  const inside = used(facts, family, ['breakdown']).length;
  if (family.severalRates) return (lines > 0 && lines + inside < 2) || (others > 0 && others + inside < 2);
  const fits = inside === 1 && lines + others > 0;
  if (family.letters === 'O') return inside > 0 && !fits;
  return inside + lines + others > 0 && !fits;
}

function onceRule(family: VatFamily): AnyRule {
  return rule<Group>({
    id: `BR-${family.letters}-01`,
    set: 'en16931',
    level: 'error',
    terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
    at: (facts) => [facts.root],
    fails: (_root, facts) => (facts.family === 'cii' ? onceInCii(facts, family) : onceInUbl(facts, family)),
  });
}

type Numbered = readonly [number: string, place: VatPlace, category: string, rate: string];
const numbered: readonly Numbered[] = [
  ['2', 'line', 'BT-151', 'BT-152'],
  ['3', 'allowance', 'BT-95', 'BT-96'],
  ['4', 'charge', 'BT-102', 'BT-103'],
];

/** Where the parties' rule looks: UBL asks once for the whole document, CII for each use. */
function partyPlaces(facts: Facts, family: VatFamily, place: VatPlace): XmlElement[] {
  const found = used(facts, family, place === 'line' ? ['line', 'sub-line'] : [place]).filter((each) => {
    if (family.letters === 'S' && facts.family === 'ubl' && place === 'line') return true;
    if (family.letters === 'O' && facts.family === 'ubl' && place !== 'line' && !each.ofDocument) return false;
    return each.vat;
  });
  return (facts.family === 'ubl' ? found.slice(0, 1) : found).map((each) => each.element);
}

function partiesRule(family: VatFamily, [number, place, category]: Numbered): AnyRule {
  const terms = family.parties === 'seller' ? ['BT-31', 'BT-32', 'BT-63'] : ['BT-31', 'BT-63', 'BT-48'];
  return rule<XmlElement>({
    id: `BR-${family.letters}-0${number}`,
    set: 'en16931',
    level: 'error',
    terms: [category, ...terms],
    at: (facts) => partyPlaces(facts, family, place),
    fails: (_element, facts) => partiesWrong(family, facts) || standardOfAnotherTax(facts, family, place),
  });
}

/** UBL's BR-S-02 also wants one of the standard rated lines to speak of VAT. */
function standardOfAnotherTax(facts: Facts, family: VatFamily, place: VatPlace): boolean {
  if (family.letters !== 'S' || facts.family !== 'ubl' || place !== 'line') return false;
  return !used(facts, family, ['line', 'sub-line']).some((each) => each.vat);
}

function rateText(element: XmlElement): string | undefined {
  return (childrenNamed(element, 'cbc:Percent')[0] ?? childrenNamed(element, 'ram:RateApplicablePercent')[0])?.text;
}

function rateWrong(family: VatFamily, text: string | undefined): boolean {
  if (family.rate === 'absent') return text !== undefined;
  if (text === undefined) return true;
  const rate: Decimal = numberIn(text);
  if (family.rate === 'zero') return rate.units !== 0n;
  return family.rate === 'positive' ? compare(rate, zero) <= 0 : compare(rate, zero) < 0;
}

function rateRule(family: VatFamily, [number, place, , rate]: Numbered): AnyRule {
  const expected = { positive: '> 0', 'not-negative': '≥ 0', zero: '0', absent: '–' }[family.rate];
  return rule<XmlElement>({
    id: `BR-${family.letters}-0${Number(number) + 3}`,
    set: 'en16931',
    level: 'error',
    terms: [rate],
    at: (facts) =>
      used(facts, family, [place])
        .filter((each) => each.vat)
        .map((each) => each.element),
    fails: (element) => (rateWrong(family, rateText(element)) ? { observed: rateText(element) ?? '–', expected } : false),
  });
}

function otherCategories(facts: Facts, places: readonly VatPlace[]): boolean {
  return facts.vat.some(
    (each) => places.includes(each.place) && each.category !== 'O' && (facts.family === 'cii' ? each.category !== '' : each.vat),
  );
}

function aloneRule(number: string, places: readonly VatPlace[], term: string): AnyRule {
  return rule<XmlElement>({
    id: `BR-O-${number}`,
    set: 'en16931',
    level: 'error',
    terms: ['BT-118', term],
    at: (facts) =>
      facts.vat.filter((each) => each.place === 'breakdown' && each.category === 'O' && each.vat).map((each) => each.element),
    fails: (_element, facts) =>
      once(facts, `beside O ${number}`, () => otherCategories(facts, facts.family === 'cii' ? ciiPlaces(places) : places)),
  });
}

/** CII's binding looks at lines and breakdowns alike, and at allowances and charges alike. */
function ciiPlaces(places: readonly VatPlace[]): readonly VatPlace[] {
  return places.includes('line') || places.includes('breakdown') ? ['line', 'breakdown'] : ['allowance', 'charge'];
}

function deliveryUnknown(facts: Facts): boolean {
  const delivery = groupOf(facts.root, 'BG-13');
  const period = groupOf(facts.root, 'BG-14');
  if (facts.family === 'cii') return !has(delivery, 'BT-72') && !has(period, 'BT-73') && !has(period, 'BT-74');
  return (firstValue(delivery, 'BT-72')?.raw ?? '').length <= 1 && (period?.element.children.length ?? 0) === 0;
}

function destinationUnknown(facts: Facts): boolean {
  const address = groupOf(groupOf(facts.root, 'BG-13'), 'BG-15');
  return facts.family === 'cii' ? !has(address, 'BT-80') : (firstValue(address, 'BT-80')?.raw ?? '').length <= 1;
}

function communityRule(number: string, terms: readonly string[], unknown: (facts: Facts) => boolean): AnyRule {
  return rule<XmlElement>({
    id: `BR-IC-${number}`,
    set: 'en16931',
    level: 'error',
    terms,
    at: (facts) =>
      facts.vat.filter((each) => each.place === 'breakdown' && each.category === 'K' && each.vat).map((each) => each.element),
    fails: (_element, facts) => unknown(facts),
  });
}

function splitPayment(facts: Facts, code: 'B' | 'S'): boolean {
  return facts.vat.some((each) => each.category === code);
}

function foreign(facts: Facts): boolean {
  const name = facts.family === 'cii' ? 'ram:CountryID' : 'cbc:IdentificationCode';
  return facts.named(name).some((element) => element.text !== 'IT');
}

function italian(id: string, wrong: (facts: Facts) => boolean): AnyRule {
  return rule<Group>({
    id,
    set: 'en16931',
    level: 'error',
    terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
    at: (facts) => [facts.root],
    fails: (_root, facts) => splitPayment(facts, 'B') && wrong(facts),
  });
}

/** Rules about VAT. */
export const vatRules: readonly AnyRule[] = [
  ...vatFamilies.flatMap((family) => [
    onceRule(family),
    ...numbered.map((row) => partiesRule(family, row)),
    ...numbered.map((row) => rateRule(family, row)),
    ...breakdownRules(family),
  ]),
  communityRule('11', ['BT-72', 'BG-14'], deliveryUnknown),
  communityRule('12', ['BT-80'], destinationUnknown),
  aloneRule('11', ['breakdown'], 'BT-118'),
  aloneRule('12', ['line', 'sub-line'], 'BT-151'),
  aloneRule('13', ['allowance'], 'BT-95'),
  aloneRule('14', ['charge'], 'BT-102'),
  italian('BR-B-01', foreign),
  italian('BR-B-02', (facts) => splitPayment(facts, 'S')),
];
