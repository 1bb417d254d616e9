// SPDX-License-Identifier: EUPL-1.2
import type { GroupRow, Row } from './binding.ts';

/** The seven terms of a postal address: lines 1 to 3, city, post code, subdivision, country. */
export type AddressTerms = readonly [string, string, string, string, string, string, string];

/** A postal address in UBL. */
export function address(
  group: string,
  path: string,
  [one, two, three, city, postCode, subdivision, country]: AddressTerms,
): GroupRow {
  return {
    group,
    path,
    rows: [
      [one, 'cbc:StreetName'],
      [two, 'cbc:AdditionalStreetName'],
      [city, 'cbc:CityName'],
      [postCode, 'cbc:PostalZone'],
      [subdivision, 'cbc:CountrySubentity'],
      [three, 'cac:AddressLine/cbc:Line'],
      [country, 'cac:Country/cbc:IdentificationCode'],
    ],
  };
}

/** The VAT category of something; `TX-scheme` says which tax is meant. */
export function taxCategory(group: string, path: string, [category, rate]: readonly [string, string]): GroupRow {
  return {
    group,
    path,
    rows: [
      [category, 'cbc:ID'],
      [rate, 'cbc:Percent'],
      ['TX-scheme', 'cac:TaxScheme/cbc:ID'],
    ],
  };
}

type AllowanceTerms = readonly [code: string, reason: string, factor: string, amount: string, base: string];

/** An allowance or a charge; which of both the indicator says. */
export function allowanceCharge(group: string, charge: boolean, [code, reason, factor, amount, base]: AllowanceTerms): GroupRow {
  return {
    group,
    path: `cac:AllowanceCharge[cbc:ChargeIndicator=${charge ? 'true|1' : 'false|0'}]`,
    rows: [
      [code, 'cbc:AllowanceChargeReasonCode'],
      [reason, 'cbc:AllowanceChargeReason'],
      [factor, 'cbc:MultiplierFactorNumeric'],
      [amount, 'cbc:Amount'],
      [base, 'cbc:BaseAmount'],
    ],
  };
}

/** An allowance or a charge of the whole document, with its VAT category. */
export function documentAllowanceCharge(group: string, charge: boolean, terms: readonly string[]): GroupRow {
  const [code = '', reason = '', factor = '', amount = '', base = '', category = '', rate = ''] = terms;
  const plain = allowanceCharge(group, charge, [code, reason, factor, amount, base]);
  return { ...plain, rows: [...plain.rows, taxCategory('TX-category', 'cac:TaxCategory', [category, rate])] };
}

const sellerRows: readonly Row[] = [
  ['BT-34', 'cac:Party/cbc:EndpointID'],
  ['BT-90', 'cac:Party/cac:PartyIdentification[cbc:ID@schemeID=SEPA]*/cbc:ID', '/BG-19'],
  ['BT-29', 'cac:Party/cac:PartyIdentification*/cbc:ID'],
  ['BT-28', 'cac:Party/cac:PartyName/cbc:Name'],
  address('BG-5', 'cac:Party/cac:PostalAddress', ['BT-35', 'BT-36', 'BT-162', 'BT-37', 'BT-38', 'BT-39', 'BT-40']),
  ['BT-31', 'cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID=VAT]*/cbc:CompanyID'],
  ['BT-32', 'cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT]*/cbc:CompanyID'],
  ['BT-27', 'cac:Party/cac:PartyLegalEntity/cbc:RegistrationName'],
  ['BT-30', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'],
  ['BT-33', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm'],
  {
    group: 'BG-6',
    path: 'cac:Party/cac:Contact',
    rows: [
      ['BT-41', 'cbc:Name'],
      ['BT-42', 'cbc:Telephone'],
      ['BT-43', 'cbc:ElectronicMail'],
    ],
  },
];

const buyerRows: readonly Row[] = [
  ['BT-49', 'cac:Party/cbc:EndpointID'],
  ['BT-46', 'cac:Party/cac:PartyIdentification*/cbc:ID'],
  ['BT-45', 'cac:Party/cac:PartyName/cbc:Name'],
  address('BG-8', 'cac:Party/cac:PostalAddress', ['BT-50', 'BT-51', 'BT-163', 'BT-52', 'BT-53', 'BT-54', 'BT-55']),
  ['BT-48', 'cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID=VAT]*/cbc:CompanyID'],
  ['BT-44', 'cac:Party/cac:PartyLegalEntity/cbc:RegistrationName'],
  ['BT-47', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'],
  {
    group: 'BG-9',
    path: 'cac:Party/cac:Contact',
    rows: [
      ['BT-56', 'cbc:Name'],
      ['BT-57', 'cbc:Telephone'],
      ['BT-58', 'cbc:ElectronicMail'],
    ],
  },
];

/** Seller, buyer, payee and tax representative in UBL. */
export const parties: readonly GroupRow[] = [
  { group: 'BG-4', path: 'cac:AccountingSupplierParty', rows: sellerRows },
  { group: 'BG-7', path: 'cac:AccountingCustomerParty', rows: buyerRows },
  {
    group: 'BG-10',
    path: 'cac:PayeeParty',
    rows: [
      ['BT-90', 'cac:PartyIdentification[cbc:ID@schemeID=SEPA]*/cbc:ID', '/BG-19'],
      ['BT-60', 'cac:PartyIdentification*/cbc:ID'],
      ['BT-59', 'cac:PartyName/cbc:Name'],
      ['BT-61', 'cac:PartyLegalEntity/cbc:CompanyID'],
    ],
  },
  {
    group: 'BG-11',
    path: 'cac:TaxRepresentativeParty',
    rows: [
      ['BT-62', 'cac:PartyName/cbc:Name'],
      address('BG-12', 'cac:PostalAddress', ['BT-64', 'BT-65', 'BT-164', 'BT-66', 'BT-67', 'BT-68', 'BT-69']),
      ['BT-63', 'cac:PartyTaxScheme[cac:TaxScheme/cbc:ID=VAT]*/cbc:CompanyID'],
    ],
  },
];
