// SPDX-License-Identifier: EUPL-1.2
import type { FieldRow, GroupRow, Row } from './binding.ts';

/** A postal address in CII. */
export function address(
  group: string,
  path: string,
  terms: readonly [string, string, string, string, string, string, string],
): GroupRow {
  const [one, two, three, city, postCode, subdivision, country] = terms;
  return {
    group,
    path,
    rows: [
      [postCode, 'ram:PostcodeCode'],
      [one, 'ram:LineOne'],
      [two, 'ram:LineTwo'],
      [three, 'ram:LineThree'],
      [city, 'ram:CityName'],
      [country, 'ram:CountryID'],
      [subdivision, 'ram:CountrySubDivisionName'],
    ],
  };
}

/** Begin and end of a period. */
export function period(group: string, path: string, [start, end]: readonly [string, string]): GroupRow {
  return {
    group,
    path,
    rows: [
      [start, 'ram:StartDateTime/udt:DateTimeString'],
      [end, 'ram:EndDateTime/udt:DateTimeString'],
    ],
  };
}

/** The VAT category of something; `TX-scheme` says which tax is meant. */
export function taxCategory(group: string, path: string, [category, rate]: readonly [string, string]): GroupRow {
  return {
    group,
    path,
    rows: [
      ['TX-scheme', 'ram:TypeCode'],
      [category, 'ram:CategoryCode'],
      [rate, 'ram:RateApplicablePercent'],
    ],
  };
}

/** An allowance or a charge; which of both the indicator says. */
export function allowanceCharge(group: string, charge: boolean, terms: readonly string[]): GroupRow {
  const [factor = '', base = '', amount = '', code = '', reason = '', category, rate = ''] = terms;
  const taxed: readonly Row[] =
    category === undefined ? [] : [taxCategory('TX-category', 'ram:CategoryTradeTax', [category, rate])];
  return {
    group,
    path: `ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=${charge ? 'true|1' : 'false|0'}]`,
    rows: [
      [factor, 'ram:CalculationPercent'],
      [base, 'ram:BasisAmount'],
      [amount, 'ram:ActualAmount'],
      [code, 'ram:ReasonCode'],
      [reason, 'ram:Reason'],
      ...taxed,
    ],
  };
}

interface PartyTerms {
  readonly id: string;
  readonly name: string;
  readonly legal?: string;
  readonly trading?: string;
}

function partyHead({ id, name, legal, trading }: PartyTerms): FieldRow[] {
  const rows: FieldRow[] = [
    [id, 'ram:ID'],
    [id, 'ram:GlobalID'],
    [name, 'ram:Name'],
  ];
  if (legal !== undefined) rows.push([legal, 'ram:SpecifiedLegalOrganization/ram:ID']);
  if (trading !== undefined) rows.push([trading, 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName']);
  return rows;
}

function contact(group: string, [person, phone, mail]: readonly [string, string, string]): GroupRow {
  return {
    group,
    path: 'ram:DefinedTradeContact',
    rows: [
      [person, 'ram:PersonName'],
      [person, 'ram:DepartmentName'],
      [phone, 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'],
      [mail, 'ram:EmailURIUniversalCommunication/ram:URIID'],
    ],
  };
}

const registration = 'ram:SpecifiedTaxRegistration';

/** Seller, buyer and tax representative. */
export const agreementParties: readonly GroupRow[] = [
  {
    group: 'BG-4',
    path: 'ram:SellerTradeParty',
    rows: [
      ...partyHead({ id: 'BT-29', name: 'BT-27' }).slice(0, 3),
      ['BT-33', 'ram:Description'],
      ['BT-30', 'ram:SpecifiedLegalOrganization/ram:ID'],
      ['BT-28', 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName'],
      contact('BG-6', ['BT-41', 'BT-42', 'BT-43']),
      address('BG-5', 'ram:PostalTradeAddress', ['BT-35', 'BT-36', 'BT-162', 'BT-37', 'BT-38', 'BT-39', 'BT-40']),
      ['BT-34', 'ram:URIUniversalCommunication/ram:URIID'],
      ['BT-31', `${registration}[ram:ID@schemeID=VA]*/ram:ID`],
      ['BT-32', `${registration}[ram:ID@schemeID=FC]*/ram:ID`],
    ],
  },
  {
    group: 'BG-7',
    path: 'ram:BuyerTradeParty',
    rows: [
      ...partyHead({ id: 'BT-46', name: 'BT-44', legal: 'BT-47', trading: 'BT-45' }),
      contact('BG-9', ['BT-56', 'BT-57', 'BT-58']),
      address('BG-8', 'ram:PostalTradeAddress', ['BT-50', 'BT-51', 'BT-163', 'BT-52', 'BT-53', 'BT-54', 'BT-55']),
      ['BT-49', 'ram:URIUniversalCommunication/ram:URIID'],
      ['BT-48', `${registration}[ram:ID@schemeID=VA]*/ram:ID`],
    ],
  },
  {
    group: 'BG-11',
    path: 'ram:SellerTaxRepresentativeTradeParty',
    rows: [
      ['BT-62', 'ram:Name'],
      address('BG-12', 'ram:PostalTradeAddress', ['BT-64', 'BT-65', 'BT-164', 'BT-66', 'BT-67', 'BT-68', 'BT-69']),
      ['BT-63', `${registration}[ram:ID@schemeID=VA]*/ram:ID`],
    ],
  },
];

/** The payee. */
export const payee: GroupRow = {
  group: 'BG-10',
  path: 'ram:PayeeTradeParty',
  rows: partyHead({ id: 'BT-60', name: 'BT-59', legal: 'BT-61' }),
};
