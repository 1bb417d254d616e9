// SPDX-License-Identifier: EUPL-1.2
import { childrenNamed, collapse, type XmlElement } from '../xml/element.ts';
import type { SyntaxFamily } from './rule.ts';

/** Where a VAT category stands: on a line (or sub line), an allowance, a charge, or in the VAT breakdown. */
export type VatPlace = 'line' | 'sub-line' | 'allowance' | 'charge' | 'breakdown' | 'elsewhere';

/** One use of a VAT category. */
export interface VatUse {
  readonly place: VatPlace;
  readonly element: XmlElement;
  readonly category: string;
  /** The text of the rate, undefined if there is none. */
  readonly rate: string | undefined;
  /** Whether the tax scheme says that it is VAT; other taxes carry categories as well. */
  readonly vat: boolean;
  /** Whether the allowance or charge belongs to the document as a whole. */
  readonly ofDocument: boolean;
}

interface Names {
  readonly category: string;
  readonly rate: string;
  readonly scheme: (element: XmlElement) => string;
}

const ublNames: Names = {
  category: 'cbc:ID',
  rate: 'cbc:Percent',
  scheme: (element) => childrenNamed(childrenNamed(element, 'cac:TaxScheme')[0], 'cbc:ID')[0]?.text ?? '',
};
const ciiNames: Names = {
  category: 'ram:CategoryCode',
  rate: 'ram:RateApplicablePercent',
  scheme: (element) => childrenNamed(element, 'ram:TypeCode')[0]?.text ?? '',
};

function use(element: XmlElement, place: VatPlace, names: Names): VatUse {
  return {
    place,
    element,
    category: collapse(childrenNamed(element, names.category)[0]?.text ?? ''),
    rate: childrenNamed(element, names.rate)[0]?.text,
    vat: collapse(names.scheme(element)).toUpperCase() === 'VAT',
    ofDocument: element.parent?.parent !== undefined && isHeader(element.parent.parent),
  };
}

function isHeader(element: XmlElement): boolean {
  return (
    element.name === 'ubl:Invoice' || element.name === 'cn:CreditNote' || element.name === 'ram:ApplicableHeaderTradeSettlement'
  );
}

function indicated(owner: XmlElement | undefined): VatPlace {
  const text = owner?.name.startsWith('cac:')
    ? childrenNamed(owner, 'cbc:ChargeIndicator')[0]?.text
    : childrenNamed(childrenNamed(owner, 'ram:ChargeIndicator')[0], 'udt:Indicator')[0]?.text;
  const indicator = collapse(text ?? '');
  if (indicator === 'true' || indicator === '1') return 'charge';
  return indicator === 'false' || indicator === '0' ? 'allowance' : 'elsewhere';
}

function ublPlace(element: XmlElement): VatPlace {
  const owner = element.parent;
  if (owner?.name === 'cac:AllowanceCharge') return indicated(owner);
  if (owner?.name !== 'cac:TaxSubtotal') return 'elsewhere';
  return owner.parent?.parent !== undefined && isHeader(owner.parent.parent) ? 'breakdown' : 'elsewhere';
}

function linePlace(element: XmlElement): VatPlace {
  return element.parent?.parent?.name === 'cac:SubInvoiceLine' ? 'sub-line' : 'line';
}

function ublUses(named: (name: string) => readonly XmlElement[]): VatUse[] {
  return [
    ...named('cac:ClassifiedTaxCategory').map((element) => use(element, linePlace(element), ublNames)),
    ...named('cac:TaxCategory').map((element) => use(element, ublPlace(element), ublNames)),
  ];
}

function ciiPlace(element: XmlElement): VatPlace {
  if (element.parent?.name === 'ram:SpecifiedLineTradeSettlement') return 'line';
  return element.parent?.name === 'ram:ApplicableHeaderTradeSettlement' ? 'breakdown' : 'elsewhere';
}

function ciiUses(named: (name: string) => readonly XmlElement[]): VatUse[] {
  return [
    ...named('ram:ApplicableTradeTax').map((element) => use(element, ciiPlace(element), ciiNames)),
    ...named('ram:CategoryTradeTax').map((element) => use(element, indicated(element.parent), ciiNames)),
  ];
}

/** Every use of a VAT category in a document. */
export function vatUses(family: SyntaxFamily, named: (name: string) => readonly XmlElement[]): VatUse[] {
  return family === 'cii' ? ciiUses(named) : ublUses(named);
}
