// SPDX-License-Identifier: EUPL-1.2
import { type Facts, once } from '../rules/facts.ts';
import type { AnyRule } from '../rules/rule.ts';
import { childrenNamed, collapse, select, type XmlElement } from '../xml/element.ts';
import { distinct, ending, first, inside, named, type Parts, syntaxRule, wholeDocument } from './parts.ts';

function ciiEnding(end: string) {
  return (facts: Facts) => ending(end)(facts).filter((element) => element.name.startsWith('ram:'));
}

function both(path: string): Parts {
  const [outer = '', party = ''] = path.split('/');
  return {
    at: named(outer),
    fails: (element) => select(element, `${party}/ram:ID`).length > 0 && select(element, `${party}/ram:GlobalID`).length > 0,
  };
}

function onlyForAttachments(name: string, types: readonly string[]): Parts {
  return {
    at: ciiEnding('ReferencedDocument'),
    fails: (element) => {
      if (childrenNamed(element, name).length === 0) return false;
      return element.name !== 'ram:AdditionalReferencedDocument' || !types.includes(first(element, 'ram:TypeCode') ?? '');
    },
  };
}

function onlyInHeader(name: string): Parts {
  return {
    at: ciiEnding('TradeTax'),
    fails: (element) => childrenNamed(element, name).length > 0 && !inside(element, 'ram:ApplicableHeaderTradeSettlement'),
  };
}

function onlyInApplicableTax(name: string): Parts {
  return {
    at: ciiEnding('TradeTax'),
    fails: (element) => childrenNamed(element, name).length > 0 && element.name !== 'ram:ApplicableTradeTax',
  };
}

function lineProducts(facts: Facts): XmlElement[] {
  return facts
    .named('ram:SpecifiedTradeProduct')
    .filter((element) => element.parent?.name === 'ram:IncludedSupplyChainTradeLineItem');
}

function discountIncomplete(element: XmlElement): boolean {
  const path = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge';
  const indicators = select(element, `${path}/ram:ChargeIndicator`);
  const amounts = select(element, `${path}/ram:ActualAmount`);
  const isDiscount = select(element, `${path}/ram:ChargeIndicator/udt:Indicator`).some((each) =>
    ['false', '0'].includes(collapse(each.text)),
  );
  return !(isDiscount && amounts.length > 0) && (indicators.length > 0 || amounts.length > 0);
}

function differs(facts: Facts, path: readonly [string, string]): boolean {
  const found = facts
    .named(path[0])
    .flatMap((each) => childrenNamed(each, path[1]))
    .map((each) => collapse(each.text));
  return new Set(found).size > 1;
}

function transferWithoutAccount(element: XmlElement): boolean {
  if (!select(element, 'ram:TypeCode').some((code) => ['30', '58'].includes(collapse(code.text)))) return false;
  const account = 'ram:PayeePartyCreditorFinancialAccount';
  return select(element, `${account}/ram:IBANID`).length === 0 && select(element, `${account}/ram:ProprietaryID`).length === 0;
}

/** A contact is a person or a department; the standard has one term for both. */
function twoContacts(party: string): Parts {
  return {
    at: named('ram:ApplicableHeaderTradeAgreement'),
    fails: (element) =>
      ['ram:PersonName', 'ram:DepartmentName'].every(
        (name) => select(element, `${party}/ram:DefinedTradeContact/${name}`).length > 0,
      ),
  };
}

const calendarDate = /^\s*\d{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])\s*$/;

