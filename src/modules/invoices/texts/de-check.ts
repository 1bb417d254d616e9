// SPDX-License-Identifier: EUPL-1.2

/** Die öffentliche Prüfseite, auf Deutsch. */
export const deCheck = {
  'invoices.check.title': 'Rechnung prüfen',
  'invoices.check.lead':
    'Prüfen Sie Ihre E-Rechnung, bevor Sie sie uns senden. Die Datei wird nur im Arbeitsspeicher geprüft und danach verworfen. Nichts wird gespeichert.',
  'invoices.check.file': 'Rechnung',
  'invoices.check.hint': 'XRechnung als XML oder ZUGFeRD als PDF, höchstens 5 MB.',
  'invoices.check.button': 'Prüfen',
  'invoices.check.good': 'Wir haben keinen Fehler gefunden. Sie können die Rechnung so senden.',
  'invoices.check.hints': 'Kein Fehler, aber {n} Hinweise.',
  'invoices.check.hints.one': 'Kein Fehler, aber ein Hinweis.',
  'invoices.check.bad': 'Wir haben {n} Fehler gefunden. Bitte berichtigen Sie die Rechnung vor dem Senden.',
  'invoices.check.bad.one': 'Wir haben einen Fehler gefunden. Bitte berichtigen Sie die Rechnung vor dem Senden.',
  'invoices.check.unreadable': 'Diese Datei ist keine E-Rechnung, die wir lesen können.',
  'invoices.check.result': 'Ergebnis für {name}',
  'invoices.check.line': 'Zeile {line}',
  'invoices.check.error': 'Fehler',
  'invoices.check.warning': 'Hinweis',
  'invoices.check.information': 'Hinweis',
  'invoices.check.one-only': 'Prüfen Sie bitte eine Datei nach der anderen.',
  'invoices.check.too-large': 'Diese Datei ist größer als 5 MB.',
  'invoices.check.in-browser': 'Ihr Browser prüft selbst; die Datei verlässt Ihr Gerät nicht.',
} as const;
