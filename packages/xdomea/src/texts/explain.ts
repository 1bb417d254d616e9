// SPDX-License-Identifier: EUPL-1.2
import type { Rule } from '../check/finding.ts';
import type { DiscrepancyKind } from '../compare/compare.ts';
import type { UnreadableReason } from '../xml/unreadable.ts';

export type Language = 'de' | 'en';

/** What is wrong and what to do, in the reader's language. */
export interface Explanation {
  readonly problem: string;
  readonly remedy: string;
}

type Entry = readonly [de: string, remedyDe: string, en: string, remedyEn: string];

const rules: Readonly<Record<Rule, Entry>> = {
  'missing-element': [
    'Ein Pflichtelement fehlt.',
    'Das erwartete Element ergänzen.',
    'A required element is missing.',
    'Add the expected element.',
  ],
  'unknown-element': [
    'Dieses Element gibt es an dieser Stelle nicht.',
    'Das Element entfernen oder Name und Namensraum berichtigen.',
    'This element does not exist here.',
    'Remove it, or correct its name and namespace.',
  ],
  'surplus-element': [
    'Das Element steht an der falschen Stelle oder kommt zu oft vor.',
    'Reihenfolge und Anzahl berichtigen.',
    'The element is out of order or occurs too often.',
    'Correct order and number.',
  ],
  'wrong-value': [
    'Der Wert hat nicht die verlangte Form.',
    'Den Wert berichtigen.',
    'The value does not have the required form.',
    'Correct the value.',
  ],
  'fixed-value': [
    'Hier ist nur ein bestimmter Wert erlaubt.',
    'Den vorgegebenen Wert eintragen.',
    'Only one value is allowed here.',
    'Enter that value.',
  ],
  'missing-attribute': [
    'Ein Pflichtattribut fehlt.',
    'Das Attribut ergänzen.',
    'A required attribute is missing.',
    'Add the attribute.',
  ],
  'unknown-attribute': [
    'Dieses Attribut gibt es hier nicht.',
    'Das Attribut entfernen.',
    'This attribute does not exist here.',
    'Remove the attribute.',
  ],
  'text-not-allowed': ['Hier darf kein Text stehen.', 'Den Text entfernen.', 'No text is allowed here.', 'Remove the text.'],
  'elements-not-allowed': [
    'Hier dürfen keine Elemente stehen, nur ein Wert.',
    'Die Elemente durch einen Wert ersetzen.',
    'No elements are allowed here, only a value.',
    'Replace the elements by a value.',
  ],
  'type-differs-from-root': [
    'Der Nachrichtentyp im Kopf passt nicht zur Nachricht.',
    'Den Nachrichtentyp im Kopf berichtigen.',
    'The message type in the head does not match the message.',
    'Correct the type in the head.',
  ],
  'uuid-doubled': [
    'Zwei Schriftgutobjekte haben dieselbe Kennung.',
    'Jedem Objekt eine eigene UUID geben.',
    'Two records objects have the same identifier.',
    'Give each object its own UUID.',
  ],
  'position-doubled': [
    'Eine Nummer kommt in diesem Behälter mehrmals vor.',
    'Die Objekte eindeutig nummerieren.',
    'A position occurs more than once in this container.',
    'Number the objects uniquely.',
  ],
  'position-partly': [
    'Nur ein Teil der Objekte in diesem Behälter ist nummeriert.',
    'Alle oder keines nummerieren.',
    'Only some objects in this container are numbered.',
    'Number all or none.',
  ],
  'period-reversed': [
    'Das Ende liegt vor dem Beginn.',
    'Den Zeitraum berichtigen.',
    'The end is before the beginning.',
    'Correct the period.',
  ],
  'filed-without-date': [
    'Das Objekt ist zu den Akten verfügt, aber ohne Datum.',
    'Das Datum der z.d.A.-Verfügung ergänzen.',
    'The object is filed, but without a date.',
    'Add the date of filing.',
  ],
  'retention-before-closing': [
    'Die Aufbewahrung endet vor dem Ende der Laufzeit.',
    'Das Ende der Aufbewahrung prüfen.',
    'Retention ends before the object was closed.',
    'Check the end of retention.',
  ],
  'retention-not-over': [
    'Die Aufbewahrungsfrist ist noch nicht abgelaufen.',
    'Das Objekt erst nach Fristende anbieten oder die Frist prüfen.',
    'The retention period is not over.',
    'Offer the object later, or check the period.',
  ],
  'not-appraised-for-archive': [
    'Das Objekt ist nicht als archivwürdig (A) bewertet.',
    'Nur mit A bewertete Objekte abgeben.',
    'The object is not appraised for the archive (A).',
    'Transfer only objects appraised A.',
  ],
  'nothing-but-context': [
    'Die Nachricht enthält nur Kontextobjekte.',
    'Mindestens ein auszusonderndes Objekt aufnehmen.',
    'The message holds only context objects.',
    'Include at least one object to transfer.',
  ],
  'package-number': [
    'Laufende Nummer und Gesamtanzahl passen nicht zusammen.',
    'Die Nummern berichtigen.',
    'Number and total do not fit together.',
    'Correct the numbers.',
  ],
  'file-doubled': [
    'Ein Dateiname kommt zweimal vor.',
    'Jeder Datei einen eigenen Namen mit eigener UUID geben.',
    'A file name occurs twice.',
    'Give each file its own name with its own UUID.',
  ],
  'file-missing': [
    'Die genannte Datei liegt nicht im Paket.',
    'Die Datei beifügen oder neu anfordern.',
    'The named file is not in the package.',
    'Add the file, or ask for it.',
  ],
  'file-surplus': [
    'Im Paket liegt eine Datei, die die Nachricht nicht nennt.',
    'Die Datei entfernen oder in der Nachricht aufführen.',
    'The package has a file that the message does not name.',
    'Remove it, or name it in the message.',
  ],
  'file-empty': ['Die Datei ist leer.', 'Die Datei prüfen.', 'The file is empty.', 'Check the file.'],
  'hash-missing': [
    'Für die Datei ist kein Hashwert angegeben.',
    'Den Hashwert ergänzen, damit die Unversehrtheit prüfbar ist.',
    'No hash is given for the file.',
    'Add the hash, so that integrity can be checked.',
  ],
  'hash-mismatch': [
    'Die Datei stimmt nicht mit ihrem Hashwert überein.',
    'Das Paket neu anfordern: Die Datei wurde verändert oder beschädigt.',
    'The file does not match its hash.',
    'Ask for the package again: the file was changed or damaged.',
  ],
  'hash-unknown': [
    'Das Hashverfahren ist hier nicht bekannt.',
    'SHA-256, SHA-384 oder SHA-512 verwenden.',
    'The hash algorithm is not known here.',
    'Use SHA-256, SHA-384 or SHA-512.',
  ],
  'document-without-file': [
    'Das Dokument hat keine Datei.',
    'Eine Version mit Datei beifügen oder das Medium auf Papier setzen.',
    'The document has no file.',
    'Add a version with a file, or mark it as paper.',
  ],
  'failure-without-reason': [
    'Ein Misserfolg ist gemeldet, aber kein Grund genannt.',
    'Beim Absender nach dem Grund fragen.',
    'A failure is reported without a reason.',
    'Ask the sender for the reason.',
  ],
  'step-refers-nowhere': [
    'Ein Beteiligungsschritt verweist auf einen Schritt, den es nicht gibt.',
    'Die Nummer berichtigen.',
    'A step refers to a step that does not exist.',
    'Correct the number.',
  ],
  'plan-code-doubled': [
    'Ein Kennzeichen kommt im Aktenplan mehrmals vor.',
    'Die Kennzeichen eindeutig machen.',
    'A code occurs more than once in the filing plan.',
    'Make the codes unique.',
  ],
  'package-name': [
    'Der Name des Pakets folgt nicht der Regel.',
    'Prozess-ID, Nachrichtentyp und Nummer in den Namen aufnehmen.',
    'The name of the package does not follow the rule.',
    'Put process, type and number into the name.',
  ],
};

