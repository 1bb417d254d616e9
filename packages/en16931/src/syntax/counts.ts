// SPDX-License-Identifier: EUPL-1.2
// Rules of the bindings that count: at most one of these, exactly one of those. A table again: rule, level, place, what, how many.
import type { Level, SyntaxFamily } from '../rules/rule.ts';

/** At most (or exactly) so many elements of `what` at each `where`. */
export interface CountRow {
  readonly id: string;
  readonly level: Level;
  readonly where: string;
  readonly what: string;
  readonly most: number;
  readonly least: number;
}

const ubl = `
UBL-SR-01 f / cac:ContractDocumentReference/cbc:ID
UBL-SR-02 f / cac:ReceiptDocumentReference/cbc:ID
UBL-SR-03 f / cac:DespatchDocumentReference/cbc:ID
UBL-SR-04 f / cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID
UBL-SR-05 f / cac:PaymentTerms/cbc:Note
UBL-SR-06 f cac:BillingReference cac:InvoiceDocumentReference
UBL-SR-07 f cac:BillingReference cac:InvoiceDocumentReference/cbc:ID 1..
UBL-SR-08 f / cac:InvoicePeriod
UBL-SR-09 f / cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName
UBL-SR-10 f / cac:AccountingSupplierParty/cac:Party/cac:PartyName/cbc:Name
UBL-SR-11 f / cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID
UBL-SR-12 f / cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID=VAT]/cbc:CompanyID
UBL-SR-13 f / cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT]/cbc:CompanyID
UBL-SR-14 f / cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm
UBL-SR-15 f / cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName
UBL-SR-16 f / cac:AccountingCustomerParty/cac:Party/cac:PartyIdentification/cbc:ID
UBL-SR-17 f / cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID
UBL-SR-18 f / cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID=VAT]/cbc:CompanyID
UBL-SR-22 f cac:TaxRepresentativeParty cac:PartyName/cbc:Name
UBL-SR-23 f cac:TaxRepresentativeParty cac:PartyTaxScheme/cbc:CompanyID
UBL-SR-24 f / cac:Delivery
UBL-SR-25 f cac:Delivery cac:DeliveryParty/cac:PartyName/cbc:Name
UBL-SR-26 f cac:PaymentMeans cbc:PaymentID
UBL-SR-27 f cac:PaymentMeans cbc:PaymentMeansCode
UBL-SR-28 f cac:PaymentMeans cac:PaymentMandate/cbc:ID
UBL-SR-30 f cac:AllowanceCharge[cbc:ChargeIndicator=false|0] cbc:AllowanceChargeReason
UBL-SR-31 f cac:AllowanceCharge[cbc:ChargeIndicator=true|1] cbc:AllowanceChargeReason
UBL-SR-32 f cac:TaxSubtotal cac:TaxCategory/cbc:TaxExemptionReason
UBL-SR-33 f cac:AdditionalDocumentReference cbc:DocumentDescription
UBL-SR-34 f cac:InvoiceLine|cac:CreditNoteLine cbc:Note
UBL-SR-35 f cac:InvoiceLine|cac:CreditNoteLine cac:OrderLineReference/cbc:LineID
UBL-SR-36 f cac:InvoiceLine|cac:CreditNoteLine cac:InvoicePeriod
UBL-SR-37 f cac:InvoiceLine|cac:CreditNoteLine cac:Price/cac:AllowanceCharge/cbc:Amount
UBL-SR-39 f / cac:ProjectReference/cbc:ID
UBL-SR-40 f / cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name
UBL-SR-42 f cac:AccountingSupplierParty/cac:Party cac:PartyTaxScheme 0..2
UBL-SR-45 f / cac:PaymentMeans/cbc:PaymentDueDate
UBL-SR-46 f / cac:PaymentMeans/cbc:PaymentMeansCode@name
UBL-SR-48 f cac:InvoiceLine|cac:CreditNoteLine cac:Item/cac:ClassifiedTaxCategory 1..1
UBL-SR-49 f / cac:InvoicePeriod/cbc:DescriptionCode
UBL-SR-50 f cac:InvoiceLine|cac:CreditNoteLine cac:Item/cbc:Description
UBL-SR-51 f cac:PostalAddress|cac:Address cac:AddressLine
UBL-SR-52 f cac:InvoiceLine|cac:CreditNoteLine cac:DocumentReference
UBL-SR-54 f / cac:PaymentMeans/cac:CardAccount
UBL-SR-55 f / cac:PaymentMeans/cac:PaymentMandate
UBL-SR-56 f / cac:OriginatorDocumentReference/cbc:ID
`;

const lineSettlement = 'ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement';
const sums = 'ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation';
const lineProduct = 'ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct';
const linePrice = 'ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement';
const settlement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const agreement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';