/** Rules of the CII binding that are neither a list of forbidden elements nor a count. */
export const ciiRules: readonly AnyRule[] = [
  syntaxRule('CII-SR-046', 'error', {
    at: lineProducts,
    fails: (element) => {
      const ids = childrenNamed(element, 'ram:GlobalID');
      return ids.length > 0 && ids.every((id) => id.attributes['schemeID'] === undefined);
    },
  }),
  syntaxRule('CII-SR-090', 'error', {
    at: lineProducts,
    fails: (element) =>
      select(element, 'ram:OriginTradeCountry').length > 0 && select(element, 'ram:OriginTradeCountry/ram:ID').length !== 1,
  }),
  syntaxRule('CII-SR-119', 'warning', {
    at: (facts) =>
      facts
        .named('ram:SpecifiedLineTradeAgreement')
        .filter((element) => element.parent?.name === 'ram:IncludedSupplyChainTradeLineItem'),
    fails: discountIncomplete,
  }),
  syntaxRule('CII-SR-449', 'warning', both('ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty')),
  syntaxRule('CII-SR-450', 'warning', both('ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty')),
  syntaxRule('CII-SR-451', 'warning', both('ram:ApplicableHeaderTradeSettlement/ram:PayeeTradeParty')),
  syntaxRule('CII-SR-462', 'error', {
    at: wholeDocument,
    fails: (_element, facts) =>
      distinct(facts.named('ram:DueDateTypeCode').filter((each) => each.parent?.name === 'ram:ApplicableTradeTax')) > 1,
  }),
  syntaxRule('CII-SR-465', 'warning', twoContacts('ram:SellerTradeParty')),
  syntaxRule('CII-SR-466', 'warning', twoContacts('ram:BuyerTradeParty')),
  syntaxRule('CII-SR-467', 'error', {
    at: wholeDocument,
    fails: (_element, facts) => differs(facts, ['ram:SpecifiedTradeSettlementPaymentMeans', 'ram:TypeCode']),
  }),
  syntaxRule('CII-SR-468', 'error', {
    at: wholeDocument,
    fails: (_element, facts) => differs(facts, ['ram:SpecifiedTradeSettlementPaymentMeans', 'ram:Information']),
  }),
  syntaxRule('CII-SR-470', 'error', { at: named('ram:SpecifiedTradeSettlementPaymentMeans'), fails: transferWithoutAccount }),
  syntaxRule('CII-DT-015', 'error', onlyForAttachments('ram:URIID', ['916'])),
  syntaxRule('CII-DT-018', 'error', onlyForAttachments('ram:TypeCode', ['50', '130', '916'])),
  syntaxRule('CII-DT-021', 'error', onlyForAttachments('ram:Name', ['916'])),
  syntaxRule('CII-DT-022', 'error', onlyForAttachments('ram:AttachmentBinaryObject', ['916'])),
  syntaxRule('CII-DT-024', 'error', onlyForAttachments('ram:ReferenceTypeCode', ['130'])),
  syntaxRule('CII-DT-027', 'error', {
    at: ciiEnding('ReferencedDocument'),
    fails: (element) =>
      childrenNamed(element, 'ram:FormattedIssueDateTime').length > 0 && element.name !== 'ram:InvoiceReferencedDocument',
  }),
  syntaxRule('CII-DT-033', 'error', {
    at: ciiEnding('Quantity'),
    fails: (element, facts) =>
      element.attributes['unitCode'] !== undefined &&
      !once(facts, 'billed unit', () =>
        facts.named('ram:BilledQuantity').some((each) => each.attributes['unitCode'] !== undefined),
      ),
  }),
  syntaxRule('CII-DT-037', 'error', {
    at: ciiEnding('TradeTax'),
    fails: (element) => first(element, 'ram:TypeCode') !== undefined && first(element, 'ram:TypeCode') !== 'VAT',
  }),
  syntaxRule('CII-DT-041', 'warning', onlyInHeader('ram:BasisAmount')),
  syntaxRule('CII-DT-052', 'warning', onlyInApplicableTax('ram:ExemptionReasonCode')),
  syntaxRule('CII-DT-054', 'warning', onlyInHeader('ram:TaxPointDate')),
  syntaxRule('CII-DT-058', 'warning', onlyInHeader('ram:DueDateTypeCode')),
  syntaxRule('CII-DT-098', 'warning', onlyInApplicableTax('ram:ExemptionReason')),
  syntaxRule('CII-DT-097', 'error', {
    at: named('udt:DateTimeString'),
    fails: (element) =>
      element.attributes['format'] === '102' &&
      !calendarDate.test(element.text) && { observed: element.text.slice(0, 40), expected: 'YYYYMMDD' },
  }),
];
