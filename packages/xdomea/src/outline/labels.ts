// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../texts/explain.ts';

const words = {
  version: ['Version', 'Version'],
  process: ['Prozess', 'Process'],
  created: ['Erstellt', 'Created'],
  author: ['Absender', 'Sender'],
  reader: ['Empfänger', 'Recipient'],
  system: ['System', 'System'],
  part: ['Paket', 'Package'],
  hint: ['Hinweis', 'Note'],
  outcome: ['Ergebnis', 'Outcome'],
  subject: ['Betreff', 'Subject'],
  sign: ['Kennzeichen', 'Reference'],
  lead: ['Federführung', 'Lead unit'],
  medium: ['Medium', 'Medium'],
  secrecy: ['Geheimhaltungsgrad', 'Classification'],
  period: ['Laufzeit', 'Period'],
  filed: ['Zu den Akten', 'Filed'],
  retention: ['Aufbewahrung', 'Retention'],
  until: ['Aufbewahrungsende', 'Kept until'],
  appraisal: ['Aussonderungsart', 'Appraisal'],
  proposal: ['Bewertungsvorschlag', 'Proposal'],
  date: ['Datum des Schreibens', 'Date of letter'],
  received: ['Posteingang', 'Received'],
  sent: ['Postausgang', 'Sent'],
  context: ['Nur zur Information', 'For information only'],
  archive: ['Archivkennung', 'Archive reference'],
  error: ['Fehlermeldung', 'Error'],
  steps: ['Schritte', 'Steps'],
  directive: ['Verfügung', 'Order'],
  note: ['Vermerk', 'Note'],
  yes: ['ja', 'yes'],
  taken: ['übernommen', 'taken over'],
  refused: ['nicht übernommen', 'not taken over'],
  forever: ['unbefristet', 'for ever'],
  years: ['Jahre', 'years'],
  of: ['von', 'of'],
} as const;

export type Word = keyof typeof words;

/** A label in the reader's language. */
export function label(word: Word, language: Language): string {
  return words[word][language === 'de' ? 0 : 1];
}

const titles: Readonly<Record<string, readonly [string, string]>> = {
  '0101': ['Information', 'Information'],
  '0102': ['Empfangsbestätigung zur Information', 'Receipt of information'],
  '0201': ['Geschäftsgang', 'Circulation'],
  '0202': ['Empfangsbestätigung zum Geschäftsgang', 'Receipt of circulation'],
  '0203': ['Geänderter Laufweg', 'Changed route'],
  '0301': ['Aktenplan', 'Filing plan'],
  '0302': ['Empfangsbestätigung zum Aktenplan', 'Receipt of filing plan'],
  '0401': ['Abgabe', 'Handover'],
  '0402': ['Importbestätigung zur Abgabe', 'Import confirmation of handover'],
  '0403': ['Empfangsbestätigung zur Abgabe', 'Receipt of handover'],
  '0501': ['Anbieteverzeichnis', 'Offer to the archive'],
  '0502': ['Bewertungsverzeichnis', 'Appraisal list'],
  '0503': ['Aussonderung', 'Transfer to the archive'],
  '0504': ['Empfangsbestätigung zur Anbietung', 'Receipt of offer'],
  '0505': ['Empfangsbestätigung zur Bewertung', 'Receipt of appraisal'],
  '0506': ['Importbestätigung zur Aussonderung', 'Import confirmation of transfer'],
  '0507': ['Empfangsbestätigung zur Aussonderung', 'Receipt of transfer'],
  '0511': ['Aktenplan zur Bewertung', 'Filing plan for appraisal'],
  '0512': ['Empfangsbestätigung zum Aktenplan', 'Receipt of filing plan for appraisal'],
  '0513': ['Bewertungskatalog', 'Appraisal catalogue'],
  '0514': ['Importbestätigung zum Bewertungskatalog', 'Import confirmation of appraisal catalogue'],
  '0515': ['Empfangsbestätigung zum Bewertungskatalog', 'Receipt of appraisal catalogue'],
};

/** What a message is called. */
export function titleOf(typ: string, language: Language): string {
  return titles[typ]?.[language === 'de' ? 0 : 1] ?? typ;
}

const codes: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  appraisal: { A: ['A (archivieren)', 'A (archive)'], B: ['B (bewerten)', 'B (appraise)'], V: ['V (vernichten)', 'V (destroy)'] },
  medium: { '001': ['elektronisch', 'electronic'], '002': ['hybrid', 'hybrid'], '003': ['Papier', 'paper'] },
  step: {
    '001': ['künftig', 'future'],
    '002': ['aktuell', 'current'],
    '003': ['erledigt', 'done'],
    '004': ['übersprungen', 'skipped'],
  },
};

/** A value of a code list in words, or the value itself. */
export function codeText(list: 'appraisal' | 'medium' | 'step', code: string, language: Language): string {
  return codes[list]?.[code]?.[language === 'de' ? 0 : 1] ?? code;
}
