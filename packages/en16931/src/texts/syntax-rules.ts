// SPDX-License-Identifier: EUPL-1.2
// Our own words for the rules of the bindings that are neither lists nor counts.
import { type Entries, type Entry, entry } from './entry.ts';

function needs(what: string, de: string, en: string, tr: string): Entry {
  return entry(
    [`${de} fehlt (${what}).`, `${what} ergänzen.`],
    [`${en} is missing (${what}).`, `Add ${what}.`],
    [`${tr} yok (${what}).`, `${what} ekleyin.`],
  );
}

function onlyAt(element: string, de: string, en: string, tr: string): Entry {
  return entry(
    [`Das Element ${element} ist nur ${de} erlaubt.`, `${element} an dieser Stelle weglassen.`],
    [`The element ${element} is allowed only ${en}.`, `Leave out ${element} here.`],
    [`${element} öğesine yalnızca ${tr} izin verilir.`, `${element} öğesini buradan çıkarın.`],
  );
}

function same(what: string, de: string, en: string, tr: string): Entry {
  return entry(
    [`${de} unterscheidet sich zwischen den Zahlungsangaben (${what}).`, `${de} überall gleich angeben.`],
    [`${en} differs between the payment details (${what}).`, `Give ${en.toLowerCase()} alike everywhere.`],
    [`${tr} ödeme bilgileri arasında farklı (${what}).`, `${tr} her yerde aynı verilsin.`],
  );
}

function oneOf(de: string, en: string, tr: string): Entry {
  return entry(
    [`${de}: beide Formen der Kennung sind angegeben (ram:ID und ram:GlobalID).`, 'Nur eine der beiden Formen verwenden.'],
    [`${en}: both forms of the identifier are given (ram:ID and ram:GlobalID).`, 'Use only one of them.'],
    [`${tr}: tanımlayıcının iki biçimi de verilmiş (ram:ID ve ram:GlobalID).`, 'Yalnızca birini kullanın.'],
  );
}

const payee = entry(
  [
    'Angaben zum Zahlungsempfänger sind mehrfach vorhanden, oder er ist derselbe wie der Verkäufer.',
    'Zahlungsempfänger nur angeben, wenn er abweicht; Name, Kennung und Registernummer je einmal.',
  ],
  [
    'Details of the payee are repeated, or it is the same as the seller.',
    'Give a payee only if it differs; name, identifier and registration number once each.',
  ],
  [
    'Ödeme alanın bilgileri yinelenmiş veya satıcıyla aynı.',
    'Ödeme alanı yalnızca farklıysa verin; ad, tanımlayıcı ve sicil numarası birer kez.',
  ],
);
const contact = entry(
  [
    'Der Kontakt nennt Person und Abteilung; vorgesehen ist eine der beiden Angaben.',
    'Person oder Abteilung angeben, nicht beides.',
  ],
  ['The contact names a person and a department; one of them is provided for.', 'Give the person or the department, not both.'],
  ['İrtibatta hem kişi hem bölüm verilmiş; biri öngörülmüştür.', 'Kişiyi veya bölümü verin, ikisini birden değil.'],
);
const attachmentOnly = [
  'bei rechnungsbegründenden Unterlagen (Typ 916)',
  'with supporting documents (type 916)',
  'destekleyici belgelerde (tür 916)',
] as const;
const headerOnly = [
  'in den Summen der ganzen Rechnung',
  'in the totals of the whole invoice',
  'faturanın toplamlarında',
] as const;
const taxOnly = ['in der Umsatzsteueraufschlüsselung', 'in the VAT breakdown', 'KDV dökümünde'] as const;