const reasons: Readonly<Record<UnreadableReason, readonly [de: string, en: string]>> = {
  encoding: ['Die Zeichenkodierung wird nicht angenommen.', 'The encoding is not accepted.'],
  bytes: ['Die Bytes passen nicht zur angegebenen Zeichenkodierung.', 'The bytes do not fit the encoding.'],
  doctype: ['Eine DOCTYPE-Angabe ist nicht erlaubt.', 'A DOCTYPE is not allowed.'],
  'processing-instruction': ['Verarbeitungsanweisungen sind nicht erlaubt.', 'Processing instructions are not allowed.'],
  depth: ['Die Elemente sind zu tief geschachtelt.', 'Elements are nested too deeply.'],
  attributes: ['Ein Element hat zu viele Attribute.', 'An element has too many attributes.'],
  elements: ['Die Nachricht hat zu viele Elemente.', 'The message has too many elements.'],
  size: ['Die Nachricht ist zu groß.', 'The message is too large.'],
  'not-well-formed': ['Die Datei ist kein wohlgeformtes XML.', 'The file is not well-formed XML.'],
  'not-xdomea': ['Die Datei ist keine xdomea-Nachricht.', 'The file is no xdomea message.'],
  'unknown-version': ['Diese Version von xdomea ist hier nicht bekannt.', 'This version of xdomea is not known here.'],
  'unknown-message': ['Diese Nachricht ist in ihrer Version nicht bekannt.', 'This message is not known in its version.'],
  'not-a-zip': ['Die Datei ist kein lesbares ZIP-Paket.', 'The file is no readable ZIP package.'],
  'zip-path': [
    'Ein Dateiname im Paket ist nicht erlaubt (Ordner oder Sonderzeichen).',
    'A file name in the package is not allowed (folders or special characters).',
  ],
  'zip-size': ['Das Paket ist entpackt zu groß.', 'The package is too large when unpacked.'],
  'zip-entries': ['Das Paket enthält zu viele Dateien.', 'The package has too many files.'],
  'zip-doubled': ['Ein Dateiname kommt im Paket zweimal vor.', 'A file name occurs twice in the package.'],
  'zip-without-message': ['Im Paket liegt keine Nachricht.', 'The package has no message.'],
  'zip-several-messages': ['Im Paket liegen mehrere Nachrichten.', 'The package has several messages.'],
};

