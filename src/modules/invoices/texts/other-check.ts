// SPDX-License-Identifier: EUPL-1.2

/** The public check page in English. */
export const enCheck = {
  'invoices.check.title': 'Check an invoice',
  'invoices.check.lead':
    'Check your e-invoice before you send it to us. The file is checked in memory only and thrown away afterwards. Nothing is stored.',
  'invoices.check.file': 'Invoice',
  'invoices.check.hint': 'XRechnung as XML or ZUGFeRD as PDF, 5 MB at most.',
  'invoices.check.button': 'Check',
  'invoices.check.good': 'We found no error. You can send the invoice as it is.',
  'invoices.check.hints': 'No error, but {n} hints.',
  'invoices.check.hints.one': 'No error, but one hint.',
  'invoices.check.bad': 'We found {n} errors. Please correct the invoice before you send it.',
  'invoices.check.bad.one': 'We found one error. Please correct the invoice before you send it.',
  'invoices.check.unreadable': 'This file is no e-invoice that we can read.',
  'invoices.check.result': 'Result for {name}',
  'invoices.check.line': 'line {line}',
  'invoices.check.error': 'Error',
  'invoices.check.warning': 'Hint',
  'invoices.check.information': 'Hint',
  'invoices.check.one-only': 'Please check one file at a time.',
  'invoices.check.too-large': 'This file is larger than 5 MB.',
  'invoices.check.in-browser': 'Your browser checks by itself: the file does not leave your device.',
} as const;

/** Türkçe. */
export const trCheck = {
  'invoices.check.title': 'Fatura kontrolü',
  'invoices.check.lead':
    'E-faturanızı bize göndermeden önce kontrol edin. Dosya yalnızca bellekte kontrol edilir ve sonra atılır. Hiçbir şey kaydedilmez.',
  'invoices.check.file': 'Fatura',
  'invoices.check.hint': 'XML olarak XRechnung veya PDF olarak ZUGFeRD, en fazla 5 MB.',
  'invoices.check.button': 'Kontrol et',
  'invoices.check.good': 'Hata bulmadık. Faturayı bu haliyle gönderebilirsiniz.',
  'invoices.check.hints': 'Hata yok, ancak {n} uyarı var.',
  'invoices.check.hints.one': 'Hata yok, ancak bir uyarı var.',
  'invoices.check.bad': '{n} hata bulduk. Lütfen göndermeden önce faturayı düzeltin.',
  'invoices.check.bad.one': 'Bir hata bulduk. Lütfen göndermeden önce faturayı düzeltin.',
  'invoices.check.unreadable': 'Bu dosya okuyabildiğimiz bir e-fatura değil.',
  'invoices.check.result': '{name} için sonuç',
  'invoices.check.line': 'satır {line}',
  'invoices.check.error': 'Hata',
  'invoices.check.warning': 'Uyarı',
  'invoices.check.information': 'Uyarı',
  'invoices.check.one-only': 'Lütfen dosyaları tek tek kontrol edin.',
  'invoices.check.too-large': 'Bu dosya 5 MB’den büyük.',
  'invoices.check.in-browser': 'Tarayıcınız kendisi kontrol eder: dosya cihazınızdan çıkmaz.',
} as const;

/** Einfache Sprache. */
export const plainCheck = {
  'invoices.check.title': 'Rechnung prüfen',
  'invoices.check.lead':
    'Hier können Sie Ihre Rechnung prüfen. Das machen Sie, bevor Sie uns die Rechnung schicken. Wir speichern nichts.',
  'invoices.check.file': 'Ihre Rechnung',
  'invoices.check.hint': 'Die Datei ist eine XRechnung (XML) oder eine ZUGFeRD-Rechnung (PDF). Sie ist höchstens 5 MB groß.',
  'invoices.check.button': 'Prüfen',
  'invoices.check.good': 'Alles ist richtig. Sie können die Rechnung schicken.',
  'invoices.check.hints': 'Die Rechnung ist richtig. Wir haben {n} Hinweise für Sie.',
  'invoices.check.hints.one': 'Die Rechnung ist richtig. Wir haben einen Hinweis für Sie.',
  'invoices.check.bad': 'Die Rechnung hat {n} Fehler. Bitte ändern Sie die Rechnung. Schicken Sie die Rechnung erst danach.',
  'invoices.check.bad.one':
    'Die Rechnung hat einen Fehler. Bitte ändern Sie die Rechnung. Schicken Sie die Rechnung erst danach.',
  'invoices.check.unreadable': 'Diese Datei können wir nicht lesen. Sie ist keine E-Rechnung.',
  'invoices.check.result': 'Das haben wir gefunden: {name}',
  'invoices.check.line': 'Zeile {line}',
  'invoices.check.error': 'Fehler',
  'invoices.check.warning': 'Hinweis',
  'invoices.check.information': 'Hinweis',
  'invoices.check.one-only': 'Bitte prüfen Sie immer nur eine Datei.',
  'invoices.check.too-large': 'Diese Datei ist zu groß. Sie darf höchstens 5 MB haben.',
  'invoices.check.in-browser': 'Ihr Browser prüft die Rechnung. Die Datei bleibt auf Ihrem Gerät.',
} as const;
