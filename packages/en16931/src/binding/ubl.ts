// SPDX-License-Identifier: EUPL-1.2
// Mapping of CEN/TS 16931-3-2 (UBL 2.1) as a table; reader, writer and the list of unknown elements all follow it.
import type { Binding, GroupRow, Row } from './binding.ts';
import { address, allowanceCharge, documentAllowanceCharge, parties, taxCategory } from './ubl-parts.ts';

function paymentMeans(dueDate: readonly Row[]): GroupRow {
  return {
    group: 'BG-16',
    path: 'cac:PaymentMeans',
    rows: [
      ['BT-81', 'cbc:PaymentMeansCode'],
      ['BT-82', 'cbc:PaymentMeansCode@name'],
      ...dueDate,
      ['BT-83', 'cbc:PaymentID'],
      {
        group: 'BG-18',
        path: 'cac:CardAccount',
        rows: [
          ['BT-87', 'cbc:PrimaryAccountNumberID'],
          ['TX-network', 'cbc:NetworkID'],
          ['BT-88', 'cbc:HolderName'],
        ],
      },
      {
        group: 'BG-17',
        path: 'cac:PayeeFinancialAccount',
        rows: [
          ['BT-84', 'cbc:ID'],
          ['BT-85', 'cbc:Name'],
          ['BT-86', 'cac:FinancialInstitutionBranch/cbc:ID'],
        ],
      },
      {
        group: 'BG-19',
        path: 'cac:PaymentMandate',
        rows: [
          ['BT-89', 'cbc:ID'],
          ['BT-91', 'cac:PayerFinancialAccount/cbc:ID'],
        ],
      },
    ],
  };
}

const itemAndPrice: readonly Row[] = [
  ['BT-154', 'cac:Item/cbc:Description', 'BG-31'],
  ['BT-153', 'cac:Item/cbc:Name', 'BG-31'],
  ['BT-156', 'cac:Item/cac:BuyersItemIdentification/cbc:ID', 'BG-31'],
  ['BT-155', 'cac:Item/cac:SellersItemIdentification/cbc:ID', 'BG-31'],
  ['BT-157', 'cac:Item/cac:StandardItemIdentification/cbc:ID', 'BG-31'],
  ['BT-159', 'cac:Item/cac:OriginCountry/cbc:IdentificationCode', 'BG-31'],
  ['BT-158', 'cac:Item/cac:CommodityClassification*/cbc:ItemClassificationCode', 'BG-31'],
  taxCategory('BG-30', 'cac:Item/cac:ClassifiedTaxCategory', ['BT-151', 'BT-152']),
  {
    group: 'BG-32',
    path: 'cac:Item/cac:AdditionalItemProperty',
    rows: [
      ['BT-160', 'cbc:Name'],
      ['BT-161', 'cbc:Value'],
    ],
  },
  {
    group: 'BG-29',
    path: 'cac:Price',
    rows: [
      ['BT-146', 'cbc:PriceAmount'],
      ['BT-149', 'cbc:BaseQuantity'],
      ['BT-150', 'cbc:BaseQuantity@unitCode'],
      {
        group: 'TX-price-allowance',
        path: 'cac:AllowanceCharge',
        rows: [
          ['TX-indicator', 'cbc:ChargeIndicator'],
          ['BT-147', 'cbc:Amount'],
          ['BT-148', 'cbc:BaseAmount'],
        ],
      },
    ],
  },
];

