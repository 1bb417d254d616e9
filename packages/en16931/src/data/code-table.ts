// SPDX-License-Identifier: EUPL-1.2
// Code lists: EN 16931-1, 6.4.2 (BR-CL). A table: which element or attribute of each syntax holds a code of which list.
import * as general from './codes-general.ts';
import { objectSchemes } from './codes-references.ts';
import { units } from './codes-units.ts';
import { type CodeList, codeList, extended } from '../model/code-list.ts';
import { childrenNamed, collapse, type XmlElement } from '../xml/element.ts';

/** Where codes stand: names of elements, with the parent if it matters (`parent/name`), and the attribute if it is one. */
export interface Site {
  readonly elements: readonly string[];
  readonly attribute?: string;
  readonly when?: (element: XmlElement) => boolean;
  readonly list: CodeList;
  /** Set for the one list whose codes are compared regardless of case. */
  readonly anyCase?: boolean;
  /** Attributes are checked only where they are given; this one is checked even if it is missing. */
  readonly always?: boolean;
}

/** One code rule and its sites in both syntaxes. */
export interface CodeRow {
  readonly id: string;
  readonly terms: readonly string[];
  readonly ubl: readonly Site[];
  readonly cii: readonly Site[];
}

/** Media types of attachments. */
export const mediaTypes = codeList(
  'MIME',
  'application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.oasis.opendocument.spreadsheet',
);
const taxPointUbl = codeList('UNTDID 2005', '3 35 432');
const taxPointCii = codeList('UNTDID 2475', '5 29 72');
const ublCountries = extended(general.countries, 'SS');
const ciiCountries = extended(general.countries, 'AN');
const ublAmounts = [
  'Amount',
  'BaseAmount',
  'PriceAmount',
  'TaxAmount',
  'TaxableAmount',
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'AllowanceTotalAmount',
  'ChargeTotalAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
].map((name) => `cbc:${name}`);

function below(element: XmlElement, name: string): boolean {
  for (let outer = element.parent; outer !== undefined; outer = outer.parent) if (outer.name === name) return true;
  return false;
}

function indicator(wanted: 'true' | 'false'): (element: XmlElement) => boolean {
  return (element) => {
    const owner = element.parent;
    const holder = owner?.name.startsWith('ram:') ? childrenNamed(owner, 'ram:ChargeIndicator')[0] : owner;
    const text = childrenNamed(holder, holder === owner ? 'cbc:ChargeIndicator' : 'udt:Indicator')[0]?.text ?? '';
    const said = collapse(text);
    return said === wanted || said === (wanted === 'true' ? '1' : '0');
  };
}

function describesObject(element: XmlElement): boolean {
  return childrenNamed(element.parent, 'cbc:DocumentTypeCode').some((code) => code.text === '130');
}

/** The creditor identifier of a direct debit (BT-90) hides among the identifiers of seller and payee. */
function ofCreditor(element: XmlElement): boolean {
  return below(element, 'cac:AccountingSupplierParty') || below(element, 'cac:PayeeParty');
}

function party(element: XmlElement): boolean {
  return !below(element, 'ram:SpecifiedTradeProduct') && !below(element, 'ram:ShipToTradeParty');
}

function text(list: CodeList, ...elements: string[]): Site[] {
  return [{ elements, list }];
}

function scheme(list: CodeList, elements: readonly string[], when?: (element: XmlElement) => boolean): Site[] {
  const site = { elements, attribute: 'schemeID', list };
  return [when === undefined ? site : { ...site, when }];
}

const { identifierSchemes: icd, currencies, vatCategories } = general;

