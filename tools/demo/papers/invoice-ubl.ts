// SPDX-License-Identifier: EUPL-1.2
import { type Charged, euros, type InvoiceFacts, type Supplier, sumsOf, xmlText } from './invoice-sums.ts';

const leitwegId = '05999000-32100-78';
const ns = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** An XRechnung in UBL. */
export function invoiceAsUbl(facts: InvoiceFacts): string {
  const { number, supplier, issuedOn, dueOn, deliveredOn, charged, order, note, iban, wrongBy = 0 } = facts;
  const { taxes, net, tax, gross } = sumsOf(charged);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${ns}Invoice-2" xmlns:cac="${ns}CommonAggregateComponents-2" xmlns:cbc="${ns}CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
<cbc:ID>${number}</cbc:ID>
<cbc:IssueDate>${issuedOn}</cbc:IssueDate>
<cbc:DueDate>${dueOn}</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
${note === undefined ? '' : `<cbc:Note>${xmlText(note)}</cbc:Note>`}
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>${leitwegId}</cbc:BuyerReference>
${order === undefined ? '' : `<cac:OrderReference><cbc:ID>${order}</cbc:ID></cac:OrderReference>`}
<cac:AccountingSupplierParty>${seller(supplier)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${buyer}</cac:AccountingCustomerParty>
<cac:Delivery><cbc:ActualDeliveryDate>${deliveredOn}</cbc:ActualDeliveryDate></cac:Delivery>
<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${iban ?? supplier.iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>${termsOf(facts)}</cbc:Note></cac:PaymentTerms>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${euros(tax)}</cbc:TaxAmount>${taxes
    .map(
      (one) => `<cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">${euros(one.base)}</cbc:TaxableAmount>
<cbc:TaxAmount currencyID="EUR">${euros(one.tax)}</cbc:TaxAmount><cac:TaxCategory>${category(one.rate)}</cac:TaxCategory></cac:TaxSubtotal>`,
    )
    .join('')}</cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${euros(net)}</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="EUR">${euros(net)}</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="EUR">${euros(gross)}</cbc:TaxInclusiveAmount>
<cbc:PayableAmount currencyID="EUR">${euros(gross + wrongBy)}</cbc:PayableAmount></cac:LegalMonetaryTotal>
${charged.map(line).join('\n')}
</Invoice>
`;
}

/** Payment terms as XRechnung writes a discount (BR-DE-18), or in words. */
export function termsOf({ skonto, dueOn }: InvoiceFacts): string {
  return skonto ? `#SKONTO#TAGE=${skonto.days}#PROZENT=${skonto.percent}#\n` : `Zahlbar ohne Abzug bis ${dueOn}.`;
}

const category = (rate: number) =>
  `<cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`;

const address = ({ street, town, zip }: { street: string; town: string; zip: string }) =>
  `<cac:PostalAddress><cbc:StreetName>${xmlText(street)}</cbc:StreetName><cbc:CityName>${town}</cbc:CityName><cbc:PostalZone>${zip}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>`;

const seller = (it: Supplier) => `<cac:Party><cbc:EndpointID schemeID="EM">${it.mail}</cbc:EndpointID>${address(it)}
<cac:PartyTaxScheme><cbc:CompanyID>${it.vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>${xmlText(it.name)}</cbc:RegistrationName></cac:PartyLegalEntity>
<cac:Contact><cbc:Name>${it.contact}</cbc:Name><cbc:Telephone>+49 2999 44170</cbc:Telephone><cbc:ElectronicMail>${it.mail}</cbc:ElectronicMail></cac:Contact></cac:Party>`;

const buyer = `<cac:Party><cbc:EndpointID schemeID="0204">${leitwegId}</cbc:EndpointID>${address({ street: 'Rathausplatz 1', town: 'Waldbrück', zip: '59990' })}
<cac:PartyLegalEntity><cbc:RegistrationName>Stadt Waldbrück</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`;

const line = ({ name, count, unit, price, rate }: Charged, index: number) =>
  `<cac:InvoiceLine><cbc:ID>${index + 1}</cbc:ID><cbc:InvoicedQuantity unitCode="${unit}">${count}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">${euros(count * price)}</cbc:LineExtensionAmount>
<cac:Item><cbc:Name>${xmlText(name)}</cbc:Name><cac:ClassifiedTaxCategory>${category(rate)}</cac:ClassifiedTaxCategory></cac:Item>
<cac:Price><cbc:PriceAmount currencyID="EUR">${euros(price)}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;
