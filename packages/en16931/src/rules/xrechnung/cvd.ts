// SPDX-License-Identifier: EUPL-1.2
// XRechnung CVD 0.9: reporting under the Clean Vehicles Directive. Applies only to invoices that announce it.
import { itemClassifications } from '../../data/codes-general.ts';
import { extended } from '../../model/code-list.ts';
import type { Group, Value } from '../../model/invoice.ts';
import { collapse, type XmlElement } from '../../xml/element.ts';
import { wholeInvoice } from '../en/shape.ts';
import { type Facts, groupOf, groupsOf, textIn, valuesOf } from '../facts.ts';
import { type AnyRule, rule } from '../rule.ts';
import { rulesOf } from './shape.ts';

const { about } = rulesOf('xrechnung-cvd');
const classifications = extended(itemClassifications, 'CVD');
const vehicles = new Set(['M1', 'M2', 'M3', 'N1', 'N2', 'N3']);
const drives = new Set(['clean', 'zero-emission', 'other']);

function vehicleCodes(line: Group): readonly Value[] {
  return valuesOf(groupOf(line, 'BG-31'), 'BT-158').filter((value) => value.attributes['listID'] === 'CVD');
}

function driveAttributes(line: Group): readonly Group[] {
  return groupsOf(line, 'BG-32').filter((attribute) => valuesOf(attribute, 'BT-160').some((name) => name.raw === 'cva'));
}

function reported(line: Group): boolean {
  return vehicleCodes(line).length > 0 && driveAttributes(line).length > 0;
}

function classificationRule(id: string, fails: (value: Value) => boolean): AnyRule {
  return rule<Value>({
    id,
    set: 'xrechnung-cvd',
    level: 'error',
    terms: ['BT-158'],
    at: (facts) => facts.lines.flatMap((line) => valuesOf(groupOf(line, 'BG-31'), 'BT-158')),
    fails,
  });
}

function tenderMissing(root: Group, facts: Facts): boolean {
  if (facts.family === 'ubl') return !valuesOf(root, 'BT-17').some((value) => value.text !== '');
  const isTender = (element: XmlElement) =>
    element.children.some((child) => child.name === 'ram:TypeCode' && collapse(child.text) === '50');
  const named = (element: XmlElement) =>
    element.children.some((child) => child.name === 'ram:IssuerAssignedID' && collapse(child.text) !== '');
  return !facts.named('ram:AdditionalReferencedDocument').some((element) => isTender(element) && named(element));
}

/** Rules of the profile for clean vehicles. */
export const cvdRules: readonly AnyRule[] = [
  about('BR-DE-CVD-01', ['BT-12'], {
    at: wholeInvoice,
    fails: (root) => !valuesOf(root, 'BT-12').some((value) => value.text !== ''),
  }),
  about('BR-DE-CVD-02', ['BT-17'], { at: wholeInvoice, fails: tenderMissing }),
  about('BR-DE-CVD-03', ['BT-158', 'BT-160'], { at: wholeInvoice, fails: (_root, facts) => !facts.lines.some(reported) }),
  classificationRule(
    'BR-DE-CVD-04',
    (value) => collapse(value.attributes['listID'] ?? '') === 'CVD' && !vehicles.has(value.text),
  ),
  about('BR-DE-CVD-05', ['BT-161'], {
    at: (facts) => facts.lines.flatMap(driveAttributes),
    fails: (attribute) => !drives.has(textIn(attribute, 'BT-161')),
  }),
  about('BR-DE-CVD-06-a', ['BT-160'], {
    at: (facts) => facts.lines,
    fails: (line) => vehicleCodes(line).length > 0 && driveAttributes(line).length !== 1,
  }),
  about('BR-DE-CVD-06-b', ['BT-158'], {
    at: (facts) => facts.lines,
    fails: (line) => driveAttributes(line).length > 0 && vehicleCodes(line).length !== 1,
  }),
  classificationRule('BR-TMP-CVD-01', (value) => !classifications.codes.has(collapse(value.attributes['listID'] ?? ''))),
];
