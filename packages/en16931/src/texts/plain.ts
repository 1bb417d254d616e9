// SPDX-License-Identifier: EUPL-1.2
// Plain German (Leichte Sprache in its short sentences) for the rules that are violated most often.

/** Rule id to a text of short sentences. */
export const plainGerman: Readonly<Record<string, string>> = {
  'BR-DE-15':
    'In der Rechnung fehlt die Leitweg-ID. Die Leitweg-ID ist die Adresse vom Amt. Bitte schreiben Sie die Leitweg-ID in die Rechnung.',
  'BR-DE-TMP-32': 'In der Rechnung fehlt: Wann war die Lieferung? Bitte schreiben Sie das Datum in die Rechnung.',
  'BR-DE-18':
    'In der Rechnung steht ein Skonto. Skonto ist ein Rabatt für schnelles Zahlen. Der Skonto ist falsch geschrieben. Richtig ist zum Beispiel: #SKONTO#TAGE=14#PROZENT=2.00#',
  'BR-DE-19': 'Die IBAN ist falsch. Die IBAN ist die Nummer vom Konto. Bitte prüfen Sie die IBAN.',
  'BR-DE-20': 'Die IBAN für den Einzug ist falsch. Bitte prüfen Sie die IBAN.',
  'BR-DE-1': 'In der Rechnung fehlt: Wie soll das Amt zahlen? Bitte schreiben Sie das Konto in die Rechnung.',
  'BR-DE-2': 'In der Rechnung fehlt eine Person für Fragen. Bitte schreiben Sie Name, Telefon und E-Mail in die Rechnung.',
  'BR-DE-3': 'In der Rechnung fehlt Ihr Ort.',
  'BR-DE-4': 'In der Rechnung fehlt Ihre Postleitzahl.',
  'BR-DE-5': 'In der Rechnung fehlt der Name von einer Person für Fragen.',
  'BR-DE-6': 'In der Rechnung fehlt eine Telefonnummer für Fragen.',
  'BR-DE-7': 'In der Rechnung fehlt eine E-Mail-Adresse für Fragen.',
  'BR-DE-16': 'In der Rechnung fehlt Ihre Steuernummer. Bitte schreiben Sie die Steuernummer in die Rechnung.',
  'BR-DE-21': 'Die Rechnung hat eine andere Form als das Amt braucht. Das Amt braucht: XRechnung 3.0.',
  'BR-DE-23-a': 'Sie möchten eine Überweisung. Aber es fehlt das Konto. Bitte schreiben Sie die IBAN in die Rechnung.',
  'BR-DE-27': 'Die Telefonnummer ist zu kurz.',
  'BR-DE-28': 'Die E-Mail-Adresse ist falsch geschrieben.',
  'BR-DE-30': 'Das Amt soll per Lastschrift zahlen. Dafür fehlt Ihre Gläubiger-Nummer.',
  'BR-DE-31': 'Das Amt soll per Lastschrift zahlen. Dafür fehlt das Konto vom Amt.',
  'BR-02': 'In der Rechnung fehlt die Nummer von der Rechnung.',
  'BR-03': 'In der Rechnung fehlt das Datum von der Rechnung.',
  'BR-06': 'In der Rechnung fehlt Ihr Name.',
  'BR-07': 'In der Rechnung fehlt der Name vom Amt.',
  'BR-16': 'In der Rechnung steht nicht: Was haben Sie geliefert oder gemacht?',
  'BR-CO-10': 'Eine Summe ist falsch. Bitte zählen Sie alle Teile noch einmal zusammen.',
  'BR-CO-13': 'Die Summe ohne Steuer ist falsch. Bitte rechnen Sie noch einmal.',
  'BR-CO-14': 'Die Summe von der Steuer ist falsch. Bitte rechnen Sie noch einmal.',
  'BR-CO-15': 'Die Summe mit Steuer ist falsch. Bitte rechnen Sie noch einmal.',
  'BR-CO-16': 'Der Betrag zum Zahlen ist falsch. Bitte rechnen Sie noch einmal.',
  'BR-S-08': 'Die Steuer passt nicht zu den Preisen. Bitte rechnen Sie noch einmal.',
  'PEPPOL-EN16931-R008': 'In der Datei gibt es leere Felder. Bitte lassen Sie leere Felder weg.',
  'PEPPOL-EN16931-R010': 'In der Rechnung fehlt die elektronische Adresse vom Amt.',
  'PEPPOL-EN16931-R020': 'In der Rechnung fehlt Ihre elektronische Adresse. Das kann Ihre E-Mail-Adresse sein.',
};
