// SPDX-License-Identifier: EUPL-1.2

/** The kernel's own texts. */
export const de = {
  'kernel.not-permitted': 'Dazu fehlt Ihnen die Berechtigung. Wer sie vergibt, steht in der Verwaltung unter „Funktionen“.',
  'kernel.sign-in-first': 'Bitte melden Sie sich zuerst an.',
  'kernel.cross-site':
    'Diese Anfrage kam von einer fremden Seite und wurde abgelehnt. Öffnen Sie Fachwerk selbst und versuchen Sie es dort.',
  'kernel.key-missing':
    'Der Anfrage fehlt der Schlüssel gegen doppelte Ausführung. Laden Sie die Seite neu und senden Sie noch einmal.',
  'kernel.key-reused':
    'Mit diesem Schlüssel wurde schon etwas anderes gesendet. Laden Sie die Seite neu und senden Sie noch einmal.',
  'kernel.journal-unavailable':
    'Das Journal kann gerade nicht geschrieben werden. Ohne Journal wird nichts angenommen; bitte versuchen Sie es in einer Minute noch einmal.',
  'kernel.storage-full': 'Der Speicher ist fast voll. Lesen geht weiter, Schreiben erst wieder, wenn Platz geschaffen ist.',
  'kernel.not-found': 'Das gibt es hier nicht, oder es ist nicht für Sie bestimmt.',
  'kernel.fault':
    'Hier ist etwas schiefgegangen. Es wurde nichts gespeichert. Die Nummer hilft der Verwaltung beim Nachsehen: {number}',
  'kernel.outage':
    'Die Datenbank antwortet gerade nicht. Es wurde nichts gespeichert; bitte versuchen Sie es in einer Minute noch einmal.',
  'kernel.too-large': 'Das ist zu groß für ein Formular. Dateien laden Sie bitte über „Hochladen“.',
  'kernel.content-type': 'Diese Art von Daten versteht die Adresse nicht. Erwartet wird ein Formular oder JSON.',
  'kernel.malformed-json': 'Das JSON ist fehlerhaft oder zu tief verschachtelt.',
  'kernel.invalid-input': 'Bitte prüfen Sie Ihre Angaben.',
  'kernel.invalid.missing': 'Diese Angabe fehlt.',
  'kernel.invalid.format': 'Diese Angabe hat nicht die erwartete Form.',
  'kernel.invalid.too-small': 'Das ist zu kurz oder zu klein.',
  'kernel.invalid.too-big': 'Das ist zu lang oder zu groß.',
  'kernel.invalid.unknown-field': 'Dieses Feld gibt es hier nicht.',
  'kernel.permission.move-deadline': 'Fristen neu berechnen (nur Hintergrundarbeit)',
  'kernel.to-start': 'Zum Anfang',
  'kernel.error.400': 'Das war nicht zu verstehen',
  'kernel.error.403': 'Dafür fehlt die Berechtigung',
  'kernel.error.404': 'Nicht gefunden',
  'kernel.error.409': 'Das passt nicht mehr zum heutigen Stand',
  'kernel.error.413': 'Zu groß',
  'kernel.error.422': 'Bitte prüfen',
  'kernel.error.429': 'Zu viele Versuche',
  'kernel.error.500': 'Etwas ist schiefgegangen',
  'kernel.error.503': 'Gerade nicht erreichbar',
  'kernel.error.507': 'Der Speicher ist fast voll',
} as const;
