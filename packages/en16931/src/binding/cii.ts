// SPDX-License-Identifier: EUPL-1.2
// Mapping of CEN/TS 16931-3-3 (UN/CEFACT CII D16B) as a table; reader, writer and the list of unknown elements all follow it.
import type { Binding, GroupRow, Row } from './binding.ts';
import { address, agreementParties, allowanceCharge, payee, period, taxCategory } from './cii-parts.ts';

const transaction = 'rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;

function below(path: string, rows: readonly Row[]): Row[] {
  return rows.map((row) => ('group' in row ? { ...row, path: `${path}/${row.path}` } : withPath(row, path)));
}

function withPath(row: Exclude<Row, GroupRow>, path: string): Row {
  return row[2] === undefined ? [row[0], `${path}/${row[1]}`] : [row[0], `${path}/${row[1]}`, row[2]];
}

const head: readonly Row[] = [
  ['BT-23', 'rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID', 'BG-2'],
  ['BT-24', 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID', 'BG-2'],
  ['BT-1', 'rsm:ExchangedDocument/ram:ID'],
  ['BT-3', 'rsm:ExchangedDocument/ram:TypeCode'],
  ['BT-2', 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString'],
  {
    group: 'BG-1',
    path: 'rsm:ExchangedDocument/ram:IncludedNote',
    rows: [
      ['BT-22', 'ram:Content'],
      ['BT-21', 'ram:SubjectCode'],
    ],
  },
];

const product: readonly Row[] = below('ram:SpecifiedTradeProduct', [
  ['BT-157', 'ram:GlobalID', 'BG-31'],
  ['BT-155', 'ram:SellerAssignedID', 'BG-31'],
  ['BT-156', 'ram:BuyerAssignedID', 'BG-31'],
  ['BT-153', 'ram:Name', 'BG-31'],
  ['BT-154', 'ram:Description', 'BG-31'],
  {
    group: 'BG-32',
    path: 'ram:ApplicableProductCharacteristic',
    rows: [
      ['BT-160', 'ram:Description'],
      ['BT-161', 'ram:Value'],
    ],
  },
  ['BT-158', 'ram:DesignatedProductClassification*/ram:ClassCode', 'BG-31'],
  ['BT-159', 'ram:OriginTradeCountry/ram:ID', 'BG-31'],
]);

const linePrice: readonly Row[] = below('ram:SpecifiedLineTradeAgreement', [
  ['BT-132', 'ram:BuyerOrderReferencedDocument/ram:LineID'],
  ['BT-148', 'ram:GrossPriceProductTradePrice/ram:ChargeAmount', 'BG-29'],
  ['TX-gross-quantity', 'ram:GrossPriceProductTradePrice/ram:BasisQuantity', 'BG-29'],
  ['TX-indicator', 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator', 'BG-29'],
  ['BT-147', 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount', 'BG-29'],
  ['BT-146', 'ram:NetPriceProductTradePrice/ram:ChargeAmount', 'BG-29'],
  ['BT-149', 'ram:NetPriceProductTradePrice/ram:BasisQuantity', 'BG-29'],
  ['BT-150', 'ram:NetPriceProductTradePrice/ram:BasisQuantity@unitCode', 'BG-29'],
]);

const lineSettlement: readonly Row[] = below('ram:SpecifiedLineTradeSettlement', [
  taxCategory('BG-30', 'ram:ApplicableTradeTax', ['BT-151', 'BT-152']),
  period('BG-26', 'ram:BillingSpecifiedPeriod', ['BT-134', 'BT-135']),
  allowanceCharge('BG-27', false, ['BT-138', 'BT-137', 'BT-136', 'BT-140', 'BT-139']),
  allowanceCharge('BG-28', true, ['BT-143', 'BT-142', 'BT-141', 'BT-145', 'BT-144']),
  ['BT-131', 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'],
  {
    group: 'TX-line-object',
    path: 'ram:AdditionalReferencedDocument',
    rows: [
      ['BT-128', 'ram:IssuerAssignedID'],
      ['TX-type', 'ram:TypeCode'],
      ['TX-scheme', 'ram:ReferenceTypeCode'],
    ],
  },
  ['BT-133', 'ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID'],
]);

const line: GroupRow = {
  group: 'BG-25',
  path: `${transaction}/ram:IncludedSupplyChainTradeLineItem`,
  rows: [
    ['BT-126', 'ram:AssociatedDocumentLineDocument/ram:LineID'],
    ['BT-127', 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'],
    ...product,
    ...linePrice,
    ['BT-129', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'],
    ['BT-130', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity@unitCode'],
    ...lineSettlement,
  ],
};

const references: readonly Row[] = below(agreement, [
  ['BT-10', 'ram:BuyerReference'],
  ...agreementParties,
  ['BT-14', 'ram:SellerOrderReferencedDocument/ram:IssuerAssignedID'],
  ['BT-13', 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID'],
  ['BT-12', 'ram:ContractReferencedDocument/ram:IssuerAssignedID'],
  ['BT-17', 'ram:AdditionalReferencedDocument[ram:TypeCode=50]/ram:IssuerAssignedID'],
  {
    group: 'TX-object',
    path: 'ram:AdditionalReferencedDocument[ram:TypeCode=130]',
    rows: [
      ['BT-18', 'ram:IssuerAssignedID', '/'],
      ['TX-type', 'ram:TypeCode'],
      ['TX-scheme', 'ram:ReferenceTypeCode'],
    ],
  },
  {
    group: 'BG-24',
    path: 'ram:AdditionalReferencedDocument',
    rows: [
      ['BT-122', 'ram:IssuerAssignedID'],
      ['BT-124', 'ram:URIID'],
      ['TX-type', 'ram:TypeCode'],
      ['BT-123', 'ram:Name'],
      ['BT-125', 'ram:AttachmentBinaryObject'],
    ],
  },
  ['BT-11', 'ram:SpecifiedProcuringProject/ram:ID'],
  ['TX-project', 'ram:SpecifiedProcuringProject/ram:Name'],
]);

const delivery: GroupRow = {
  group: 'BG-13',
  path: `${transaction}/ram:ApplicableHeaderTradeDelivery`,
  rows: [
    ['BT-71', 'ram:ShipToTradeParty/ram:ID'],
    ['BT-71', 'ram:ShipToTradeParty/ram:GlobalID'],
    ['BT-70', 'ram:ShipToTradeParty/ram:Name'],
    address('BG-15', 'ram:ShipToTradeParty/ram:PostalTradeAddress', [
      'BT-75',
      'BT-76',
      'BT-165',
      'BT-77',
      'BT-78',
      'BT-79',
      'BT-80',
    ]),
    ['BT-72', 'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString'],
    ['BT-16', 'ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID', '/'],
    ['BT-15', 'ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID', '/'],
  ],
};

const paymentMeans: GroupRow = {
  group: 'BG-16',
  path: 'ram:SpecifiedTradeSettlementPaymentMeans',
  rows: [
    ['BT-81', 'ram:TypeCode'],
    ['BT-82', 'ram:Information'],
    {
      group: 'BG-18',
      path: 'ram:ApplicableTradeSettlementFinancialCard',
      rows: [
        ['BT-87', 'ram:ID'],
        ['BT-88', 'ram:CardholderName'],
      ],
    },
    ['BT-91', 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID', 'BG-19'],
    {
      group: 'BG-17',
      path: 'ram:PayeePartyCreditorFinancialAccount',
      rows: [
        ['BT-84', 'ram:IBANID'],
        ['BT-85', 'ram:AccountName'],
        ['BT-84', 'ram:ProprietaryID'],
      ],
    },
    ['BT-86', 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID', 'BG-17'],
  ],
};

const breakdown: GroupRow = {
  group: 'BG-23',
  path: 'ram:ApplicableTradeTax',
  rows: [
    ['BT-117', 'ram:CalculatedAmount'],
    ['TX-scheme', 'ram:TypeCode'],
    ['BT-120', 'ram:ExemptionReason'],
    ['BT-116', 'ram:BasisAmount'],
    ['BT-118', 'ram:CategoryCode'],
    ['BT-121', 'ram:ExemptionReasonCode'],
    ['BT-7', 'ram:TaxPointDate/udt:DateString', '/'],
    ['BT-8', 'ram:DueDateTypeCode', '/'],
    ['BT-119', 'ram:RateApplicablePercent'],
  ],
};

const sums: readonly Row[] = below(settlement, [
  ['BT-90', 'ram:CreditorReferenceID', '/BG-19'],
  ['BT-83', 'ram:PaymentReference'],
  ['BT-6', 'ram:TaxCurrencyCode'],
  ['BT-5', 'ram:InvoiceCurrencyCode'],
  payee,
  paymentMeans,
  breakdown,
  period('BG-14', 'ram:BillingSpecifiedPeriod', ['BT-73', 'BT-74']),
  allowanceCharge('BG-20', false, ['BT-94', 'BT-93', 'BT-92', 'BT-98', 'BT-97', 'BT-95', 'BT-96']),
  allowanceCharge('BG-21', true, ['BT-101', 'BT-100', 'BT-99', 'BT-105', 'BT-104', 'BT-102', 'BT-103']),
  ['BT-20', 'ram:SpecifiedTradePaymentTerms/ram:Description'],
  ['BT-9', 'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString'],
  ['BT-89', 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID', '/BG-19'],
  {
    group: 'BG-22',
    path: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    rows: [
      ['BT-106', 'ram:LineTotalAmount'],
      ['BT-108', 'ram:ChargeTotalAmount'],
      ['BT-107', 'ram:AllowanceTotalAmount'],
      ['BT-109', 'ram:TaxBasisTotalAmount'],
      ['TX-tax', 'ram:TaxTotalAmount'],
      ['BT-114', 'ram:RoundingAmount'],
      ['BT-112', 'ram:GrandTotalAmount'],
      ['BT-113', 'ram:TotalPrepaidAmount'],
      ['BT-115', 'ram:DuePayableAmount'],
    ],
  },
  {
    group: 'BG-3',
    path: 'ram:InvoiceReferencedDocument',
    rows: [
      ['BT-25', 'ram:IssuerAssignedID'],
      ['BT-26', 'ram:FormattedIssueDateTime/qdt:DateTimeString'],
    ],
  },
  ['BT-19', 'ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID'],
]);

/** UN/CEFACT Cross Industry Invoice D16B. */
export const ciiInvoice: Binding = { root: 'rsm:CrossIndustryInvoice', rows: [...head, line, ...references, delivery, ...sums] };