/** UBL-*, CII-* beyond the tables. */
export const syntaxTexts: Entries = {
  'UBL-CR-002': entry(
    ['Die angegebene UBL-Fassung ist nicht 2.1.', 'cbc:UBLVersionID weglassen oder 2.1 angeben.'],
    ['The UBL version given is not 2.1.', 'Leave out cbc:UBLVersionID or give 2.1.'],
    ['Verilen UBL sürümü 2.1 değil.', 'cbc:UBLVersionID öğesini çıkarın veya 2.1 yazın.'],
  ),
  'UBL-CR-412': onlyAt('cbc:PaymentDueDate', 'in Gutschriften', 'in credit notes', 'alacak dekontlarında'),
  'UBL-CR-665': onlyAt(
    '@schemeID',
    'beim abgerechneten Objekt (Typ 130)',
    'with the invoiced object (type 130)',
    'faturalanan nesnede (tür 130)',
  ),
  'UBL-CR-666': onlyAt(
    'cac:Attachment',
    'bei rechnungsbegründenden Unterlagen',
    'with supporting documents',
    'destekleyici belgelerde',
  ),
  'UBL-CR-673': onlyAt(
    'cbc:DocumentDescription',
    'bei rechnungsbegründenden Unterlagen',
    'with supporting documents',
    'destekleyici belgelerde',
  ),
  'UBL-DT-01': entry(
    ['Ein Betrag hat mehr als zwei Nachkommastellen.', 'Betrag auf zwei Stellen runden.'],
    ['An amount has more than two decimals.', 'Round the amount to two decimals.'],
    ['Bir tutarda ikiden fazla ondalık basamak var.', 'Tutarı iki basamağa yuvarlayın.'],
  ),
  'UBL-DT-06': needs('@mimeCode', 'Der Dateityp des Anhangs', 'The file type of the attachment', 'Ekin dosya türü'),
  'UBL-DT-07': needs('@filename', 'Der Dateiname des Anhangs', 'The file name of the attachment', 'Ekin dosya adı'),
  'UBL-DT-18': onlyAt('@name', 'bei der Zahlungsart', 'with the means of payment', 'ödeme şeklinde'),
  'UBL-SR-19': payee,
  'UBL-SR-20': payee,
  'UBL-SR-21': payee,
  'UBL-SR-29': entry(
    ['Die Gläubiger-Identifikationsnummer ist mehrfach angegeben.', 'BT-90 nur einmal angeben.'],
    ['The creditor identifier is given several times.', 'Give BT-90 only once.'],
    ['Alacaklı tanımlayıcısı birden çok kez verilmiş.', 'BT-90 alanını yalnızca bir kez girin.'],
  ),
  'UBL-SR-43': entry(
    [
      'Eine Unterlage trägt einen Typ oder ein Kennungsschema, das nur für das abgerechnete Objekt gilt.',
      'Typ nur für das abgerechnete Objekt (130) angeben.',
    ],
    [
      'A document has a type or scheme that belongs to the invoiced object only.',
      'Give a type only for the invoiced object (130).',
    ],
    ['Bir belgede yalnızca faturalanan nesneye ait tür veya şema var.', 'Türü yalnızca faturalanan nesne (130) için verin.'],
  ),
  'UBL-SR-44': same('BT-83', 'Der Verwendungszweck', 'The remittance information', 'Ödeme açıklaması'),
  'UBL-SR-47': same('BT-81', 'Die Zahlungsart', 'The means of payment', 'Ödeme şekli'),
  'UBL-SR-53': needs(
    'cac:TaxScheme/cbc:ID, cbc:CompanyID',
    'Steuerart oder Steuernummer eines Beteiligten',
    'Tax scheme or tax number of a party',
    'Bir tarafın vergi türü veya numarası',
  ),
  'CII-SR-046': needs(
    '@schemeID',
    'Das Schema der Standardkennung des Artikels',
    'The scheme of the item standard identifier',
    'Kalem standart tanımlayıcısının şeması',
  ),
  'CII-SR-090': entry(
    ['Das Ursprungsland des Artikels ist nicht genau einmal angegeben.', 'Genau einen Ländercode (BT-159) angeben.'],
    ['The country of origin is not given exactly once.', 'Give exactly one country code (BT-159).'],
    ['Kalemin menşe ülkesi tam bir kez verilmemiş.', 'Tam bir ülke kodu (BT-159) girin.'],
  ),
  'CII-SR-119': entry(
    ['Der Nachlass auf den Artikelpreis ist unvollständig.', 'Betrag und Kennzeichen „false“ zusammen angeben.'],
    ['The discount on the item price is incomplete.', 'Give its amount together with the indicator "false".'],
    ['Kalem fiyatındaki indirim eksik.', 'Tutarı "false" göstergesiyle birlikte verin.'],
  ),
  'CII-SR-449': oneOf('Lieferempfänger', 'Deliver to party', 'Teslim alan'),
  'CII-SR-450': oneOf('Käufer', 'Buyer', 'Alıcı'),
  'CII-SR-451': oneOf('Zahlungsempfänger', 'Payee', 'Ödeme alan'),
  'CII-SR-462': entry(
    ['Der Code für die Steuerfälligkeit ist je Kategorie verschieden.', 'Überall denselben Code (BT-8) angeben.'],
    ['The tax point code differs between categories.', 'Give the same code (BT-8) everywhere.'],
    ['KDV doğuş kodu kategoriler arasında farklı.', 'Her yerde aynı kodu (BT-8) girin.'],
  ),
  'CII-SR-465': contact,
  'CII-SR-466': contact,
  'CII-SR-467': same('BT-81', 'Die Zahlungsart', 'The means of payment', 'Ödeme şekli'),
  'CII-SR-468': same('BT-82', 'Der Text zur Zahlungsart', 'The payment means text', 'Ödeme şekli metni'),
  'CII-SR-470': needs('BT-84', 'Das Konto für die Überweisung', 'The account for the credit transfer', 'Havale hesabı'),
  'CII-DT-015': onlyAt('ram:URIID', ...attachmentOnly),
  'CII-DT-018': onlyAt(
    'ram:TypeCode',
    'mit den Werten 50, 130 und 916',
    'with the values 50, 130 and 916',
    '50, 130 ve 916 değerleriyle',
  ),
  'CII-DT-021': onlyAt('ram:Name', ...attachmentOnly),
  'CII-DT-022': onlyAt('ram:AttachmentBinaryObject', ...attachmentOnly),
  'CII-DT-024': onlyAt(
    'ram:ReferenceTypeCode',
    'beim abgerechneten Objekt (Typ 130)',
    'with the invoiced object (type 130)',
    'faturalanan nesnede (tür 130)',
  ),
  'CII-DT-027': onlyAt(
    'ram:FormattedIssueDateTime',
    'bei der vorausgegangenen Rechnung',
    'with the preceding invoice',
    'önceki faturada',
  ),
  'CII-DT-033': onlyAt('@unitCode', 'bei der berechneten Menge', 'with the invoiced quantity', 'faturalanan miktarda'),
  'CII-DT-037': entry(
    ['Eine Steuer ist nicht die Umsatzsteuer.', 'ram:TypeCode mit dem Wert VAT angeben.'],
    ['A tax is not VAT.', 'Give ram:TypeCode with the value VAT.'],
    ['Bir vergi KDV değil.', 'ram:TypeCode öğesini VAT değeriyle verin.'],
  ),
  'CII-DT-041': onlyAt('ram:BasisAmount', ...headerOnly),
  'CII-DT-052': onlyAt('ram:ExemptionReasonCode', ...taxOnly),
  'CII-DT-054': onlyAt('ram:TaxPointDate', ...headerOnly),
  'CII-DT-058': onlyAt('ram:DueDateTypeCode', ...headerOnly),
  'CII-DT-097': entry(
    ['Ein Datum ist nicht in der Form JJJJMMTT.', 'Datum als JJJJMMTT angeben.'],
    ['A date is not in the form YYYYMMDD.', 'Give the date as YYYYMMDD.'],
    ['Bir tarih YYYYAAGG biçiminde değil.', 'Tarihi YYYYAAGG biçiminde girin.'],
  ),
  'CII-DT-098': onlyAt('ram:ExemptionReason', ...taxOnly),
};
