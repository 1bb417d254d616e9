// SPDX-License-Identifier: EUPL-1.2

/** The page of the proof, in German. */
export const deProof = {
  'records.proof.title': 'Beweis',
  'records.proof.package': 'Beweispaket, {size}',
  'records.proof.sound': 'Diese Akte ist unverändert und vollständig.',
  'records.proof.broken': 'Diese Akte stimmt nicht mit dem Journal überein.',
  'records.proof.checked':
    '{entries} Einträge, keiner fehlt; {contents} Inhalte gehören dazu. Die Einträge hat dieser Rechner soeben geprüft, die Inhalte prüft das Paket.',
  'records.proof.chain': 'Warum das stimmt, Glied für Glied',
  'records.proof.link.contents': '{n} Inhalte',
  'records.proof.link.contents.one': 'Ein Inhalt',
  'records.proof.link.contents-text': 'Jeder hat seine Prüfsumme. Ein anderes Komma gäbe eine andere.',
  'records.proof.link.entries': '{n} Einträge',
  'records.proof.link.entries.one': 'Ein Eintrag',
  'records.proof.link.entries-text':
    'Nummer 1 bis {n} ohne Lücke. Jeder nennt die Prüfsumme seines Inhalts und seines Vorgängers.',
  'records.proof.link.tree': 'Ein Baum',
  'records.proof.link.tree-text': 'Höchstens {n} Schritte führen von jedem Eintrag zur Wurzel über alle Akten der Stadt.',
  'records.proof.link.checkpoint': 'Prüfpunkt',
  'records.proof.link.checkpoint-text': 'Über {n} Einträge, von der Stadt unterschrieben.',
  'records.proof.link.witnesses': '{n} Zeugen',
  'records.proof.link.witnesses.one': 'Ein Zeuge',
  'records.proof.link.witnesses-text': '{names}, zuletzt {date}.',
  'records.proof.link.no-witness':
    'Noch hat keine fremde Stelle einen Prüfpunkt verwahrt. Bis dahin steht allein die Stadt dafür ein.',
  'records.proof.proven.1': 'Nichts wurde geändert.',
  'records.proof.proven.1-why': 'Alle {entries} Einträge stehen Zeichen für Zeichen so im Baum.',
  'records.proof.proven.2': 'Nichts wurde entfernt.',
  'records.proof.proven.2-why': 'Die Nummern haben keine Lücke, und jeder Eintrag nennt seinen Vorgänger.',
  'records.proof.proven.3': 'Die Reihenfolge stimmt.',
  'records.proof.proven.3-why': 'Kein Eintrag ließ sich nachträglich dazwischenschieben.',
  'records.proof.not-proven.1': 'Ob wahr ist, was darin steht.',
  'records.proof.not-proven.1-why': 'Der Beweis schützt das Papier, nicht den Inhalt.',
  'records.proof.not-proven.2': 'Wer vor dem Rechner saß.',
  'records.proof.not-proven.2-why': 'Bewiesen ist das Konto.',
  'records.proof.not-proven.3': 'Was nach diesem Prüfpunkt geschah.',
  'records.proof.not-proven.3-why': 'Ein neueres Paket zeigt es.',
  'records.proof.not-proven.4': 'Ob es daneben noch Papier gab.',
  'records.proof.not-proven.4-why': 'Das kann kein Rechner wissen.',
  'records.proof.stamped': 'Zu {n} Dokumenten liegt ein Beweisdatensatz mit Zeitstempel einer fremden Stelle im Paket.',
  'records.proof.stamped.one': 'Zu einem Dokument liegt ein Beweisdatensatz mit Zeitstempel einer fremden Stelle im Paket.',
  'records.proof.erased':
    'Bei {n} Einträgen wurde der persönliche Teil gelöscht. Die Einträge stehen noch, der Beweis gilt weiter.',
  'records.proof.erased.one':
    'Bei einem Eintrag wurde der persönliche Teil gelöscht. Der Eintrag steht noch, der Beweis gilt weiter.',
  'records.proof.differences': '{n} Unterschiede zwischen Tabellen und Journal: {what}.',
  'records.proof.differences.one': 'Ein Unterschied zwischen Tabellen und Journal: {what}.',
  'records.proof.difference.not-in-journal': 'etwas steht in der Akte, ohne dass es eine Handlung gab',
  'records.proof.difference.not-in-tables': 'etwas fehlt in der Akte, ohne dass es eine Handlung gab',
  'records.proof.difference.name': 'ein Betreff oder Titel wurde an den Handlungen vorbei geändert',
  'records.proof.difference.content': 'ein Inhalt wurde an den Handlungen vorbei ausgetauscht',
  'records.proof.difference.signature': 'eine Schlusszeichnung steht da, die niemand geleistet hat',
  'records.proof.yourself': 'Selbst prüfen',
  'records.proof.how':
    'Im Paket liegt pruefer.html, eine einzige Seite, die ohne Netz läuft: öffnen und das Paket hineinziehen. Oder auf der Kommandozeile:',
  'records.proof.key': 'Prüfschlüssel der Stadt, am besten auf anderem Weg besorgt: {key}',
} as const;
