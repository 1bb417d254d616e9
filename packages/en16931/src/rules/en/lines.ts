// SPDX-License-Identifier: EUPL-1.2
// Invoice lines, periods, allowances and charges.
import { compare, parseDecimal, zero } from '../../decimal.ts';
import { dateOf, type Group } from '../../model/invoice.ts';
import { childrenNamed, type XmlElement } from '../../xml/element.ts';
import { type Facts, groupOf, groupsOf, has, says, textIn, firstValue } from '../facts.ts';
import { type AnyRule, rule } from '../rule.ts';
import { either, filled, type Groups, groupRule, inside, present, top, unchecked } from './shape.ts';

const lines: Groups = (facts) => facts.lines;
const allowances: Groups = (facts) => facts.allowances;
const charges: Groups = (facts) => facts.charges;
const lineAllowances: Groups = (facts) => facts.lines.flatMap((line) => groupsOf(line, 'BG-27'));
const lineCharges: Groups = (facts) => facts.lines.flatMap((line) => groupsOf(line, 'BG-28'));

/** The gross price sits in the price's allowance in UBL and beside it in CII. */
export function grossPrice(line: Group): string | undefined {
  const price = groupOf(line, 'BG-29');
  return (firstValue(price, 'BT-148') ?? firstValue(groupOf(price, 'TX-price-allowance'), 'BT-148'))?.raw;
}

function negativeOrMissing(text: string | undefined): boolean {
  const number = text === undefined ? undefined : parseDecimal(text);
  return number === undefined || compare(number, zero) < 0;
}

/** CII compares the digits of both dates; a date without its digits fails. */
function ciiDatesWrong(group: Group): boolean {
  const [starts, ends] = ['ram:StartDateTime', 'ram:EndDateTime'].map((name) => childrenNamed(group.element, name));
  if (starts?.length === 0 || ends?.length === 0) return false;
  const digits = (elements: readonly XmlElement[] = []) =>
    elements.flatMap((each) => childrenNamed(each, 'udt:DateTimeString')).filter((each) => each.attributes['format'] === '102');
  return !digits(ends).some((end) => digits(starts).some((start) => end.text >= start.text));
}

function endsBeforeStart(group: Group, [start, end]: readonly [string, string]): boolean {
  if (group.element.name.startsWith('ram:')) return ciiDatesWrong(group);
  const from = dateOf(firstValue(group, start));
  const until = dateOf(firstValue(group, end));
  return from !== undefined && until !== undefined && until < from;
}

function hasVatCategory(line: Group): boolean {
  return groupsOf(line, 'BG-30').some((tax) => textIn(tax, 'TX-scheme').toUpperCase() === 'VAT' && has(tax, 'BT-151'));
}

function vatCategoryOf(id: string, term: string, at: Groups): AnyRule {
  return groupRule(id, [term], {
    at,
    fails: (group) =>
      !groupsOf(group, 'TX-category').some((tax) => textIn(tax, 'TX-scheme').toUpperCase() === 'VAT' && has(tax, term)),
  });
}

/** CII wants the scheme to say something, UBL only to be there. */
function schemeMissing(term: string, attribute: string): (line: Group, facts: Facts) => boolean {
  return (line, facts) =>
    (groupOf(line, 'BG-31')?.values.get(term) ?? []).some((value) => {
      const scheme = value.attributes[attribute];
      return scheme === undefined || (facts.family === 'cii' && scheme.trim() === '');
    });
}

function attributes(facts: Facts): readonly XmlElement[] {
  return facts.named(facts.family === 'ubl' ? 'cac:AdditionalItemProperty' : 'ram:ApplicableProductCharacteristic');
}

function attributeIncomplete(element: XmlElement): boolean {
  const name = element.name.startsWith('cac:') ? 'cbc:Name' : 'ram:Description';
  const value = element.name.startsWith('cac:') ? 'cbc:Value' : 'ram:Value';
  return childrenNamed(element, name).length === 0 || childrenNamed(element, value).length === 0;
}

