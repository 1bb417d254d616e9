// SPDX-License-Identifier: EUPL-1.2

/** README.txt of a proof package, German and English. */
export function packageReadme(title: string): string {
  return `BEWEISPAKET  ${title}
${'='.repeat(60)}

Dieses Paket beweist, was in einer Akte steht und dass nichts daran geändert wurde.
Prüfen können Sie das selbst, ohne Netz und ohne die Stadt zu fragen:

  1. Holen Sie die Prüfseite pruefer.html von einer Stelle, der Sie trauen.
     (Die Seite in diesem Paket ist dieselbe. Wer aber ein Paket fälscht, kann auch die Seite fälschen.)
  2. Öffnen Sie sie im Browser und ziehen Sie diese ZIP-Datei hinein.
  3. Vergleichen Sie den Schlüssel der Stadt mit dem, den die Stadt veröffentlicht.

Oder mit Node.js ab Version 20:  node fachwerk-verify.mjs PAKET.zip --key SCHLUESSEL

Inhalt:  proof.json   Einträge, Beweise, Prüfpunkt
         content/     die Dokumente, benannt nach ihrer Prüfsumme (SHA-256)
         evidence/    Beweisdatensätze nach RFC 4998, wenn schon gestempelt wurde


PROOF PACKAGE  ${title}
${'='.repeat(60)}

This package proves what a file contains and that nothing in it was changed.
You can check that yourself, offline and without asking the city:

  1. Get the page pruefer.html from a place you trust.
     (The page in this package is the same. But whoever forges a package can forge the page, too.)
  2. Open it in a browser and drop this ZIP file on it.
  3. Compare the city's key with the one the city publishes.

Or with Node.js 20 or later:  node fachwerk-verify.mjs PACKAGE.zip --key KEY

Contents:  proof.json   entries, proofs, checkpoint
           content/     the documents, named by their SHA-256
           evidence/    evidence records (RFC 4998), once stamped
`;
}

/** README.txt of a full export, German and English. */
export const EXPORT_README = `GESAMTEXPORT DES JOURNALS
=========================

Das ganze Journal einer Verwaltung, zum Nachrechnen ohne Server und Datenbank:

  node fachwerk-verify.mjs ORDNER --key SCHLUESSEL --witness KOPIE_EINES_ZEUGEN.txt

leaves.txt       je Zeile ein Eintrag: Position, Bindung an den Personalteil, Kopf
personal.txt     je Zeile ein Personalteil: Position, Salz, Text
erasures.txt     welche Personalteile nach welcher Vorschrift gelöscht wurden
checkpoints.txt  alle unterschriebenen Prüfpunkte
witness/         was Zeugen gegengezeichnet haben
key.txt          der Schlüssel, wie ihn der Export nennt
tables.txt       der heutige Stand jedes Gegenstands, zum Abgleich
content/         Inhalte, benannt nach ihrer Prüfsumme (SHA-256)


FULL EXPORT OF THE JOURNAL
==========================

The whole journal of an administration, to be recomputed without server and database:

  node fachwerk-verify.mjs FOLDER --key KEY --witness COPY_OF_A_WITNESS.txt

leaves.txt       one entry per line: position, binding to the personal part, header
personal.txt     one personal part per line: position, salt, text
erasures.txt     which personal parts were erased, and under which law
checkpoints.txt  all signed checkpoints
witness/         what witnesses cosigned
key.txt          the key as the export names it
tables.txt       the present state of each object, for reconciliation
content/         contents, named by their SHA-256
`;
