// SPDX-License-Identifier: EUPL-1.2
// XRechnung 3.0.2, national rules (BR-DE): document, parties, delivery.
import { collapse, type XmlElement } from '../../xml/element.ts';
import { inside, top, wholeInvoice, type Groups } from '../en/shape.ts';
import { type Facts, firstValue, groupOf, groupsOf, has, says, textIn, valuesOf } from '../facts.ts';
import { specificationOf, specifications } from '../profile.ts';
import type { AnyRule } from '../rule.ts';
import { rulesOf } from './shape.ts';
import { skontoWrong } from './skonto.ts';

const { about, elements } = rulesOf('xrechnung');
const types = new Set(['326', '380', '384', '389', '381', '875', '876', '877']);
const taxed = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M']);
const sellerAddress = inside(top('BG-4'), 'BG-5');
const buyerAddress = inside(top('BG-7'), 'BG-8');
const deliveryAddress = inside(top('BG-13'), 'BG-15');
const contact = inside(top('BG-4'), 'BG-6');
const threeDigits = /[0-9].*[0-9].*[0-9]/;
const mailAddress = /^[^@\s]+@(?:[^@.\s]+\.)+[^@.\s]+$/;
const webAddress = /^[a-zA-Z][a-zA-Z0-9+.-]+:/;

function filled(id: string, term: string, at: Groups): AnyRule {
  return about(id, [term], { at, fails: (group) => !valuesOf(group, term).some((value) => value.text !== '') });
}

/** Whether a VAT category that needs a tax number of the seller is used: the bindings look at different places. */
function taxedCategory(facts: Facts): boolean {
  const places = facts.family === 'cii' ? ['line'] : ['line', 'allowance', 'charge'];
  const uses = facts.vat.filter((use) => places.includes(use.place) && (use.place === 'line' || use.ofDocument));
  if (facts.family === 'cii' && !uses.some((use) => use.vat)) return false;
  return uses.some((use) => taxed.has(use.category));
}

function taxNumberMissing(_root: unknown, facts: Facts): boolean {
  if (!taxedCategory(facts) || groupsOf(facts.root, 'BG-11').length > 0) return false;
  const seller = groupOf(facts.root, 'BG-4');
  return ![...valuesOf(seller, 'BT-31'), ...valuesOf(seller, 'BT-32')].some((value) => value.text !== '');
}

function attachmentName(element: XmlElement): string | undefined {
  const holder = element.name.startsWith('cac:') ? element.children.find((child) => child.name === 'cac:Attachment') : element;
  const binary = holder?.children.find(
    (child) => child.name === 'cbc:EmbeddedDocumentBinaryObject' || child.name === 'ram:AttachmentBinaryObject',
  );
  return binary?.attributes['filename'];
}

function supporting(facts: Facts): readonly XmlElement[] {
  return facts.named(facts.family === 'ubl' ? 'cac:AdditionalDocumentReference' : 'ram:AdditionalReferencedDocument');
}

/** Documents whose attachment has a name that an earlier one beside it has. */
function takenNames(facts: Facts): readonly XmlElement[] {
  const seen = new Map<XmlElement | undefined, Set<string>>();
  return supporting(facts).filter((element) => {
    const name = attachmentName(element);
    if (name === undefined) return false;
    const names = seen.get(element.parent) ?? new Set<string>();
    seen.set(element.parent, names);
    const taken = names.has(name);
    names.add(name);
    return taken;
  });
}

function nothingDelivered(_root: unknown, facts: Facts): boolean {
  if (has(groupOf(facts.root, 'BG-13'), 'BT-72') || groupsOf(facts.root, 'BG-14').length > 0) return false;
  return !facts.lines.every((line) => groupsOf(line, 'BG-26').length > 0);
}

function externalPlaces(facts: Facts): readonly XmlElement[] {
  if (facts.family === 'ubl')
    return facts.named('cac:ExternalReference').filter((each) => each.parent?.parent?.name === 'cac:AdditionalDocumentReference');
  return facts.named('ram:AdditionalReferencedDocument').filter((each) => {
    const type = each.children.find((child) => child.name === 'ram:TypeCode')?.text;
    return (
      type === '916' &&
      each.parent?.name === 'ram:ApplicableHeaderTradeAgreement' &&
      each.children.some((child) => child.name === 'ram:URIID')
    );
  });
}

