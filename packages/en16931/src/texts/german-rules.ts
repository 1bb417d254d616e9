// SPDX-License-Identifier: EUPL-1.2
// Our own words for the rules of XRechnung, its extension and CVD.
import { type Entries, entry } from './entry.ts';

/** BR-DE, BR-TMP. */
export const germanTexts: Entries = {
  'BR-DE-1': entry(
    ['Die Zahlungsanweisungen fehlen.', 'Zahlungsart und Konto (BG-16) angeben.'],
    ['The payment instructions are missing.', 'Give means of payment and account (BG-16).'],
    ['Ödeme talimatları yok.', 'Ödeme şeklini ve hesabı (BG-16) girin.'],
  ),
  'BR-DE-2': entry(
    ['Der Ansprechpartner des Verkäufers fehlt.', 'Kontakt mit Name, Telefon und E-Mail (BG-6) angeben.'],
    ['The contact of the seller is missing.', 'Give a contact with name, telephone and e-mail (BG-6).'],
    ['Satıcının irtibat bilgileri yok.', 'Ad, telefon ve e-posta ile irtibat (BG-6) girin.'],
  ),
  'BR-DE-16': entry(
    [
      'Es wird Umsatzsteuer abgerechnet, aber Steuernummer und Umsatzsteuer-Identifikationsnummer des Verkäufers fehlen.',
      'BT-31 oder BT-32 angeben, oder einen Steuervertreter (BG-11).',
    ],
    [
      'VAT is charged, but the seller gives no tax number and no VAT identifier.',
      'Give BT-31 or BT-32, or a tax representative (BG-11).',
    ],
    [
      'KDV uygulanmış, ancak satıcının vergi numarası ve KDV numarası yok.',
      'BT-31 veya BT-32, ya da vergi temsilcisi (BG-11) girin.',
    ],
  ),
  'BR-DE-17': entry(
    ['Der Rechnungstyp ist in XRechnung nicht vorgesehen.', 'Einen der Codes 326, 380, 381, 384, 389, 875, 876, 877 verwenden.'],
    ['The invoice type is not one that XRechnung provides for.', 'Use one of the codes 326, 380, 381, 384, 389, 875, 876, 877.'],
    ['Fatura türü XRechnung tarafından öngörülmemiş.', '326, 380, 381, 384, 389, 875, 876, 877 kodlarından birini kullanın.'],
  ),
  'BR-DE-18': entry(
    [
      'Die Skontoangabe in den Zahlungsbedingungen ist nicht in der vorgeschriebenen Form.',
      'Je Zeile #SKONTO#TAGE=14#PROZENT=2.00# schreiben (wahlweise #BASISBETRAG=…#) und mit einem Zeilenumbruch enden.',
    ],
    [
      'The cash discount in the payment terms is not in the prescribed form.',
      'Write #SKONTO#TAGE=14#PROZENT=2.00# on a line of its own (optionally #BASISBETRAG=…#) and end with a line break.',
    ],
    [
      'Ödeme koşullarındaki iskonto bilgisi öngörülen biçimde değil.',
      'Ayrı satıra #SKONTO#TAGE=14#PROZENT=2.00# yazın (isteğe bağlı #BASISBETRAG=…#) ve satır sonu ile bitirin.',
    ],
  ),
  'BR-DE-19': entry(
    ['Die IBAN des Zahlungskontos ist ungültig.', 'IBAN (BT-84) prüfen: Aufbau oder Prüfziffer stimmen nicht.'],
    ['The IBAN of the account to be paid to is not valid.', 'Check the IBAN (BT-84): its form or its check digits are wrong.'],
    ['Ödeme hesabının IBAN numarası geçersiz.', 'IBAN numarasını (BT-84) kontrol edin: biçimi veya kontrol hanesi yanlış.'],
  ),
  'BR-DE-20': entry(
    ['Die IBAN des belasteten Kontos ist ungültig.', 'IBAN (BT-91) prüfen: Aufbau oder Prüfziffer stimmen nicht.'],
    ['The IBAN of the debited account is not valid.', 'Check the IBAN (BT-91): its form or its check digits are wrong.'],
    [
      'Borçlandırılan hesabın IBAN numarası geçersiz.',
      'IBAN numarasını (BT-91) kontrol edin: biçimi veya kontrol hanesi yanlış.',
    ],
  ),
  'BR-DE-21': entry(
    [
      'Die Kennung der Spezifikation ist nicht die von XRechnung 3.0.',
      'In BT-24 die Kennung der verwendeten XRechnung-Fassung angeben.',
    ],
    ['The specification identifier is not that of XRechnung 3.0.', 'Give the identifier of the XRechnung edition in BT-24.'],
    ['Spesifikasyon tanımlayıcısı XRechnung 3.0 değil.', 'BT-24 alanına kullanılan XRechnung sürümünün tanımlayıcısını yazın.'],
  ),
  'BR-DE-22': entry(
    ['Zwei Anhänge haben denselben Dateinamen.', 'Jedem Anhang einen eigenen Dateinamen geben.'],
    ['Two attachments have the same file name.', 'Give each attachment a file name of its own.'],
    ['İki ekin dosya adı aynı.', 'Her eke ayrı bir dosya adı verin.'],
  ),
  'BR-DE-23-a': entry(
    ['Als Zahlungsart ist Überweisung angegeben, die Überweisungsdaten fehlen.', 'Konto (BG-17) angeben.'],
    ['Payment by credit transfer is announced without its details.', 'Give the account (BG-17).'],
    ['Ödeme şekli havale, havale bilgileri yok.', 'Hesabı (BG-17) girin.'],
  ),
  'BR-DE-23-b': entry(
    [
      'Bei Überweisung stehen Karten- oder Lastschriftdaten in der Rechnung.',
      'BG-18 und BG-19 weglassen oder die Zahlungsart ändern.',
    ],
    ['Card or direct debit details accompany a credit transfer.', 'Leave out BG-18 and BG-19 or change the means of payment.'],
    [
      'Havale ile birlikte kart veya otomatik ödeme bilgileri verilmiş.',
      'BG-18 ve BG-19 gruplarını çıkarın veya ödeme şeklini değiştirin.',
    ],
  ),
  'BR-DE-24-a': entry(
    ['Als Zahlungsart ist Karte angegeben, die Kartendaten fehlen.', 'Kartendaten (BG-18) angeben.'],
    ['Payment by card is announced without its details.', 'Give the card information (BG-18).'],
    ['Ödeme şekli kart, kart bilgileri yok.', 'Kart bilgilerini (BG-18) girin.'],
  ),
  'BR-DE-24-b': entry(
    [
      'Bei Kartenzahlung stehen Überweisungs- oder Lastschriftdaten in der Rechnung.',
      'BG-17 und BG-19 weglassen oder die Zahlungsart ändern.',
    ],
    ['Transfer or direct debit details accompany a card payment.', 'Leave out BG-17 and BG-19 or change the means of payment.'],
    [
      'Kart ödemesiyle birlikte havale veya otomatik ödeme bilgileri verilmiş.',
      'BG-17 ve BG-19 gruplarını çıkarın veya ödeme şeklini değiştirin.',
    ],
  ),
  'BR-DE-25-a': entry(
    ['Als Zahlungsart ist Lastschrift angegeben, die Lastschriftdaten fehlen.', 'Mandat und Konto (BG-19) angeben.'],
    ['Direct debit is announced without its details.', 'Give mandate and account (BG-19).'],
    ['Ödeme şekli otomatik ödeme, bilgileri yok.', 'Talimatı ve hesabı (BG-19) girin.'],
  ),
  'BR-DE-25-b': entry(
    [
      'Bei Lastschrift stehen Überweisungs- oder Kartendaten in der Rechnung.',
      'BG-17 und BG-18 weglassen oder die Zahlungsart ändern.',
    ],
    ['Transfer or card details accompany a direct debit.', 'Leave out BG-17 and BG-18 or change the means of payment.'],
    [
      'Otomatik ödemeyle birlikte havale veya kart bilgileri verilmiş.',
      'BG-17 ve BG-18 gruplarını çıkarın veya ödeme şeklini değiştirin.',
    ],
  ),
  'BR-DE-26': entry(
    ['Eine Rechnungskorrektur nennt die korrigierte Rechnung nicht.', 'Nummer der ursprünglichen Rechnung (BG-3) angeben.'],
    ['A corrected invoice does not name the invoice that it corrects.', 'Give the number of the original invoice (BG-3).'],
    ['Düzeltme faturası düzelttiği faturayı belirtmiyor.', 'Asıl faturanın numarasını (BG-3) girin.'],
  ),
  'BR-DE-27': entry(
    ['Die Telefonnummer hat weniger als drei Ziffern.', 'Erreichbare Telefonnummer (BT-42) angeben.'],
    ['The telephone number has fewer than three digits.', 'Give a telephone number that works (BT-42).'],
    ['Telefon numarasında üçten az rakam var.', 'Ulaşılabilir bir telefon numarası (BT-42) girin.'],
  ),
  'BR-DE-28': entry(
    ['Die E-Mail-Adresse ist nicht in gültiger Form.', 'E-Mail-Adresse (BT-43) mit genau einem @ und einer Domäne angeben.'],
    ['The e-mail address is not well formed.', 'Give an e-mail address (BT-43) with exactly one @ and a domain.'],
    ['E-posta adresi geçerli biçimde değil.', 'Tek @ işareti ve alan adı olan bir e-posta adresi (BT-43) girin.'],
  ),
  'BR-DE-30': entry(
    ['Bei Lastschrift fehlt die Gläubiger-Identifikationsnummer.', 'BT-90 angeben.'],
    ['For direct debit the creditor identifier is missing.', 'Give BT-90.'],
    ['Otomatik ödemede alacaklı tanımlayıcısı yok.', 'BT-90 alanını girin.'],
  ),
  'BR-DE-31': entry(
    ['Bei Lastschrift fehlt das belastete Konto.', 'BT-91 angeben.'],
    ['For direct debit the debited account is missing.', 'Give BT-91.'],
    ['Otomatik ödemede borçlandırılan hesap yok.', 'BT-91 alanını girin.'],
  ),
  'BR-DE-TMP-32': entry(
    [
      'Der Zeitpunkt der Leistung fehlt.',
      'Lieferdatum (BT-72), Abrechnungszeitraum (BG-14) oder in jeder Position einen Zeitraum (BG-26) angeben; § 14 Abs. 4 Nr. 6 UStG verlangt den Zeitpunkt.',
    ],
    [
      'The time of supply is missing.',
      'Give the delivery date (BT-72), the invoicing period (BG-14) or a period on each line (BG-26); German VAT law demands it.',
    ],
    [
      'Teslim veya hizmet zamanı yok.',
      'Teslim tarihini (BT-72), fatura dönemini (BG-14) veya her satırda bir dönemi (BG-26) girin; Alman KDV kanunu bunu ister.',
    ],
  ),
  'BR-TMP-2': entry(
    [
      'Die Fundstelle einer Unterlage ist keine vollständige Adresse.',
      'Adresse (BT-124) mit Schema beginnen, zum Beispiel https://.',
    ],
    ['The location of a document is not a complete address.', 'Begin the address (BT-124) with its scheme, such as https://.'],
    ['Bir belgenin konumu tam bir adres değil.', 'Adresi (BT-124) şema ile başlatın, örneğin https://.'],
  ),
  'BR-TMP-3': entry(
    [
      'Die Basismengen von Brutto- und Nettopreis unterscheiden sich.',
      'Für beide Preise dieselbe Basismenge und Einheit angeben.',
    ],
    ['The base quantities of gross and net price differ.', 'Give the same base quantity and unit for both prices.'],
    ['Brüt ve net fiyatın temel miktarları farklı.', 'Her iki fiyat için aynı temel miktarı ve birimi girin.'],
  ),
  'BR-DEX-01': entry(
    ['Der Dateityp eines Anhangs ist nicht erlaubt.', 'PDF, PNG, JPEG, CSV, XLSX, ODS oder XML anhängen.'],
    ['The file type of an attachment is not allowed.', 'Attach PDF, PNG, JPEG, CSV, XLSX, ODS or XML.'],
    ['Bir ekin dosya türüne izin verilmiyor.', 'PDF, PNG, JPEG, CSV, XLSX, ODS veya XML ekleyin.'],
  ),
  'BR-DEX-02': entry(
    ['Der Betrag einer Position ist nicht die Summe ihrer Unterpositionen.', 'Beträge der Unterpositionen prüfen.'],
    ['The amount of a line is not the sum of its sub lines.', 'Check the amounts of the sub lines.'],
    ['Bir satırın tutarı alt satırlarının toplamı değil.', 'Alt satır tutarlarını kontrol edin.'],
  ),
  'BR-DEX-03': entry(
    [
      'Eine Unterposition hat nicht genau eine Umsatzsteuerkategorie.',
      'Je Unterposition genau eine Umsatzsteuerangabe (BG-30) machen.',
    ],
    ['A sub line has not exactly one VAT category.', 'Give exactly one VAT information (BG-30) for each sub line.'],
    ['Bir alt satırda tam bir KDV kategorisi yok.', 'Her alt satır için tam bir KDV bilgisi (BG-30) girin.'],
  ),
  'BR-DEX-09': entry(
    [
      'Der fällige Betrag stimmt unter Berücksichtigung der Zahlungen Dritter nicht.',
      'BT-115 = BT-112 − BT-113 + BT-114 + Zahlungen Dritter (BT-DEX-002).',
    ],
    [
      'The amount due is wrong once third party payments are considered.',
      'BT-115 = BT-112 − BT-113 + BT-114 + third party payments (BT-DEX-002).',
    ],
    [
      'Üçüncü taraf ödemeleriyle birlikte ödenecek tutar yanlış.',
      'BT-115 = BT-112 − BT-113 + BT-114 + üçüncü taraf ödemeleri (BT-DEX-002).',
    ],
  ),
  'BR-DEX-14': entry(
    ['Die Zahlung eines Dritten steht nicht in der Rechnungswährung.', 'Rechnungswährung (BT-5) verwenden.'],
    ['A third party payment is not in the invoice currency.', 'Use the invoice currency (BT-5).'],
    ['Üçüncü taraf ödemesi fatura para biriminde değil.', 'Fatura para birimini (BT-5) kullanın.'],
  ),
  'BR-DEX-15': entry(
    [
      'Die Position verweist auf eine übergeordnete Position.',
      'Unterpositionen sind in dieser Syntax nicht vorgesehen; Positionen einzeln aufführen.',
    ],
    ['The line refers to a parent line.', 'Sub lines are not provided for in this syntax; list the lines one by one.'],
    ['Satır bir üst satıra gönderme yapıyor.', 'Bu sözdiziminde alt satırlar öngörülmemiştir; satırları tek tek yazın.'],
  ),
  'BR-DE-CVD-03': entry(
    [
      'Keine Position nennt Fahrzeugklasse und Antrieb.',
      'In mindestens einer Position Klassifizierung CVD (BT-158) und Eigenschaft cva (BT-160) angeben.',
    ],
    [
      'No line gives vehicle category and drive.',
      'Give classification CVD (BT-158) and attribute cva (BT-160) on at least one line.',
    ],
    [
      'Hiçbir satır araç sınıfını ve tahrikini belirtmiyor.',
      'En az bir satırda CVD sınıfını (BT-158) ve cva özelliğini (BT-160) girin.',
    ],
  ),
  'BR-DE-CVD-04': entry(
    ['Die Fahrzeugklasse ist unbekannt.', 'M1, M2, M3, N1, N2 oder N3 angeben.'],
    ['The vehicle category is unknown.', 'Give M1, M2, M3, N1, N2 or N3.'],
    ['Araç sınıfı bilinmiyor.', 'M1, M2, M3, N1, N2 veya N3 girin.'],
  ),
  'BR-DE-CVD-05': entry(
    ['Der Antrieb ist unbekannt.', 'clean, zero-emission oder other angeben.'],
    ['The drive is unknown.', 'Give clean, zero-emission or other.'],
    ['Tahrik türü bilinmiyor.', 'clean, zero-emission veya other girin.'],
  ),
  'BR-DE-CVD-06-a': entry(
    ['Zur Fahrzeugklasse fehlt die Angabe des Antriebs.', 'Genau eine Eigenschaft cva (BT-160) je Position angeben.'],
    ['A vehicle category stands without its drive.', 'Give exactly one attribute cva (BT-160) on the line.'],
    ['Araç sınıfının tahrik bilgisi yok.', 'Satırda tam bir cva özelliği (BT-160) girin.'],
  ),
  'BR-DE-CVD-06-b': entry(
    ['Zum Antrieb fehlt die Angabe der Fahrzeugklasse.', 'Genau eine Klassifizierung CVD (BT-158) je Position angeben.'],
    ['A drive stands without its vehicle category.', 'Give exactly one classification CVD (BT-158) on the line.'],
    ['Tahrik bilgisinin araç sınıfı yok.', 'Satırda tam bir CVD sınıfı (BT-158) girin.'],
  ),
  'BR-TMP-CVD-01': entry(
    ['Die Liste einer Artikelklassifizierung ist unbekannt.', 'Einen Code aus UNTDID 7143 oder CVD angeben.'],
    ['The list of an item classification is unknown.', 'Give a code of UNTDID 7143 or CVD.'],
    ['Bir kalem sınıflandırmasının listesi bilinmiyor.', 'UNTDID 7143 kodu veya CVD girin.'],
  ),
};