const period = top('BG-14');
const linePeriod = inside(lines, 'BG-26');

function periodEmpty(group: Group, facts: Facts): boolean {
  if (has(group, 'BT-73') || has(group, 'BT-74')) return false;
  return facts.family === 'cii' || !has(facts.root, 'BT-8');
}

/** Rules about lines, periods, allowances and charges. */
export const lineRules: readonly AnyRule[] = [
  filled('BR-21', 'BT-126', lines),
  present('BR-22', 'BT-129', lines),
  present('BR-23', 'BT-130', lines),
  present('BR-24', 'BT-131', lines),
  groupRule('BR-25', ['BT-153'], { at: lines, fails: (line) => !says(groupOf(line, 'BG-31'), 'BT-153') }),
  groupRule('BR-26', ['BT-146'], { at: lines, fails: (line) => !has(groupOf(line, 'BG-29'), 'BT-146') }),
  groupRule('BR-27', ['BT-146'], {
    at: lines,
    fails: (line) => negativeOrMissing(firstValue(groupOf(line, 'BG-29'), 'BT-146')?.raw),
  }),
  groupRule('BR-28', ['BT-148'], {
    at: lines,
    fails: (line) => grossPrice(line) !== undefined && negativeOrMissing(grossPrice(line)),
  }),
  groupRule('BR-29', ['BT-73', 'BT-74'], { at: period, fails: (group) => endsBeforeStart(group, ['BT-73', 'BT-74']) }),
  groupRule('BR-30', ['BT-134', 'BT-135'], { at: linePeriod, fails: (group) => endsBeforeStart(group, ['BT-134', 'BT-135']) }),
  present('BR-31', 'BT-92', allowances),
  vatCategoryOf('BR-32', 'BT-95', allowances),
  either('BR-33', ['BT-97', 'BT-98'], allowances),
  present('BR-36', 'BT-99', charges),
  vatCategoryOf('BR-37', 'BT-102', charges),
  either('BR-38', ['BT-104', 'BT-105'], charges),
  present('BR-41', 'BT-136', lineAllowances),
  either('BR-42', ['BT-139', 'BT-140'], lineAllowances),
  present('BR-43', 'BT-141', lineCharges),
  either('BR-44', ['BT-144', 'BT-145'], lineCharges),
  rule<XmlElement>({
    id: 'BR-54',
    set: 'en16931',
    level: 'error',
    terms: ['BT-160', 'BT-161'],
    at: attributes,
    fails: attributeIncomplete,
  }),
  groupRule('BR-64', ['BT-157'], { at: lines, fails: schemeMissing('BT-157', 'schemeID') }),
  groupRule('BR-65', ['BT-158'], { at: lines, fails: schemeMissing('BT-158', 'listID') }),
  groupRule('BR-CO-04', ['BT-151'], { at: lines, fails: (line) => !hasVatCategory(line) }),
  unchecked('BR-CO-05', ['BT-97', 'BT-98']),
  unchecked('BR-CO-06', ['BT-104', 'BT-105']),
  unchecked('BR-CO-07', ['BT-139', 'BT-140']),
  unchecked('BR-CO-08', ['BT-144', 'BT-145']),
  groupRule('BR-CO-19', ['BT-73', 'BT-74'], { at: period, fails: periodEmpty }),
  groupRule('BR-CO-20', ['BT-134', 'BT-135'], {
    at: linePeriod,
    fails: (group) => !has(group, 'BT-134') && !has(group, 'BT-135'),
  }),
  either('BR-CO-21', ['BT-97', 'BT-98'], allowances),
  either('BR-CO-22', ['BT-104', 'BT-105'], charges),
  either('BR-CO-23', ['BT-139', 'BT-140'], lineAllowances),
  either('BR-CO-24', ['BT-144', 'BT-145'], lineCharges),
];