const kinds: Readonly<Record<DiscrepancyKind, readonly [de: string, en: string]>> = {
  'other-process': ['Die Antwort gehört zu einem anderen Prozess.', 'The answer belongs to another process.'],
  'other-message': ['Die Antwort bezieht sich auf eine andere Nachricht.', 'The answer refers to another message.'],
  'other-number': ['Die laufende Nummer ist eine andere.', 'The package number differs.'],
  'other-type': ['Diese Nachricht ist keine Antwort auf die gesendete.', 'This message is no answer to the one sent.'],
  'unknown-object': ['Die Antwort nennt ein Objekt, das nicht gesendet wurde.', 'The answer names an object that was not sent.'],
  'object-doubled': ['Die Antwort nennt ein Objekt zweimal.', 'The answer names an object twice.'],
  'without-appraisal': ['Ein angebotenes Objekt ist nicht bewertet.', 'An offered object is not appraised.'],
  'not-decided': [
    'Ein Objekt ist nur zur Bewertung vorgemerkt (B), nicht entschieden.',
    'An object is only marked for appraisal (B), not decided.',
  ],
  'without-confirmation': ['Für ein gesendetes Objekt fehlt die Bestätigung.', 'An object that was sent is not confirmed.'],
  'not-taken-over': ['Ein Objekt wurde nicht übernommen.', 'An object was not taken over.'],
  'without-archive-sign': ['Die erbetene Archivkennung fehlt.', 'The requested archive reference is missing.'],
  'missing-in-transfer': [
    'Ein archivwürdiges Objekt fehlt in der Aussonderung.',
    'An object appraised for the archive is missing in the transfer.',
  ],
  'surplus-in-transfer': [
    'Ein Objekt wird ausgesondert, ohne als archivwürdig bewertet zu sein.',
    'An object is transferred without being appraised for the archive.',
  ],
};

/** Texts for a rule of a finding. */
export function explain(rule: Rule, language: Language): Explanation {
  const [de, remedyDe, en, remedyEn] = rules[rule];
  return language === 'de' ? { problem: de, remedy: remedyDe } : { problem: en, remedy: remedyEn };
}

/** Text for a reason why something could not be read. */
export function explainUnreadable(reason: UnreadableReason, language: Language): string {
  return reasons[reason][language === 'de' ? 0 : 1];
}

/** Text for a discrepancy. */
export function explainDiscrepancy(kind: DiscrepancyKind, language: Language): string {
  return kinds[kind][language === 'de' ? 0 : 1];
}