/** The table of code rules except BR-CL-08, whose UBL form hides the code in a text. */
export const codeTable: readonly CodeRow[] = [
  {
    id: 'BR-CL-01',
    terms: ['BT-3'],
    ubl: [
      ...text(general.documentTypesOfInvoices, 'cbc:InvoiceTypeCode'),
      ...text(general.documentTypesOfCreditNotes, 'cbc:CreditNoteTypeCode'),
    ],
    cii: text(
      extended(general.documentTypesOfInvoices, ...general.documentTypesOfCreditNotes.codes),
      'rsm:ExchangedDocument/ram:TypeCode',
    ),
  },
  {
    id: 'BR-CL-03',
    terms: ['BT-5'],
    ubl: [{ elements: ublAmounts, attribute: 'currencyID', list: currencies, always: true }],
    cii: [{ elements: ['ram:TaxTotalAmount'], attribute: 'currencyID', list: currencies }],
  },
  {
    id: 'BR-CL-04',
    terms: ['BT-5'],
    ubl: text(currencies, 'cbc:DocumentCurrencyCode'),
    cii: text(currencies, 'ram:InvoiceCurrencyCode'),
  },
  { id: 'BR-CL-05', terms: ['BT-6'], ubl: text(currencies, 'cbc:TaxCurrencyCode'), cii: text(currencies, 'ram:TaxCurrencyCode') },
  {
    id: 'BR-CL-06',
    terms: ['BT-8'],
    ubl: text(taxPointUbl, 'cac:InvoicePeriod/cbc:DescriptionCode'),
    cii: text(taxPointCii, 'ram:DueDateTypeCode'),
  },
  {
    id: 'BR-CL-07',
    terms: ['BT-18', 'BT-128'],
    ubl: scheme(objectSchemes, ['cac:AdditionalDocumentReference/cbc:ID', 'cac:DocumentReference/cbc:ID'], describesObject),
    cii: text(objectSchemes, 'ram:ReferenceTypeCode'),
  },
  {
    id: 'BR-CL-10',
    terms: ['BT-29', 'BT-46', 'BT-60'],
    ubl: [
      ...scheme(extended(icd, 'SEPA'), ['cac:PartyIdentification/cbc:ID'], ofCreditor),
      ...scheme(icd, ['cac:PartyIdentification/cbc:ID'], (element) => !ofCreditor(element)),
    ],
    cii: scheme(icd, ['ram:GlobalID'], party),
  },
  {
    id: 'BR-CL-11',
    terms: ['BT-30', 'BT-47', 'BT-61'],
    ubl: scheme(icd, ['cac:PartyLegalEntity/cbc:CompanyID']),
    cii: scheme(icd, ['ram:ID'], (element) => !below(element, 'ram:SpecifiedTaxRegistration')),
  },
  {
    id: 'BR-CL-13',
    terms: ['BT-158'],
    ubl: [
      {
        elements: ['cac:CommodityClassification/cbc:ItemClassificationCode'],
        attribute: 'listID',
        list: general.itemClassifications,
      },
    ],
    cii: [{ elements: ['ram:ClassCode'], attribute: 'listID', list: general.itemClassifications }],
  },
  {
    id: 'BR-CL-14',
    terms: ['BT-40', 'BT-55', 'BT-69', 'BT-80'],
    ubl: text(ublCountries, 'cac:Country/cbc:IdentificationCode'),
    cii: text(ciiCountries, 'ram:CountryID'),
  },
  {
    id: 'BR-CL-15',
    terms: ['BT-159'],
    ubl: text(ublCountries, 'cac:OriginCountry/cbc:IdentificationCode'),
    cii: text(ciiCountries, 'ram:OriginTradeCountry/ram:ID'),
  },
  {
    id: 'BR-CL-16',
    terms: ['BT-81'],
    ubl: text(general.paymentMeans, 'cac:PaymentMeans/cbc:PaymentMeansCode'),
    cii: text(general.paymentMeans, 'ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode'),
  },
  {
    id: 'BR-CL-17',
    terms: ['BT-118', 'BT-95', 'BT-102'],
    ubl: text(vatCategories, 'cac:TaxCategory/cbc:ID'),
    cii: text(vatCategories, 'ram:CategoryTradeTax/ram:CategoryCode'),
  },
  {
    id: 'BR-CL-18',
    terms: ['BT-151'],
    ubl: text(vatCategories, 'cac:ClassifiedTaxCategory/cbc:ID'),
    cii: text(vatCategories, 'ram:ApplicableTradeTax/ram:CategoryCode'),
  },
  {
    id: 'BR-CL-19',
    terms: ['BT-98', 'BT-140'],
    ubl: [
      {
        elements: ['cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'],
        list: general.allowanceReasons,
        when: indicator('false'),
      },
    ],
    cii: [
      {
        elements: ['ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode'],
        list: general.allowanceReasons,
        when: indicator('false'),
      },
    ],
  },
  {
    id: 'BR-CL-20',
    terms: ['BT-105', 'BT-145'],
    ubl: [
      { elements: ['cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'], list: general.chargeReasons, when: indicator('true') },
    ],
    cii: [
      { elements: ['ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode'], list: general.chargeReasons, when: indicator('true') },
    ],
  },
  {
    id: 'BR-CL-21',
    terms: ['BT-157'],
    ubl: scheme(icd, ['cac:StandardItemIdentification/cbc:ID']),
    cii: scheme(icd, ['ram:SpecifiedTradeProduct/ram:GlobalID']),
  },
  {
    id: 'BR-CL-22',
    terms: ['BT-121'],
    ubl: [{ elements: ['cbc:TaxExemptionReasonCode'], list: general.exemptionReasons, anyCase: true }],
    cii: [{ elements: ['ram:ExemptionReasonCode'], list: general.exemptionReasons, anyCase: true }],
  },
  {
    id: 'BR-CL-23',
    terms: ['BT-130', 'BT-150'],
    ubl: [{ elements: ['cbc:InvoicedQuantity', 'cbc:BaseQuantity', 'cbc:CreditedQuantity'], attribute: 'unitCode', list: units }],
    cii: [{ elements: ['ram:BasisQuantity', 'ram:BilledQuantity'], attribute: 'unitCode', list: units }],
  },
  {
    id: 'BR-CL-24',
    terms: ['BT-125'],
    ubl: [{ elements: ['cbc:EmbeddedDocumentBinaryObject'], attribute: 'mimeCode', list: mediaTypes }],
    cii: [{ elements: ['ram:AttachmentBinaryObject'], attribute: 'mimeCode', list: mediaTypes }],
  },
  {
    id: 'BR-CL-25',
    terms: ['BT-34', 'BT-49'],
    ubl: scheme(general.electronicAddressSchemes, ['cbc:EndpointID']),
    cii: scheme(general.electronicAddressSchemes, ['ram:URIUniversalCommunication/ram:URIID']),
  },
  {
    id: 'BR-CL-26',
    terms: ['BT-71'],
    ubl: scheme(icd, ['cac:DeliveryLocation/cbc:ID']),
    cii: scheme(
      icd,
      ['ram:ShipToTradeParty/ram:GlobalID'],
      (element) => element.parent?.parent?.name === 'ram:ApplicableHeaderTradeDelivery',
    ),
  },
];