const cii = `
CII-SR-003 w rsm:ExchangedDocumentContext ram:BusinessProcessSpecifiedDocumentContextParameter
CII-SR-009 f rsm:ExchangedDocumentContext ram:GuidelineSpecifiedDocumentContextParameter 1..1
CII-SR-010 f rsm:ExchangedDocumentContext ram:GuidelineSpecifiedDocumentContextParameter/ram:ID 1..1
CII-SR-014 f rsm:CrossIndustryInvoice/rsm:ExchangedDocument ram:TypeCode 1..1
CII-SR-030 w rsm:ExchangedDocument/ram:IncludedNote ram:Content
CII-SR-039 w ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument ram:IncludedNote
CII-SR-040 w ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument ram:IncludedNote/ram:Content
CII-SR-069 f ${lineProduct}/ram:ApplicableProductCharacteristic ram:Description 1..1
CII-SR-072 f ${lineProduct}/ram:ApplicableProductCharacteristic ram:Value 1..1
CII-SR-439 f ${linePrice} ram:NetPriceProductTradePrice/ram:ChargeAmount 1..1
CII-SR-440 f ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge ram:ActualAmount
CII-SR-441 f ${linePrice} ram:NetPriceProductTradePrice/ram:ChargeAmount
CII-SR-452 w ${settlement} ram:SpecifiedTradePaymentTerms
CII-SR-453 w ${settlement} ram:SpecifiedTradePaymentTerms/ram:Description
CII-SR-454 w ${lineSettlement} ram:ApplicableTradeTax 1..1
CII-SR-455 f ${agreement} ram:SellerTradeParty/ram:DefinedTradeContact
CII-SR-456 f ${agreement} ram:BuyerTradeParty/ram:DefinedTradeContact
CII-SR-457 w ${agreement} ram:AdditionalReferencedDocument[ram:TypeCode=50]
CII-SR-458 w ${agreement} ram:AdditionalReferencedDocument[ram:TypeCode=130]
CII-SR-459 f ${agreement} ram:SellerTradeParty/ram:URIUniversalCommunication
CII-SR-460 f ${agreement} ram:BuyerTradeParty/ram:URIUniversalCommunication
CII-SR-461 f ${settlement} ram:ApplicableTradeTax/ram:TaxPointDate
CII-SR-463 f ram:SpecifiedTradeAllowanceCharge ram:ChargeIndicator 1..
CII-SR-469 f / rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:PaymentReference
CII-SR-471 f ram:SpecifiedTradeAllowanceCharge ram:RateApplicablePercent
CII-SR-472 f ram:SpecifiedTradeAllowanceCharge ram:CategoryTradeTax
CII-SR-473 f ram:SpecifiedTradeAllowanceCharge ram:ActualAmount
CII-SR-474 w ${lineSettlement} ram:AdditionalReferencedDocument[ram:TypeCode=130]
CII-SR-475 w ${agreement} ram:AdditionalReferencedDocument[ram:TypeCode=916]/ram:Name
CII-SR-476 w ${agreement} ram:AdditionalReferencedDocument[ram:TypeCode=916]/ram:AttachmentBinaryObject
CII-SR-477 f ${sums} ram:LineTotalAmount
CII-SR-478 f ${sums} ram:ChargeTotalAmount
CII-SR-479 f ${sums} ram:AllowanceTotalAmount
CII-SR-480 f ${sums} ram:TaxBasisTotalAmount
CII-SR-481 f ${sums} ram:RoundingAmount
CII-SR-482 f ${sums} ram:GrandTotalAmount
CII-SR-483 f ${sums} ram:InformationAmount
CII-SR-484 f ${sums} ram:TotalPrepaidAmount
CII-SR-485 f ${sums} ram:TotalDiscountAmount
CII-SR-486 f ${sums} ram:TotalAllowanceChargeAmount
CII-SR-487 f ${sums} ram:DuePayableAmount
CII-SR-488 f ${sums} ram:RetailValueExcludingTaxInformationAmount
CII-SR-489 f ${sums} ram:TotalDepositFeeInformationAmount
CII-SR-490 f ${sums} ram:ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-491 f ${sums} ram:TotalRetailValueInformationAmount
CII-SR-492 f ${sums} ram:GrossLineTotalAmount
CII-SR-493 f ${sums} ram:NetLineTotalAmount
CII-SR-494 f ${sums} ram:NetIncludingTaxesLineTotalAmount
`;

function parseRow(line: string): CountRow {
  const [id = '', mark = '', where = '', what = '', range = '0..1'] = line.split(' ');
  const [least = '', most = ''] = range.split('..');
  return {
    id,
    level: mark === 'f' ? 'error' : 'warning',
    where,
    what,
    least: Number(least),
    most: most === '' ? Number.POSITIVE_INFINITY : Number(most),
  };
}

/** The rows of both families. */
export const countRows: Readonly<Record<SyntaxFamily, readonly CountRow[]>> = {
  ubl: ubl.trim().split('\n').map(parseRow),
  cii: cii.trim().split('\n').map(parseRow),
};
