// SPDX-License-Identifier: EUPL-1.2

/** What a test says of an invoice; everything else is as in a good one. */
export interface InvoiceWish {
  readonly number?: string;
  readonly seller?: string;
  readonly vatId?: string;
  readonly iban?: string;
  readonly terms?: string;
  readonly payable?: string;
  readonly note?: string;
  readonly order?: string;
  readonly contract?: string;
  readonly mail?: string;
  /** So many lines over nothing behind the first one, to make it long. */
  readonly lines?: number;
  /** A file inside. */
  readonly attachment?: { readonly name: string; readonly text: string };
}

const party = (name: string, more: string, id: string) => `<cac:Party>
  <cbc:EndpointID schemeID="EM">post@${id}.example</cbc:EndpointID>
  <cac:PostalAddress><cbc:StreetName>Uferstraße 4</cbc:StreetName><cbc:CityName>Waldbrück</cbc:CityName><cbc:PostalZone>12345</cbc:PostalZone>
    <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  ${more}
  <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity>`;

/** The first line is worth everything, further ones nothing. */
const line = (
  no: number,
) => `<cac:InvoiceLine><cbc:ID>${no}</cbc:ID><cbc:InvoicedQuantity unitCode="H87">10</cbc:InvoicedQuantity>
  <cbc:LineExtensionAmount currencyID="EUR">${no === 1 ? '100.00' : '0.00'}</cbc:LineExtensionAmount>
  <cac:Item><cbc:Name>Ordner, breit</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
  <cac:Price><cbc:PriceAmount currencyID="EUR">${no === 1 ? '10.00' : '0.00'}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;

const enclosed = ({ name, text }: { name: string; text: string }) => `<cac:AdditionalDocumentReference><cbc:ID>${name}</cbc:ID>
  <cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="${name}">${Buffer.from(text).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;

/** An XRechnung in UBL over 100.00 and 19 % VAT, made here. */
export function invoiceXml(wish: InvoiceWish = {}): string {
  const { number = 'R-2026-001', seller = 'Bürobedarf Sonnenschein GmbH', vatId = 'DE123456788', payable = '119.00' } = wish;
  const { iban = 'DE75512108001245126199', terms = '#SKONTO#TAGE=14#PROZENT=2.00#\n', note = 'Lieferung frei Haus' } = wish;
  const { order, contract, mail = 'post@lieferant.example', lines = 1, attachment } = wish;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
<cbc:ID>${number}</cbc:ID>
<cbc:IssueDate>2026-11-20</cbc:IssueDate>
<cbc:DueDate>2026-12-20</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:Note>${note}</cbc:Note>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>04011000-1234512345-06</cbc:BuyerReference>
${order ? `<cac:OrderReference><cbc:ID>${order}</cbc:ID></cac:OrderReference>` : ''}
${contract ? `<cac:ContractDocumentReference><cbc:ID>${contract}</cbc:ID></cac:ContractDocumentReference>` : ''}
${attachment ? enclosed(attachment) : ''}
<cac:AccountingSupplierParty>${party(
    seller,
    `<cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`,
    'lieferant',
  )}
  <cac:Contact><cbc:Name>Frau Sommer</cbc:Name><cbc:Telephone>+49 123 4567</cbc:Telephone><cbc:ElectronicMail>${mail}</cbc:ElectronicMail></cac:Contact>
</cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party('Stadt Waldbrück', '', 'waldbrueck')}</cac:Party></cac:AccountingCustomerParty>
<cac:Delivery><cbc:ActualDeliveryDate>2026-11-18</cbc:ActualDeliveryDate></cac:Delivery>
<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>${terms}</cbc:Note></cac:PaymentTerms>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount>
  <cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
  <cbc:TaxInclusiveAmount currencyID="EUR">119.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">${payable}</cbc:PayableAmount></cac:LegalMonetaryTotal>
${Array.from({ length: lines }, (_, index) => line(index + 1)).join('\n')}
</Invoice>`;
}
