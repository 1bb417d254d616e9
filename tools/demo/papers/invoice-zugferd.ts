// SPDX-License-Identifier: EUPL-1.2
import { AFRelationship, PDFDocument, StandardFonts } from 'pdf-lib';
import { type Charged, euros, type InvoiceFacts, type Supplier, sumsOf, xmlText } from './invoice-sums.ts';
import { termsOf } from './invoice-ubl.ts';

/** A PDF that carries its invoice as data; `shown` may change what the page says, so that picture and data differ. */
export async function invoiceAsZugferd(facts: InvoiceFacts, shown: Partial<InvoiceFacts> = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const made = new Date(`${facts.issuedOn}T08:00:00Z`);
  pdf.setTitle(`Rechnung ${facts.number}`);
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, text] of wordsOf({ ...facts, ...shown }).entries())
    page.drawText(text, { x: 60, y: 760 - index * 20, size: 11, font });
  await pdf.attach(Buffer.from(invoiceAsCii(facts)), 'factur-x.xml', {
    mimeType: 'text/xml',
    description: 'Rechnung als Daten',
    creationDate: made,
    modificationDate: made,
    afRelationship: AFRelationship.Alternative,
  });
  return pdf.save({ useObjectStreams: false });
}

function wordsOf({ number, supplier, issuedOn, dueOn, charged, iban }: InvoiceFacts): string[] {
  const { net, tax, gross } = sumsOf(charged);
  return [
    supplier.name,
    `${supplier.street}, ${supplier.zip} ${supplier.town}`,
    '',
    'An die Stadt Waldbrück',
    '',
    `Rechnung ${number} vom ${germanDay(issuedOn)}`,
    ...charged.map(({ name, count, price }) => `${count} x ${name}: ${german(count * price)} EUR`),
    `Netto ${german(net)} EUR`,
    `Umsatzsteuer ${german(tax)} EUR`,
    `Brutto ${german(gross)} EUR`,
    `Zu zahlen ${german(gross)} EUR bis ${germanDay(dueOn)}`,
    `IBAN ${iban ?? supplier.iban}`,
  ];
}

function german(cents: number): string {
  return euros(cents)
    .replace('.', ',')
    .replace(/^(\d{1,3})(\d{3}),/, '$1.$2,');
}

function germanDay(day: string): string {
  return day.split('-').reverse().join('.');
}

const plain = (day: string) => day.replaceAll('-', '');
const date = (day: string) => `<udt:DateTimeString format="102">${plain(day)}</udt:DateTimeString>`;
const ns = 'urn:un:unece:uncefact:data:standard:';

/** The same invoice in the syntax that ZUGFeRD asks for. */
export function invoiceAsCii(facts: InvoiceFacts): string {
  const { number, supplier, issuedOn, dueOn, deliveredOn, charged, iban } = facts;
  const { taxes, net, tax, gross } = sumsOf(charged);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="${ns}CrossIndustryInvoice:100" xmlns:ram="${ns}ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${ns}UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${date(issuedOn)}</ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${charged.map(line).join('\n')}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>05999000-32100-78</ram:BuyerReference>${seller(supplier)}
<ram:BuyerTradeParty><ram:Name>Stadt Waldbrück</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>59990</ram:PostcodeCode><ram:LineOne>Rathausplatz 1</ram:LineOne><ram:CityName>Waldbrück</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
<ram:URIUniversalCommunication><ram:URIID schemeID="0204">05999000-32100-78</ram:URIID></ram:URIUniversalCommunication></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date(deliveredOn)}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${iban ?? supplier.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
${taxes.map((one) => `<ram:ApplicableTradeTax><ram:CalculatedAmount>${euros(one.tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${euros(one.base)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${one.rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`).join('')}
<ram:SpecifiedTradePaymentTerms><ram:Description>${termsOf(facts)}</ram:Description><ram:DueDateDateTime>${date(dueOn)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${euros(net)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${euros(net)}</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">${euros(tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${euros(gross)}</ram:GrandTotalAmount><ram:DuePayableAmount>${euros(gross)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
`;
}

const seller = (it: Supplier) => `<ram:SellerTradeParty><ram:Name>${xmlText(it.name)}</ram:Name>
<ram:DefinedTradeContact><ram:PersonName>${it.contact}</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>+49 2999 44170</ram:CompleteNumber></ram:TelephoneUniversalCommunication><ram:EmailURIUniversalCommunication><ram:URIID>${it.mail}</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>
<ram:PostalTradeAddress><ram:PostcodeCode>${it.zip}</ram:PostcodeCode><ram:LineOne>${xmlText(it.street)}</ram:LineOne><ram:CityName>${it.town}</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
<ram:URIUniversalCommunication><ram:URIID schemeID="EM">${it.mail}</ram:URIID></ram:URIUniversalCommunication><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${it.vatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>`;

const line = ({ name, count, unit, price, rate }: Charged, index: number) =>
  `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>${xmlText(name)}</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${euros(price)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="${unit}">${count}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${euros(count * price)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;