function addressWrong(element: XmlElement): boolean {
  const address = element.children.find((child) => child.name === 'cbc:URI' || child.name === 'ram:URIID');
  return !webAddress.test(address?.text ?? '');
}

/** The two base quantities of a price must agree if both are given; only CII has two. */
function quantitiesDiffer(line: Parameters<Groups>[0]['root']): boolean {
  const price = groupOf(line, 'BG-29');
  const gross = firstValue(price, 'TX-gross-quantity');
  const net = firstValue(price, 'BT-149');
  if (gross === undefined || net === undefined) return false;
  const units = [gross.attributes['unitCode'], net.attributes['unitCode']];
  return gross.raw !== net.raw || (units[0] !== undefined && units[1] !== undefined && units[0] !== units[1]);
}

/** Rules about document and parties. */
export const documentRules: readonly AnyRule[] = [
  about('BR-DE-1', ['BG-16'], { at: wholeInvoice, fails: (root) => groupsOf(root, 'BG-16').length === 0 }),
  about('BR-DE-2', ['BG-6'], { at: top('BG-4'), fails: (seller) => groupsOf(seller, 'BG-6').length === 0 }),
  filled('BR-DE-3', 'BT-37', sellerAddress),
  filled('BR-DE-4', 'BT-38', sellerAddress),
  filled('BR-DE-5', 'BT-41', contact),
  filled('BR-DE-6', 'BT-42', contact),
  filled('BR-DE-7', 'BT-43', contact),
  filled('BR-DE-8', 'BT-52', buyerAddress),
  filled('BR-DE-9', 'BT-53', buyerAddress),
  filled('BR-DE-10', 'BT-77', deliveryAddress),
  filled('BR-DE-11', 'BT-78', deliveryAddress),
  about('BR-DE-14', ['BT-119'], {
    at: (facts) => facts.breakdowns,
    fails: (group, facts) =>
      !(facts.family === 'cii' ? says(group, 'BT-119') : groupsOf(group, 'TX-category').some((tax) => says(tax, 'BT-119'))),
  }),
  filled('BR-DE-15', 'BT-10', wholeInvoice),
  about('BR-DE-16', ['BT-31', 'BT-32', 'BG-11'], { at: wholeInvoice, fails: taxNumberMissing }),
  about('BR-DE-17', ['BT-3'], {
    at: wholeInvoice,
    level: 'warning',
    fails: (root) =>
      types.has(textIn(root, 'BT-3')) ? false : { observed: textIn(root, 'BT-3'), expected: [...types].join(', ') },
  }),
  about('BR-DE-18', ['BT-20'], { at: wholeInvoice, fails: (root) => skontoWrong(valuesOf(root, 'BT-20')[0]?.raw ?? '') }),
  about('BR-DE-21', ['BT-24'], {
    at: wholeInvoice,
    level: 'warning',
    fails: (_root, { invoice }) => {
      const given = specificationOf(invoice);
      const known = [specifications.cius, specifications.extension, specifications.cvd].some((each) => each === given);
      return known ? false : { observed: given.slice(0, 120), expected: specifications.cius };
    },
  }),
  elements('BR-DE-22', ['BT-125'], { at: takenNames, fails: () => true }),
  about('BR-DE-26', ['BG-3', 'BT-3'], {
    at: wholeInvoice,
    level: 'warning',
    fails: (root) => textIn(root, 'BT-3') === '384' && groupsOf(root, 'BG-3').length === 0,
  }),
  about('BR-DE-27', ['BT-42'], {
    at: contact,
    level: 'warning',
    fails: (group) => (threeDigits.test(textIn(group, 'BT-42')) ? false : { observed: textIn(group, 'BT-42') }),
  }),
  about('BR-DE-28', ['BT-43'], {
    at: contact,
    level: 'warning',
    fails: (group) => (mailAddress.test(collapse(textIn(group, 'BT-43'))) ? false : { observed: textIn(group, 'BT-43') }),
  }),
  about('BR-DE-TMP-32', ['BT-72', 'BG-14', 'BG-26'], { at: wholeInvoice, level: 'information', fails: nothingDelivered }),
  elements('BR-TMP-2', ['BT-124'], { at: externalPlaces, level: 'warning', fails: addressWrong }),
  about('BR-TMP-3', ['BT-149', 'BT-150'], { at: (facts) => facts.lines, only: 'cii', fails: (line) => quantitiesDiffer(line) }),
];
