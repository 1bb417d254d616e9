// SPDX-License-Identifier: EUPL-1.2
// XRechnung Extension 3.0 (BR-DEX): sub lines, third party payments, further code lists. Applies only to invoices that announce it.
import { electronicAddressSchemes, identifierSchemes } from '../../data/codes-general.ts';
import { mediaTypes } from '../../data/code-table.ts';
import { add, equal, round, subtract, sum, zero } from '../../decimal.ts';
import { type CodeList, extended } from '../../model/code-list.ts';
import { firstValue, type Group } from '../../model/invoice.ts';
import { collapse, type XmlElement } from '../../xml/element.ts';
import { top } from '../en/shape.ts';
import { amount, decimalPlaces, type Facts, groupsOf, shown, valuesOf } from '../facts.ts';
import type { AnyRule, Verdict } from '../rule.ts';
import { rulesOf } from './shape.ts';

const { about, elements } = rulesOf('xrechnung-extension');
/** Schemes for digital health applications (DiGA). */
const diga = ['XR01', 'XR02', 'XR03'];
const identifiers = extended(identifierSchemes, ...diga);
const addresses = extended(electronicAddressSchemes, ...diga);
const media = extended(mediaTypes, 'application/xml');
const payments = top('BG-DEX-09');

function below(element: XmlElement, ...names: string[]): boolean {
  for (let outer = element.parent; outer !== undefined; outer = outer.parent) if (names.includes(outer.name)) return true;
  return false;
}

interface Site {
  readonly name: string;
  readonly parent?: string;
  readonly when?: (element: XmlElement) => boolean;
}

function schemed({ name, parent, when }: Site, facts: Facts): XmlElement[] {
  return facts.named(name).filter((element) => {
    if (element.attributes['schemeID'] === undefined || (parent !== undefined && element.parent?.name !== parent)) return false;
    return when === undefined || when(element);
  });
}

function schemeRule(
  id: string,
  term: string,
  { list, ubl, cii, sepa }: { list: CodeList; ubl: Site; cii: Site; sepa?: boolean },
): AnyRule {
  return elements(id, [term], {
    at: (facts) => schemed(facts.family === 'ubl' ? ubl : cii, facts),
    fails: (element) => {
      const code = collapse(element.attributes['schemeID'] ?? '');
      const creditor = sepa === true && code === 'SEPA' && below(element, 'cac:AccountingSupplierParty', 'cac:PayeeParty');
      return list.codes.has(code) || creditor ? false : { observed: code, expected: list.title };
    },
  });
}

function subLines(line: Group): readonly Group[] {
  return groupsOf(line, 'BG-DEX-01');
}

function sumDiffers(line: Group): Verdict {
  const parts = subLines(line);
  if (parts.length === 0) return false;
  const own = amount(line, 'BT-131');
  const total = sum(parts.map((part) => amount(part, 'BT-131')).filter((value) => value !== undefined));
  return own !== undefined && equal(own, total) ? false : { observed: shown(own), expected: shown(total) };
}

function thirdPartyTotal(facts: Facts): ReturnType<typeof sum> {
  const paid = payments(facts);
  if (!paid.some((each) => valuesOf(each, 'BT-DEX-002').some((value) => value.text !== ''))) return zero;
  return sum(paid.map((each) => amount(each, 'BT-DEX-002')).filter((value) => value !== undefined));
}

function dueDiffers(totals: Group, facts: Facts): Verdict {
  const due = amount(totals, 'BT-115');
  const gross = amount(totals, 'BT-112');
  if (due === undefined || gross === undefined) return true;
  const left = round(subtract(due, amount(totals, 'BT-114') ?? zero));
  const right = round(add(subtract(gross, amount(totals, 'BT-113') ?? zero), thirdPartyTotal(facts)));
  return equal(left, right) ? false : { observed: shown(left), expected: shown(right) };
}

function filled(id: string, term: string): AnyRule {
  return about(id, [term], {
    at: payments,
    only: 'ubl',
    fails: (group) => !valuesOf(group, term).some((value) => value.text !== ''),
  });
}

