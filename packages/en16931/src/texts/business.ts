// SPDX-License-Identifier: EUPL-1.2
// Our own words for the rules of EN 16931 that no template covers.
import { type Entries, entry } from './entry.ts';

/** Document, parties, lines. */
export const businessTexts: Entries = {
  'BR-16': entry(
    ['Die Rechnung enthält keine einzige Position.', 'Mindestens eine Rechnungsposition angeben.'],
    ['The invoice has no line at all.', 'Give at least one invoice line.'],
    ['Faturada hiç satır yok.', 'En az bir fatura satırı girin.'],
  ),
  'BR-17': entry(
    [
      'Der Zahlungsempfänger hat keinen Namen oder ist derselbe wie der Verkäufer.',
      'Zahlungsempfänger nur angeben, wenn er vom Verkäufer abweicht, und dann mit Namen.',
    ],
    [
      'The payee has no name or is the same as the seller.',
      'Give a payee only if it differs from the seller, and then with its name.',
    ],
    ['Ödeme alanın adı yok veya satıcıyla aynı.', 'Ödeme alanı yalnızca satıcıdan farklıysa ve adıyla birlikte belirtin.'],
  ),
  'BR-27': entry(
    [
      'Der Nettopreis einer Position ist negativ oder fehlt.',
      'Preis als nicht negative Zahl angeben; Gutschriften über eine negative Menge abbilden.',
    ],
    [
      'The net price of a line is negative or missing.',
      'Give the price as a number that is not negative; express credits by a negative quantity.',
    ],
    ['Bir satırın net fiyatı eksi veya yok.', 'Fiyatı eksi olmayan bir sayı olarak girin; alacakları eksi miktarla gösterin.'],
  ),
  'BR-28': entry(
    ['Der Bruttopreis einer Position ist negativ.', 'Bruttopreis als nicht negative Zahl angeben.'],
    ['The gross price of a line is negative.', 'Give the gross price as a number that is not negative.'],
    ['Bir satırın brüt fiyatı eksi.', 'Brüt fiyatı eksi olmayan bir sayı olarak girin.'],
  ),
  'BR-29': entry(
    ['Der Abrechnungszeitraum endet vor seinem Beginn.', 'Beginn und Ende des Abrechnungszeitraums prüfen.'],
    ['The invoicing period ends before it begins.', 'Check begin and end of the invoicing period.'],
    ['Fatura dönemi başlamadan bitiyor.', 'Fatura döneminin başlangıcını ve sonunu kontrol edin.'],
  ),
  'BR-30': entry(
    ['Der Zeitraum einer Position endet vor seinem Beginn.', 'Beginn und Ende des Zeitraums der Position prüfen.'],
    ['The period of a line ends before it begins.', 'Check begin and end of the period of the line.'],
    ['Bir satırın dönemi başlamadan bitiyor.', 'Satır döneminin başlangıcını ve sonunu kontrol edin.'],
  ),
  'BR-51': entry(
    [
      'Die Kartennummer steht vollständig in der Rechnung.',
      'Höchstens die ersten sechs und die letzten vier Ziffern der Kartennummer angeben.',
    ],
    ['The invoice shows the whole card number.', 'Show at most the first six and the last four digits of the card number.'],
    ['Faturada kart numarasının tamamı yazıyor.', 'Kart numarasının en fazla ilk altı ve son dört hanesini yazın.'],
  ),
  'BR-53': entry(
    [
      'Eine Währung für die Umsatzsteuerbuchung ist genannt, der Steuerbetrag in dieser Währung fehlt.',
      'Steuerbetrag in der Buchungswährung (BT-111) ergänzen oder BT-6 weglassen.',
    ],
    [
      'A VAT accounting currency is given, but not the VAT total in that currency.',
      'Add the VAT total in the accounting currency (BT-111) or leave out BT-6.',
    ],
    [
      'KDV muhasebe para birimi verilmiş, ancak bu para biriminde KDV tutarı yok.',
      'Muhasebe para biriminde KDV tutarını (BT-111) ekleyin veya BT-6 alanını çıkarın.',
    ],
  ),
  'BR-54': entry(
    ['Eine Artikeleigenschaft hat keinen Namen oder keinen Wert.', 'Name und Wert jeder Artikeleigenschaft angeben.'],
    ['An item attribute lacks its name or its value.', 'Give name and value of each item attribute.'],
    ['Bir kalem özelliğinin adı veya değeri yok.', 'Her kalem özelliğinin adını ve değerini girin.'],
  ),
  'BR-61': entry(
    ['Als Zahlungsart ist Überweisung angegeben, aber kein Konto.', 'IBAN des Zahlungskontos (BT-84) angeben.'],
    ['Payment by credit transfer is announced, but no account is given.', 'Give the IBAN of the account to be paid to (BT-84).'],
    ['Ödeme şekli havale, ancak hesap belirtilmemiş.', 'Ödeme hesabının IBAN numarasını (BT-84) girin.'],
  ),
  'BR-CO-03': entry(
    [
      'Datum und Code für den Zeitpunkt der Steuerfälligkeit sind beide angegeben.',
      'Nur eine der beiden Angaben (BT-7 oder BT-8) verwenden.',
    ],
    ['Both the date and the code of the tax point are given.', 'Use only one of them (BT-7 or BT-8).'],
    ['KDV doğuş tarihi ile kodu birlikte verilmiş.', 'Yalnızca birini (BT-7 veya BT-8) kullanın.'],
  ),
  'BR-CO-04': entry(
    ['Einer Position fehlt die Umsatzsteuerkategorie.', 'Für jede Position die Umsatzsteuerkategorie (BT-151) angeben.'],
    ['A line has no VAT category.', 'Give the VAT category (BT-151) of each line.'],
    ['Bir satırın KDV kategorisi yok.', 'Her satır için KDV kategorisini (BT-151) girin.'],
  ),
  'BR-CO-09': entry(
    [
      'Eine Umsatzsteuer-Identifikationsnummer beginnt nicht mit einem Länderkürzel.',
      'Nummer mit dem Kürzel des Landes beginnen, zum Beispiel DE (Griechenland: EL).',
    ],
    [
      'A VAT identifier does not begin with a country prefix.',
      'Begin the identifier with the prefix of the country, such as DE (Greece: EL).',
    ],
    ['Bir KDV numarası ülke kodu ile başlamıyor.', 'Numarayı ülke koduyla başlatın, örneğin DE (Yunanistan: EL).'],
  ),
  'BR-CO-10': entry(
    [
      'Die Summe der Positionen stimmt nicht.',
      'BT-106 muss die Summe aller Positionsbeträge (BT-131) sein; Beträge neu berechnen.',
    ],
    ['The sum of the lines is wrong.', 'BT-106 has to be the sum of all line net amounts (BT-131); calculate again.'],
    ['Satırların toplamı yanlış.', 'BT-106, tüm satır net tutarlarının (BT-131) toplamı olmalıdır; yeniden hesaplayın.'],
  ),
  'BR-CO-11': entry(
    ['Die Summe der Nachlässe stimmt nicht.', 'BT-107 muss die Summe aller Nachlässe auf Rechnungsebene (BT-92) sein.'],
    ['The sum of the allowances is wrong.', 'BT-107 has to be the sum of all document level allowances (BT-92).'],
    ['İndirimlerin toplamı yanlış.', 'BT-107, belge düzeyindeki tüm indirimlerin (BT-92) toplamı olmalıdır.'],
  ),
  'BR-CO-12': entry(
    ['Die Summe der Zuschläge stimmt nicht.', 'BT-108 muss die Summe aller Zuschläge auf Rechnungsebene (BT-99) sein.'],
    ['The sum of the charges is wrong.', 'BT-108 has to be the sum of all document level charges (BT-99).'],
    ['Ek ücretlerin toplamı yanlış.', 'BT-108, belge düzeyindeki tüm ek ücretlerin (BT-99) toplamı olmalıdır.'],
  ),
  'BR-CO-13': entry(
    [
      'Der Rechnungsbetrag ohne Umsatzsteuer stimmt nicht.',
      'BT-109 = Summe der Positionen (BT-106) − Nachlässe (BT-107) + Zuschläge (BT-108).',
    ],
    ['The total without VAT is wrong.', 'BT-109 = sum of lines (BT-106) − allowances (BT-107) + charges (BT-108).'],
    ['KDV hariç tutar yanlış.', 'BT-109 = satırların toplamı (BT-106) − indirimler (BT-107) + ek ücretler (BT-108).'],
  ),
  'BR-CO-14': entry(
    [
      'Der Gesamtbetrag der Umsatzsteuer stimmt nicht mit der Aufschlüsselung überein.',
      'BT-110 muss die Summe der Steuerbeträge aller Kategorien (BT-117) sein.',
    ],
    [
      'The VAT total does not agree with the breakdown.',
      'BT-110 has to be the sum of the tax amounts of all categories (BT-117).',
    ],
    ['Toplam KDV, döküm ile uyuşmuyor.', 'BT-110, tüm kategorilerin vergi tutarlarının (BT-117) toplamı olmalıdır.'],
  ),
  'BR-CO-15': entry(
    [
      'Der Rechnungsbetrag mit Umsatzsteuer stimmt nicht.',
      'BT-112 = Betrag ohne Umsatzsteuer (BT-109) + Umsatzsteuer in Rechnungswährung (BT-110); die Steuer genau einmal in Rechnungswährung angeben.',
    ],
    [
      'The total with VAT is wrong.',
      'BT-112 = total without VAT (BT-109) + VAT in the invoice currency (BT-110); give the tax exactly once in that currency.',
    ],
    [
      'KDV dahil tutar yanlış.',
      'BT-112 = KDV hariç tutar (BT-109) + fatura para biriminde KDV (BT-110); vergiyi bu para biriminde tam bir kez verin.',
    ],
  ),
  'BR-CO-16': entry(
    [
      'Der fällige Zahlungsbetrag stimmt nicht.',
      'BT-115 = Betrag mit Umsatzsteuer (BT-112) − gezahlter Betrag (BT-113) + Rundungsbetrag (BT-114).',
    ],
    ['The amount due is wrong.', 'BT-115 = total with VAT (BT-112) − paid amount (BT-113) + rounding amount (BT-114).'],
    ['Ödenecek tutar yanlış.', 'BT-115 = KDV dahil tutar (BT-112) − ödenmiş tutar (BT-113) + yuvarlama tutarı (BT-114).'],
  ),
  'BR-CO-17': entry(
    [
      'Ein Steuerbetrag passt nicht zu Bemessungsgrundlage und Steuersatz.',
      'BT-117 = Bemessungsgrundlage (BT-116) × Steuersatz (BT-119), auf Cent gerundet.',
    ],
    ['A tax amount does not fit its base and its rate.', 'BT-117 = taxable amount (BT-116) × rate (BT-119), rounded to cents.'],
    ['Bir vergi tutarı matrah ve oranla uyuşmuyor.', 'BT-117 = matrah (BT-116) × oran (BT-119), kuruşa yuvarlanmış.'],
  ),
  'BR-CO-18': entry(
    ['Die Aufschlüsselung der Umsatzsteuer fehlt.', 'Mindestens eine Umsatzsteueraufschlüsselung (BG-23) angeben.'],
    ['The VAT breakdown is missing.', 'Give at least one VAT breakdown (BG-23).'],
    ['KDV dökümü yok.', 'En az bir KDV dökümü (BG-23) girin.'],
  ),
  'BR-CO-19': entry(
    ['Der Abrechnungszeitraum hat weder Beginn noch Ende.', 'Beginn (BT-73) oder Ende (BT-74) angeben, am besten beides.'],
    ['The invoicing period has neither begin nor end.', 'Give its begin (BT-73) or end (BT-74), better both.'],
    ['Fatura döneminin başlangıcı da sonu da yok.', 'Başlangıcı (BT-73) veya sonu (BT-74), tercihen ikisini de girin.'],
  ),
  'BR-CO-20': entry(
    ['Der Zeitraum einer Position hat weder Beginn noch Ende.', 'Beginn (BT-134) oder Ende (BT-135) angeben, am besten beides.'],
    ['The period of a line has neither begin nor end.', 'Give its begin (BT-134) or end (BT-135), better both.'],
    ['Bir satırın döneminin başlangıcı da sonu da yok.', 'Başlangıcı (BT-134) veya sonu (BT-135), tercihen ikisini de girin.'],
  ),
  'BR-CO-26': entry(
    [
      'Der Verkäufer ist nicht eindeutig bezeichnet: Kennung, Registernummer und Umsatzsteuer-Identifikationsnummer fehlen.',
      'Mindestens eine der drei Angaben (BT-29, BT-30, BT-31) machen.',
    ],
    [
      'The seller cannot be identified: identifier, registration number and VAT identifier are all missing.',
      'Give at least one of the three (BT-29, BT-30, BT-31).',
    ],
    [
      'Satıcı tanımlanamıyor: tanımlayıcı, sicil numarası ve KDV numarası yok.',
      'Üçünden en az birini (BT-29, BT-30, BT-31) girin.',
    ],
  ),
  'BR-IC-11': entry(
    [
      'Bei innergemeinschaftlicher Lieferung fehlt der Zeitpunkt der Lieferung.',
      'Lieferdatum (BT-72) oder Abrechnungszeitraum (BG-14) angeben.',
    ],
    [
      'For an intra-community supply the time of delivery is missing.',
      'Give the delivery date (BT-72) or the invoicing period (BG-14).',
    ],
    ['Topluluk içi teslimde teslim zamanı yok.', 'Teslim tarihini (BT-72) veya fatura dönemini (BG-14) girin.'],
  ),
  'BR-IC-12': entry(
    [
      'Bei innergemeinschaftlicher Lieferung fehlt das Land, in das geliefert wurde.',
      'Ländercode der Lieferanschrift (BT-80) angeben.',
    ],
    ['For an intra-community supply the country of destination is missing.', 'Give the deliver to country code (BT-80).'],
    ['Topluluk içi teslimde varış ülkesi yok.', 'Teslimat ülke kodunu (BT-80) girin.'],
  ),
  'BR-O-11': entry(
    [
      'Neben „nicht steuerbar“ (O) steht eine weitere Kategorie in der Umsatzsteueraufschlüsselung.',
      'Nicht steuerbare und steuerbare Umsätze in getrennten Rechnungen abrechnen.',
    ],
    [
      'Besides "not subject to VAT" (O) the breakdown has another category.',
      'Bill supplies outside the scope of VAT on an invoice of their own.',
    ],
    [
      'KDV dökümünde "KDV kapsamı dışı" (O) yanında başka kategori var.',
      'KDV kapsamı dışındaki işlemleri ayrı bir faturada gösterin.',
    ],
  ),
  'BR-O-12': entry(
    [
      'Die Aufschlüsselung sagt „nicht steuerbar“ (O), eine Position hat eine andere Kategorie.',
      'Alle Positionen mit Kategorie O führen oder getrennte Rechnungen stellen.',
    ],
    [
      'The breakdown says "not subject to VAT" (O), a line has another category.',
      'Give category O for all lines, or issue separate invoices.',
    ],
    [
      'Döküm "KDV kapsamı dışı" (O), bir satırın kategorisi farklı.',
      'Tüm satırlarda O kategorisini kullanın veya ayrı fatura düzenleyin.',
    ],
  ),
  'BR-O-13': entry(
    [
      'Die Aufschlüsselung sagt „nicht steuerbar“ (O), ein Nachlass hat eine andere Kategorie.',
      'Nachlass mit Kategorie O führen.',
    ],
    ['The breakdown says "not subject to VAT" (O), an allowance has another category.', 'Give category O for the allowance.'],
    ['Döküm "KDV kapsamı dışı" (O), bir indirimin kategorisi farklı.', 'İndirimde O kategorisini kullanın.'],
  ),
  'BR-O-14': entry(
    [
      'Die Aufschlüsselung sagt „nicht steuerbar“ (O), ein Zuschlag hat eine andere Kategorie.',
      'Zuschlag mit Kategorie O führen.',
    ],
    ['The breakdown says "not subject to VAT" (O), a charge has another category.', 'Give category O for the charge.'],
    ['Döküm "KDV kapsamı dışı" (O), bir ek ücretin kategorisi farklı.', 'Ek ücrette O kategorisini kullanın.'],
  ),
  'BR-B-01': entry(
    ['„Split Payment“ (B) gibt es nur in Rechnungen innerhalb Italiens.', 'Eine andere Umsatzsteuerkategorie verwenden.'],
    ['"Split payment" (B) exists only on invoices within Italy.', 'Use another VAT category.'],
    ['"Bölünmüş ödeme" (B) yalnızca İtalya içi faturalarda vardır.', 'Başka bir KDV kategorisi kullanın.'],
  ),
  'BR-B-02': entry(
    [
      '„Split Payment“ (B) und Regelsteuersatz (S) stehen in einer Rechnung.',
      'Beide Kategorien auf getrennte Rechnungen verteilen.',
    ],
    ['"Split payment" (B) and standard rate (S) are on one invoice.', 'Put both categories on separate invoices.'],
    ['"Bölünmüş ödeme" (B) ve standart oran (S) aynı faturada.', 'İki kategoriyi ayrı faturalara ayırın.'],
  ),
};
