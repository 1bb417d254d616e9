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
  'records.upload.not-found': 'Diese hochgeladene Datei gibt es nicht mehr. Bitte laden Sie sie noch einmal hoch.',
  'records.case-is-filed': 'Der Vorgang ist z.d.A. verfügt. Öffnen Sie ihn zuerst wieder.',
  'records.file-is-closed': 'Die Akte ist geschlossen. Öffnen Sie sie zuerst wieder.',
  'records.document-is-withdrawn': 'Das Dokument wurde zurückgezogen.',
  'records.document-is-final': 'Das Dokument ist endgültig und wird nicht mehr geändert. Legen Sie stattdessen ein neues an.',
  'records.changed-since-read':
    'Jemand hat inzwischen Version {now} abgelegt; Sie hatten Version {read} vor sich. Bitte vergleichen Sie zuerst.',
  'records.sign-off.not-yours': 'Hier zeichnet schluss, wer für die federführende Stelle zeichnen darf.',
  'records.sign-off.already-signed': 'Das Dokument ist schon schlussgezeichnet.',
  'records.sign-off.incoming': 'Eingegangene Schreiben werden nicht schlussgezeichnet.',
  'records.sign-off.changed-since-read':
    'Sie haben Version {read} gelesen, inzwischen gibt es Version {now}. Bitte lesen Sie die neue, bevor Sie zeichnen.',
  'records.upload.too-large': 'Diese Datei ist größer als 2 GB. Teilen Sie sie bitte auf.',
  'records.upload.no-offset': 'Der Übertragung fehlt die Angabe, wo sie weitergeht.',
  'records.upload.empty': 'Diese Datei ist leer.',
  'records.upload.executable': 'Programme werden nicht abgelegt.',
  'records.upload.type-not-allowed': 'Diese Art von Datei wird hier nicht angenommen.',
  'records.upload.polyglot': 'Diese Datei gibt sich als zwei Arten zugleich aus und wird deshalb nicht abgelegt.',
  'records.upload.archive-bomb': 'Dieses Archiv würde ausgepackt unmäßig groß und wird nicht abgelegt.',
  'records.upload.unsafe-archive': 'Dieses Archiv enthält Pfade, die aus ihm herausführen, und wird nicht abgelegt.',
  'records.upload.deceptive-name': 'Der Name dieser Datei täuscht über ihre Art. Bitte benennen Sie sie um.',
  'records.upload.macros': 'Dateien mit Makros werden hier nicht angenommen.',
  'records.upload.encrypted': 'Diese Datei ist verschlüsselt. Bitte legen Sie eine lesbare Fassung ab.',
} as const;
