// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../src/texts/texts.ts';

/** What stands on the page besides the verdict. */
export type PageTexts = Record<
  | 'title'
  | 'intro'
  | 'package'
  | 'packageHint'
  | 'choose'
  | 'folder'
  | 'trust'
  | 'key'
  | 'keyHint'
  | 'keyWrong'
  | 'keyKnown'
  | 'witness'
  | 'witnessHint'
  | 'chooseWitness'
  | 'witnessWrong'
  | 'working'
  | 'workingEntries'
  | 'checked'
  | 'failed'
  | 'contents'
  | 'documents'
  | 'entries'
  | 'number'
  | 'time'
  | 'act'
  | 'object'
  | 'personal'
  | 'erased'
  | 'name'
  | 'size'
  | 'checksum'
  | 'print'
  | 'skip'
  | 'languages'
  | 'foundIn',
  string
>;

const de: PageTexts = {
  title: 'Beweis prüfen',
  intro: 'Diese Seite rechnet nur auf Ihrem Rechner. Sie sendet nichts und holt nichts aus dem Netz.',
  package: 'Beweispaket',
  packageHint: 'Ziehen Sie die ZIP-Datei oder den Ordner eines Gesamtexports hierher.',
  choose: 'ZIP-Datei wählen',
  folder: 'Ordner wählen',
  trust: 'Wem Sie trauen',
  key: 'Schlüssel der Stadt',
  keyHint: 'Von der Internetseite oder einem Brief der Stadt, nicht aus dem Paket.',
  keyWrong: 'Das ist kein Schlüssel. Er hat die Form name+kennung+zeichen.',
  keyKnown: 'Dieser Prüfer bringt den Schlüssel mit:',
  witness: 'Prüfpunkte und Schlüssel von Zeugen',
  witnessHint: 'Textdateien, auch Ihre eigene Eingangsbestätigung. Nicht nötig, macht den Beweis aber stärker.',
  chooseWitness: 'Dateien wählen',
  witnessWrong: 'Darin steht weder ein Prüfpunkt noch ein Schlüssel:',
  working: 'Wird geprüft …',
  workingEntries: 'Wird geprüft … {entries} Einträge',
  checked: 'Geprüft am',
  failed: 'Die Datei ließ sich nicht lesen:',
  contents: 'Was darin steht',
  documents: 'Dokumente',
  entries: 'Einträge',
  number: 'Nr.',
  time: 'Zeit',
  act: 'Was geschah',
  object: 'Woran',
  personal: 'Namen und Texte',
  erased: 'gelöscht',
  name: 'Name',
  size: 'Größe',
  checksum: 'Prüfsumme (SHA-256)',
  print: 'Drucken',
  skip: 'Zum Inhalt springen',
  languages: 'Sprache',
  foundIn: 'hier liegt der Fehler',
};

const en: PageTexts = {
  title: 'Check a proof',
  intro: 'This page computes on your own computer only. It sends nothing and fetches nothing.',
  package: 'Proof package',
  packageHint: 'Drop the ZIP file or the folder of a full export here.',
  choose: 'Choose ZIP file',
  folder: 'Choose folder',
  trust: 'Whom you trust',
  key: 'Key of the city',
  keyHint: 'From the city’s website or a letter, not from the package.',
  keyWrong: 'This is not a key. It has the form name+id+characters.',
  keyKnown: 'This checker brings the key along:',
  witness: 'Checkpoints and keys of witnesses',
  witnessHint: 'Text files, your own receipt too. Not necessary, but it makes the proof stronger.',
  chooseWitness: 'Choose files',
  witnessWrong: 'There is neither a checkpoint nor a key in:',
  working: 'Checking …',
  workingEntries: 'Checking … {entries} entries',
  checked: 'Checked on',
  failed: 'The file could not be read:',
  contents: 'What it contains',
  documents: 'Documents',
  entries: 'Entries',
  number: 'No.',
  time: 'Time',
  act: 'What happened',
  object: 'To what',
  personal: 'Names and texts',
  erased: 'erased',
  name: 'Name',
  size: 'Size',
  checksum: 'Checksum (SHA-256)',
  print: 'Print',
  skip: 'Skip to content',
  languages: 'Language',
  foundIn: 'the fault is here',
};

/** The page's own words in a language. */
export function pageTexts(language: Language): PageTexts {
  return language === 'de' ? de : en;
}