function lineRows(quantity: string, subLine: GroupRow | undefined): readonly Row[] {
  const nested: readonly Row[] = subLine === undefined ? [] : [subLine];
  return [
    ['BT-126', 'cbc:ID'],
    ['BT-127', 'cbc:Note'],
    ['BT-129', `cbc:${quantity}`],
    ['BT-130', `cbc:${quantity}@unitCode`],
    ['BT-131', 'cbc:LineExtensionAmount'],
    ['BT-133', 'cbc:AccountingCost'],
    {
      group: 'BG-26',
      path: 'cac:InvoicePeriod',
      rows: [
        ['BT-134', 'cbc:StartDate'],
        ['BT-135', 'cbc:EndDate'],
      ],
    },
    ['BT-132', 'cac:OrderLineReference/cbc:LineID'],
    {
      group: 'TX-line-object',
      path: 'cac:DocumentReference',
      rows: [
        ['BT-128', 'cbc:ID'],
        ['TX-type', 'cbc:DocumentTypeCode'],
      ],
    },
    allowanceCharge('BG-27', false, ['BT-140', 'BT-139', 'BT-138', 'BT-136', 'BT-137']),
    allowanceCharge('BG-28', true, ['BT-145', 'BT-144', 'BT-143', 'BT-141', 'BT-142']),
    ...itemAndPrice,
    ...nested,
  ];
}

/** Sub invoice lines may nest; eight levels are more than any invoice has. */
function subLine(level: number): GroupRow {
  return {
    group: 'BG-DEX-01',
    path: 'cac:SubInvoiceLine',
    rows: lineRows('InvoicedQuantity', level > 1 ? subLine(level - 1) : undefined),
  };
}

function totals(): readonly Row[] {
  const breakdown: GroupRow = {
    group: 'BG-23',
    path: 'cac:TaxSubtotal',
    rows: [
      ['BT-116', 'cbc:TaxableAmount'],
      ['BT-117', 'cbc:TaxAmount'],
      {
        group: 'TX-category',
        path: 'cac:TaxCategory',
        rows: [
          ['BT-118', 'cbc:ID'],
          ['BT-119', 'cbc:Percent'],
          ['BT-121', 'cbc:TaxExemptionReasonCode'],
          ['BT-120', 'cbc:TaxExemptionReason'],
          ['TX-scheme', 'cac:TaxScheme/cbc:ID'],
        ],
      },
    ],
  };
  return [
    documentAllowanceCharge('BG-20', false, ['BT-98', 'BT-97', 'BT-94', 'BT-92', 'BT-93', 'BT-95', 'BT-96']),
    documentAllowanceCharge('BG-21', true, ['BT-105', 'BT-104', 'BT-101', 'BT-99', 'BT-100', 'BT-102', 'BT-103']),
    { group: 'TX-total', path: 'cac:TaxTotal', rows: [['TX-tax', 'cbc:TaxAmount'], breakdown] },
    {
      group: 'BG-22',
      path: 'cac:LegalMonetaryTotal',
      rows: [
        ['BT-106', 'cbc:LineExtensionAmount'],
        ['BT-109', 'cbc:TaxExclusiveAmount'],
        ['BT-112', 'cbc:TaxInclusiveAmount'],
        ['BT-107', 'cbc:AllowanceTotalAmount'],
        ['BT-108', 'cbc:ChargeTotalAmount'],
        ['BT-113', 'cbc:PrepaidAmount'],
        ['BT-114', 'cbc:PayableRoundingAmount'],
        ['BT-115', 'cbc:PayableAmount'],
      ],
    },
  ];
}

