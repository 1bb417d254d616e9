// SPDX-License-Identifier: EUPL-1.2

/** Versionen vergleichen, in German. */
export const deCompare = {
  'records.compare.title': 'Versionen vergleichen',
  'records.compare.link': 'Mit der vorigen Version vergleichen',
  'records.compare.link-conflict': 'Beide Texte vergleichen',
  'records.compare.from': 'Frühere Version',
  'records.compare.to': 'Spätere Version',
  'records.compare.button': 'Vergleichen',
  'records.compare.beside': 'Verglichen wird mit der neuesten Version von „{title}“.',
  'records.compare.changes': 'Änderungen',
  'records.compare.change-n': 'Änderung {n}',
  'records.compare.more': 'und {n} weitere im Text darunter',
  'records.compare.text': 'Text mit Änderungen',
  'records.compare.left-out': '[… unveränderter Text …]',
  'records.compare.previous': 'Zurück zu Änderung {n}',
  'records.compare.next': 'Weiter zu Änderung {n}',
  'records.compare.gone': 'gestrichen',
  'records.compare.new': 'eingefügt',
  'records.compare.equal':
    'Kein Unterschied im Text: Wort für Wort steht dasselbe da. Unterschiede im Aussehen zeigen die Seiten darunter.',
  'records.compare.coarse': 'Die Texte unterscheiden sich so stark, dass nur Anfang und Ende Wort für Wort verglichen sind.',
  'records.compare.not-read':
    'Mindestens eine der Versionen ist noch nicht gelesen oder hat keinen Text. Versuchen Sie es in einer Minute wieder.',
  'records.compare.pages': 'Seiten nebeneinander',
  'records.compare.page-of': 'Seite {page}, Version {n} von „{title}“',
  'records.compare.no-page': 'Diese Seite gibt es in dieser Version nicht.',
} as const;
