// SPDX-License-Identifier: EUPL-1.2

/** Bearbeiten im Büroprogramm, in German. */
export const deEditing = {
  'records.editing.title': 'Im Büroprogramm bearbeiten',
  'records.editing.begin': 'Bearbeiten',
  'records.editing.begin-means':
    'Sie erhalten eine eigene, geheime Adresse für dieses Dokument. Damit öffnet es sich in Word oder LibreOffice, und jedes Speichern dort wird hier eine neue Version.',
  'records.editing.open': 'Zum Bearbeiten öffnen',
  'records.editing.programs': 'Programm wählen',
  'records.editing.programs-hint': 'Ihr Browser fragt vielleicht nach, ob er das Programm öffnen darf.',
  'records.editing.in-libreoffice': 'In LibreOffice öffnen',
  'records.editing.in-word': 'In Word öffnen',
  'records.editing.in-excel': 'In Excel öffnen',
  'records.editing.in-powerpoint': 'In PowerPoint öffnen',
  'records.editing.saving':
    'Speichern Sie im Programm wie gewohnt. Solange das Dokument dort offen ist, sehen andere, dass Sie es bearbeiten, und können es nicht überschreiben.',
  'records.editing.address': 'Adresse für andere Programme',
  'records.editing.address-hint':
    'Öffnet sich kein Programm, wählen Sie dort „Datei, Öffnen“ und fügen Sie diese Adresse ein. Sie gilt nur für Sie: Geben Sie sie nicht weiter.',
  'records.editing.end': 'Bearbeitung beenden',
  'records.editing.end-means':
    'Die Adresse gilt bis {until}. Sind Sie früher fertig, schließen Sie das Dokument im Programm und beenden Sie hier.',
  'records.editing.locked': 'Wird gerade bearbeitet: {name}, seit {since}.',
  'records.editing.locked-by-you': 'Sie bearbeiten dieses Dokument gerade im Büroprogramm, seit {since}.',
  'records.editing.locked-refused':
    'Das Dokument wird gerade im Büroprogramm bearbeitet. Bitte warten Sie, bis es dort geschlossen ist, oder heben Sie die Sperre am Dokument auf.',
  'records.editing.conflict-here':
    'Zu diesem Dokument gibt es einen zweiten Text, ausgehend von Version {base}. Bitte führen Sie beide zusammen:',
  'records.editing.conflict-of':
    'Diese Konfliktfassung entstand, weil beim Speichern schon eine neuere Version da war. Sie geht aus von Version {base} von:',
  'records.editing.conflict-title': '{title} (Konfliktfassung)',
  'records.editing.note': 'Im Büroprogramm bearbeitet',
  'records.editing.kept-as-conflict':
    'Jemand hat dieses Dokument inzwischen geändert oder gesperrt. Ihr Text ist nicht verloren: Er liegt als Konfliktfassung im selben Vorgang.',
  'records.editing.saved-before': 'Dieser Text ist schon gespeichert.',
  'records.editing.not-deleted': 'Das Dokument wird hier nicht gelöscht. In der Akte können Sie es zurückziehen.',
  'records.editing.folder-full': 'Im Arbeitsordner liegt schon zu viel. Schließen Sie das Dokument und öffnen Sie es neu.',
  'records.editing.no-office-file': 'Diese Art von Datei wird nicht im Büroprogramm bearbeitet. Legen Sie eine neue Version ab.',
  'records.editing.not-locked': 'Das Dokument ist nicht gesperrt.',
  'records.editing.release': 'Sperre aufheben',
  'records.editing.release-reason': 'Warum heben Sie die Sperre auf?',
  'records.editing.release-hint':
    'Der Grund steht danach im Verlauf. Was im Büroprogramm noch nicht gespeichert ist, wird beim nächsten Speichern eine Konfliktfassung.',
  'records.act.edit-lock-released': 'Bearbeitungssperre aufgehoben',
  'records.act.conflict-kept': 'Konfliktfassung aufgehoben neben dem Dokument',
} as const;