function mediaTypeWrong(element: XmlElement): Verdict {
  const type = element.attributes['mimeCode'] ?? '';
  return media.codes.has(type) ? false : { observed: type.slice(0, 60), expected: media.title };
}

function otherParty(element: XmlElement): boolean {
  return !below(element, 'ram:SpecifiedTradeProduct', 'ram:ShipToTradeParty');
}

/** Rules of the extension. */
export const extensionRules: readonly AnyRule[] = [
  elements('BR-DEX-01', ['BT-125'], {
    at: (facts) => facts.named(facts.family === 'ubl' ? 'cbc:EmbeddedDocumentBinaryObject' : 'ram:AttachmentBinaryObject'),
    fails: mediaTypeWrong,
  }),
  about('BR-DEX-02', ['BT-131', 'BG-DEX-01'], {
    at: (facts) => facts.everyLine,
    only: 'ubl',
    level: 'warning',
    fails: sumDiffers,
  }),
  about('BR-DEX-03', ['BG-DEX-01', 'BG-30'], {
    at: (facts) => facts.everyLine.filter((line) => line.id === 'BG-DEX-01'),
    only: 'ubl',
    fails: (line) => line.element.children.some((child) => child.name === 'cac:Item') && groupsOf(line, 'BG-30').length !== 1,
  }),
  schemeRule('BR-DEX-04', 'BT-29', {
    list: identifiers,
    ubl: { name: 'cbc:ID', parent: 'cac:PartyIdentification' },
    cii: { name: 'ram:GlobalID', when: otherParty },
    sepa: true,
  }),
  schemeRule('BR-DEX-05', 'BT-30', {
    list: identifiers,
    ubl: { name: 'cbc:CompanyID', parent: 'cac:PartyLegalEntity' },
    cii: { name: 'ram:ID', when: (element) => !below(element, 'ram:SpecifiedTaxRegistration') },
  }),
  schemeRule('BR-DEX-06', 'BT-157', {
    list: identifiers,
    ubl: { name: 'cbc:ID', parent: 'cac:StandardItemIdentification' },
    cii: { name: 'ram:GlobalID', parent: 'ram:SpecifiedTradeProduct' },
  }),
  schemeRule('BR-DEX-07', 'BT-34', {
    list: addresses,
    ubl: { name: 'cbc:EndpointID' },
    cii: { name: 'ram:URIID', parent: 'ram:URIUniversalCommunication' },
  }),
  schemeRule('BR-DEX-08', 'BT-71', {
    list: identifiers,
    ubl: { name: 'cbc:ID', parent: 'cac:DeliveryLocation' },
    cii: {
      name: 'ram:GlobalID',
      parent: 'ram:ShipToTradeParty',
      when: (element) => element.parent?.parent?.name === 'ram:ApplicableHeaderTradeDelivery',
    },
  }),
  about('BR-DEX-09', ['BT-115', 'BT-112', 'BT-113', 'BT-114', 'BT-DEX-002'], {
    at: (facts) => facts.totals,
    only: 'ubl',
    fails: dueDiffers,
  }),
  filled('BR-DEX-10', 'BT-DEX-001'),
  filled('BR-DEX-11', 'BT-DEX-002'),
  filled('BR-DEX-12', 'BT-DEX-003'),
  about('BR-DEX-13', ['BT-DEX-002'], {
    at: payments,
    only: 'ubl',
    fails: (group) => decimalPlaces(firstValue(group, 'BT-DEX-002')?.raw ?? '') > 2,
  }),
  about('BR-DEX-14', ['BT-DEX-002', 'BT-5'], {
    at: payments,
    only: 'ubl',
    fails: (group, facts) => {
      const currency = firstValue(group, 'BT-DEX-002')?.attributes['currencyID'];
      return currency === undefined || currency !== firstValue(facts.root, 'BT-5')?.raw;
    },
  }),
  elements('BR-DEX-15', ['BG-25'], {
    at: (facts) => facts.named('ram:ParentLineID'),
    only: 'cii',
    level: 'warning',
    fails: () => true,
  }),
];
