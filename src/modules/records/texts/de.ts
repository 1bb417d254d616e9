// SPDX-License-Identifier: EUPL-1.2

/** Texts of the E-Akte in German. */
export const de = {
  'records.permission.read': 'Akten der eigenen Stelle lesen',
  'records.permission.write': 'Akten und Vorgänge der eigenen Stelle anlegen und bearbeiten',
  'records.permission.sign': 'Dokumente schlusszeichnen',
  'records.permission.registry': 'Aktenplan, Aktenzeichen und Benannte verwalten',
  'records.permission.prove': 'Beweispakete erzeugen',
  'records.plan-unit.not-found': 'Diese Stelle im Aktenplan gibt es nicht.',
  'records.file.not-found': 'Diese Akte gibt es nicht, oder sie ist nicht für Sie bestimmt.',
  'records.case.not-found': 'Diesen Vorgang gibt es nicht, oder er ist nicht für Sie bestimmt.',
  'records.document.not-found': 'Dieses Dokument gibt es nicht, oder es ist nicht für Sie bestimmt.',
  'records.open-file.not-your-unit':
    'Für diese Stelle dürfen Sie keine Akten anlegen. Das dürfen ihre Sachbearbeitung und die Registratur.',
  'records.open-file.unit-retired': 'Die Aktenplaneinheit {code} ist nicht in Gebrauch. Wählen Sie eine gültige.',
  'records.open-file.unit-not-valid': 'Die Aktenplaneinheit {code} gilt an diesem Tag nicht. Wählen Sie eine gültige.',
  'records.open-file.not-a-leaf': 'Die Aktenplaneinheit {code} ist weiter untergliedert. Wählen Sie eine Einheit darunter.',
  'records.open-file.no-retention':
    'Für {code} ist keine Aufbewahrung geregelt. Die Registratur kann sie im Aktenplan eintragen.',
  'records.open-case.read-only': 'In dieser Akte dürfen Sie lesen, aber nichts ändern.',
  'records.open-case.file-closed': 'Die Akte {reference} ist geschlossen. Öffnen Sie sie zuerst wieder.',
} as const;
