// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about documents, in German. */
export const deDocuments = {
  'records.sign-off.other-signatory':
    'Für die Schlusszeichnung ist eine andere Funktion bestimmt. Bitte lassen Sie dort zeichnen, oder ändern Sie die Bestimmung.',
} as const;