const identity: readonly Row[] = [
  ['TX-version', 'cbc:UBLVersionID'],
  ['BT-24', 'cbc:CustomizationID', 'BG-2'],
  ['BT-23', 'cbc:ProfileID', 'BG-2'],
  ['BT-1', 'cbc:ID'],
  ['BT-2', 'cbc:IssueDate'],
];
const note: GroupRow = { group: 'BG-1', path: 'cbc:Note', rows: [['BT-22', '.']] };
const currencies: readonly Row[] = [
  ['BT-5', 'cbc:DocumentCurrencyCode'],
  ['BT-6', 'cbc:TaxCurrencyCode'],
  ['BT-19', 'cbc:AccountingCost'],
  ['BT-10', 'cbc:BuyerReference'],
  {
    group: 'BG-14',
    path: 'cac:InvoicePeriod',
    rows: [
      ['BT-73', 'cbc:StartDate'],
      ['BT-74', 'cbc:EndDate'],
      ['BT-8', 'cbc:DescriptionCode', '/'],
    ],
  },
  ['BT-13', 'cac:OrderReference/cbc:ID'],
  ['BT-14', 'cac:OrderReference/cbc:SalesOrderID'],
  {
    group: 'BG-3',
    path: 'cac:BillingReference',
    rows: [
      ['BT-25', 'cac:InvoiceDocumentReference/cbc:ID'],
      ['BT-26', 'cac:InvoiceDocumentReference/cbc:IssueDate'],
    ],
  },
  ['BT-16', 'cac:DespatchDocumentReference/cbc:ID'],
  ['BT-15', 'cac:ReceiptDocumentReference/cbc:ID'],
];
const originator: Row = ['BT-17', 'cac:OriginatorDocumentReference/cbc:ID'];
const contract: Row = ['BT-12', 'cac:ContractDocumentReference/cbc:ID'];
const invoicedObject: Row = ['BT-18', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID'];
const supporting: GroupRow = {
  group: 'BG-24',
  path: 'cac:AdditionalDocumentReference',
  rows: [
    ['BT-122', 'cbc:ID'],
    ['BT-123', 'cbc:DocumentDescription'],
    ['BT-125', 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject'],
    ['BT-124', 'cac:Attachment/cac:ExternalReference/cbc:URI'],
  ],
};
const delivery: GroupRow = {
  group: 'BG-13',
  path: 'cac:Delivery',
  rows: [
    ['BT-72', 'cbc:ActualDeliveryDate'],
    ['BT-71', 'cac:DeliveryLocation/cbc:ID'],
    address('BG-15', 'cac:DeliveryLocation/cac:Address', ['BT-75', 'BT-76', 'BT-165', 'BT-77', 'BT-78', 'BT-79', 'BT-80']),
    ['BT-70', 'cac:DeliveryParty/cac:PartyName/cbc:Name'],
  ],
};
const paymentTerms: Row = ['BT-20', 'cac:PaymentTerms/cbc:Note'];
const thirdParty: GroupRow = {
  group: 'BG-DEX-09',
  path: 'cac:PrepaidPayment',
  rows: [
    ['BT-DEX-001', 'cbc:ID'],
    ['BT-DEX-002', 'cbc:PaidAmount'],
    ['BT-DEX-003', 'cbc:InstructionID'],
  ],
};

/** UBL 2.1 Invoice. */
export const ublInvoice: Binding = {
  root: 'ubl:Invoice',
  rows: [
    ...identity,
    ['BT-9', 'cbc:DueDate'],
    ['BT-3', 'cbc:InvoiceTypeCode'],
    note,
    ['BT-7', 'cbc:TaxPointDate'],
    ...currencies,
    originator,
    contract,
    invoicedObject,
    supporting,
    ['BT-11', 'cac:ProjectReference/cbc:ID'],
    ...parties,
    delivery,
    paymentMeans([]),
    paymentTerms,
    thirdParty,
    ...totals(),
    { group: 'BG-25', path: 'cac:InvoiceLine', rows: lineRows('InvoicedQuantity', subLine(8)) },
  ],
};

/** UBL 2.1 CreditNote. */
export const ublCreditNote: Binding = {
  root: 'cn:CreditNote',
  rows: [
    ...identity,
    ['BT-7', 'cbc:TaxPointDate'],
    ['BT-3', 'cbc:CreditNoteTypeCode'],
    note,
    ...currencies,
    contract,
    invoicedObject,
    ['BT-11', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID'],
    supporting,
    originator,
    ...parties,
    delivery,
    paymentMeans([['BT-9', 'cbc:PaymentDueDate', '/']]),
    paymentTerms,
    ...totals(),
    { group: 'BG-25', path: 'cac:CreditNoteLine', rows: lineRows('CreditedQuantity', undefined) },
  ],
};
