// SPDX-License-Identifier: EUPL-1.2
// Our own words for the Peppol rules inside XRechnung, and for the rules of this package.
import { type Entries, entry } from './entry.ts';

const indicator = entry(
  [
    'Es ist nicht klar, ob es ein Nachlass oder ein Zuschlag ist.',
    'Kennzeichen mit „true“ (Zuschlag) oder „false“ (Nachlass) angeben.',
  ],
  ['It is not clear whether this is an allowance or a charge.', 'Give the indicator as "true" (charge) or "false" (allowance).'],
  ['İndirim mi ek ücret mi olduğu belli değil.', 'Göstergeyi "true" (ek ücret) veya "false" (indirim) olarak girin.'],
);

/** PEPPOL-EN16931-R*, FW-*. */
export const peppolTexts: Entries = {
  'PEPPOL-EN16931-R005': entry(
    ['Die Währung der Umsatzsteuerbuchung ist dieselbe wie die Rechnungswährung.', 'BT-6 weglassen.'],
    ['The VAT accounting currency is the same as the invoice currency.', 'Leave out BT-6.'],
    ['KDV muhasebe para birimi fatura para birimiyle aynı.', 'BT-6 alanını çıkarın.'],
  ),
  'PEPPOL-EN16931-R008': entry(
    ['Die Rechnung enthält leere Elemente.', 'Leere Elemente weglassen.'],
    ['The invoice contains empty elements.', 'Leave empty elements out.'],
    ['Faturada boş öğeler var.', 'Boş öğeleri çıkarın.'],
  ),
  'PEPPOL-EN16931-R040': entry(
    ['Nachlass oder Zuschlag passt nicht zu Grundbetrag und Prozentsatz.', 'Betrag = Grundbetrag × Prozentsatz; neu berechnen.'],
    ['An allowance or charge does not fit its base and percentage.', 'Amount = base × percentage; calculate again.'],
    ['İndirim veya ek ücret, matrah ve yüzdeyle uyuşmuyor.', 'Tutar = matrah × yüzde; yeniden hesaplayın.'],
  ),
  'PEPPOL-EN16931-R041': entry(
    ['Ein Prozentsatz ist angegeben, aber kein Grundbetrag.', 'Grundbetrag ergänzen oder Prozentsatz weglassen.'],
    ['A percentage is given without its base amount.', 'Add the base amount or leave out the percentage.'],
    ['Yüzde verilmiş, matrahı yok.', 'Matrahı ekleyin veya yüzdeyi çıkarın.'],
  ),
  'PEPPOL-EN16931-R042': entry(
    ['Ein Grundbetrag ist angegeben, aber kein Prozentsatz.', 'Prozentsatz ergänzen oder Grundbetrag weglassen.'],
    ['A base amount is given without its percentage.', 'Add the percentage or leave out the base amount.'],
    ['Matrah verilmiş, yüzdesi yok.', 'Yüzdeyi ekleyin veya matrahı çıkarın.'],
  ),
  'PEPPOL-EN16931-R043': indicator,
  'PEPPOL-EN16931-R043-1': indicator,
  'PEPPOL-EN16931-R043-2': indicator,
  'PEPPOL-EN16931-R044': entry(
    ['Am Artikelpreis steht ein Zuschlag.', 'Am Preis sind nur Nachlässe erlaubt; Zuschlag auf die Position legen.'],
    ['A charge is attached to the item price.', 'Only discounts are allowed on prices; put the charge on the line.'],
    ['Kalem fiyatında ek ücret var.', 'Fiyatta yalnızca indirime izin verilir; ek ücreti satıra koyun.'],
  ),
  'PEPPOL-EN16931-R046': entry(
    [
      'Nettopreis, Bruttopreis und Preisnachlass passen nicht zusammen.',
      'Nettopreis (BT-146) = Bruttopreis (BT-148) − Nachlass (BT-147).',
    ],
    ['Net price, gross price and discount do not fit.', 'Net price (BT-146) = gross price (BT-148) − discount (BT-147).'],
    ['Net fiyat, brüt fiyat ve indirim uyuşmuyor.', 'Net fiyat (BT-146) = brüt fiyat (BT-148) − indirim (BT-147).'],
  ),
  'PEPPOL-EN16931-R053': entry(
    [
      'Der Gesamtbetrag der Umsatzsteuer in Rechnungswährung ist nicht genau einmal angegeben.',
      'BT-110 mit seiner Aufschlüsselung genau einmal angeben.',
    ],
    ['The VAT total in the invoice currency is not given exactly once.', 'Give BT-110 with its breakdown exactly once.'],
    ['Fatura para biriminde toplam KDV tam bir kez verilmemiş.', 'BT-110 alanını dökümüyle tam bir kez girin.'],
  ),
  'PEPPOL-EN16931-R054': entry(
    [
      'Der Steuerbetrag in Buchungswährung passt nicht zur Angabe der Buchungswährung.',
      'BT-111 genau einmal angeben, wenn BT-6 angegeben ist, sonst weglassen.',
    ],
    [
      'The VAT total in accounting currency does not match the accounting currency.',
      'Give BT-111 exactly once if BT-6 is given, else leave it out.',
    ],
    [
      'Muhasebe para birimindeki KDV tutarı, para birimi bilgisiyle uyuşmuyor.',
      'BT-6 varsa BT-111 alanını tam bir kez girin, yoksa çıkarın.',
    ],
  ),
  'PEPPOL-EN16931-R055': entry(
    [
      'Die Steuerbeträge in beiden Währungen haben verschiedene Vorzeichen.',
      'BT-110 und BT-111 mit demselben Vorzeichen angeben.',
    ],
    ['The VAT totals in both currencies have different signs.', 'Give BT-110 and BT-111 with the same sign.'],
    ['İki para birimindeki KDV tutarlarının işaretleri farklı.', 'BT-110 ve BT-111 alanlarını aynı işaretle girin.'],
  ),
  'PEPPOL-EN16931-R101': entry(
    ['Der Verweis an der Position nennt nicht das abgerechnete Objekt.', 'An Positionen nur Objektverweise mit Typ 130 angeben.'],
    ['The reference on the line is not to an invoiced object.', 'On lines give only object references of type 130.'],
    ['Satırdaki atıf faturalanan nesneye değil.', 'Satırlarda yalnızca 130 türünde nesne atıfı girin.'],
  ),
  'PEPPOL-EN16931-R110': entry(
    [
      'Der Zeitraum einer Position beginnt vor dem Abrechnungszeitraum.',
      'Beginn der Position oder des Abrechnungszeitraums berichtigen.',
    ],
    ['The period of a line begins before the invoicing period.', 'Correct the begin of the line or of the invoicing period.'],
    ['Bir satırın dönemi fatura döneminden önce başlıyor.', 'Satırın veya fatura döneminin başlangıcını düzeltin.'],
  ),
  'PEPPOL-EN16931-R111': entry(
    [
      'Der Zeitraum einer Position endet nach dem Abrechnungszeitraum.',
      'Ende der Position oder des Abrechnungszeitraums berichtigen.',
    ],
    ['The period of a line ends after the invoicing period.', 'Correct the end of the line or of the invoicing period.'],
    ['Bir satırın dönemi fatura döneminden sonra bitiyor.', 'Satırın veya fatura döneminin sonunu düzeltin.'],
  ),
  'PEPPOL-EN16931-R120': entry(
    [
      'Der Betrag einer Position passt nicht zu Menge und Preis.',
      'Betrag (BT-131) = Menge × Preis ÷ Basismenge + Zuschläge − Nachlässe.',
    ],
    [
      'The amount of a line does not fit quantity and price.',
      'Amount (BT-131) = quantity × price ÷ base quantity + charges − allowances.',
    ],
    [
      'Bir satırın tutarı miktar ve fiyatla uyuşmuyor.',
      'Tutar (BT-131) = miktar × fiyat ÷ temel miktar + ek ücretler − indirimler.',
    ],
  ),
  'PEPPOL-EN16931-R121': entry(
    ['Die Basismenge eines Preises ist nicht größer als null.', 'Basismenge (BT-149) als positive Zahl angeben.'],
    ['The base quantity of a price is not greater than nought.', 'Give the base quantity (BT-149) as a positive number.'],
    ['Bir fiyatın temel miktarı sıfırdan büyük değil.', 'Temel miktarı (BT-149) pozitif bir sayı olarak girin.'],
  ),
  'PEPPOL-EN16931-R130': entry(
    [
      'Einheit der Basismenge und Einheit der berechneten Menge unterscheiden sich.',
      'Für beide dieselbe Einheit (BT-130, BT-150) angeben.',
    ],
    ['The units of base quantity and invoiced quantity differ.', 'Give the same unit for both (BT-130, BT-150).'],
    ['Temel miktar ile faturalanan miktarın birimleri farklı.', 'İkisi için de aynı birimi (BT-130, BT-150) girin.'],
  ),
  'FW-NUMBER': entry(
    ['Ein Betrag oder eine Menge ist keine Zahl.', 'Zahl mit Punkt als Dezimalzeichen und ohne Tausenderzeichen angeben.'],
    ['An amount or quantity is not a number.', 'Give a number with a point as decimal mark and without thousands separators.'],
    ['Bir tutar veya miktar sayı değil.', 'Ondalık için nokta kullanın, binlik ayırıcı kullanmayın.'],
  ),
  'FW-DATE': entry(
    ['Ein Datum ist kein Kalendertag in der Form der Syntax.', 'Datum in UBL als JJJJ-MM-TT, in CII als JJJJMMTT angeben.'],
    ['A date is not a calendar day in the form of the syntax.', 'Give dates as YYYY-MM-DD in UBL, as YYYYMMDD in CII.'],
    [
      'Bir tarih, sözdiziminin biçiminde geçerli bir gün değil.',
      'Tarihi UBL için YYYY-AA-GG, CII için YYYYAAGG biçiminde girin.',
    ],
  ),
  'FW-TWICE': entry(
    ['Eine Angabe, die nur einmal vorkommen darf, steht mehrfach.', 'Die Angabe nur einmal machen.'],
    ['Something that may stand only once stands several times.', 'Give it only once.'],
    ['Yalnızca bir kez verilebilecek bir bilgi birden çok kez verilmiş.', 'Bilgiyi yalnızca bir kez verin.'],
  ),
};
