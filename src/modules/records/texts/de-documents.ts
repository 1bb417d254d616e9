// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about documents, in German. */
export const deDocuments = {
  'records.sign-off.other-signatory':
    'Für die Schlusszeichnung ist eine andere Funktion bestimmt. Bitte lassen Sie dort zeichnen, oder ändern Sie die Bestimmung.',
  'records.assign-document.not-new': 'Zugewiesen wird ein Eingang, der registriert und noch nicht zugewiesen ist.',
  'records.finish-document.unsigned': 'Dieses Dokument ist noch nicht so weit: Was hinausgeht, wird zuerst schlussgezeichnet.',
  'records.attach-document.elsewhere': 'Beigefügt wird nur einem anderen Dokument desselben Vorgangs.',
  'records.attach-document.chain': 'Eine Anlage hat selbst keine Anlagen. Fügen Sie dem Hauptdokument bei.',
  'records.act.document-assigned': 'Dokument zugewiesen',
  'records.act.document-finished': 'Dokument abgeschlossen',
  'records.act.document-changed': 'Fakten des Dokuments geändert',
  'records.act.document-classified': 'Geheimhaltung des Dokuments gesetzt',
  'records.act.document-attached': 'Anlage beigefügt oder gelöst',
  'records.act.signatory-named': 'Schlusszeichnung bestimmt',
} as const;
