// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from './texts.ts';

/** German. */
export const de: Texts = {
  locale: 'de-DE',
  headline: {
    package: {
      proven: 'Dieser Vorgang ist unverändert und lückenlos.',
      unvouched: 'In sich stimmig. Der Schlüssel ist noch nicht bestätigt.',
      refuted: 'Nicht bewiesen. Hier stimmt etwas nicht.',
    },
    export: {
      proven: 'Dieses Journal ist unverändert und lückenlos.',
      unvouched: 'In sich stimmig. Der Schlüssel ist noch nicht bestätigt.',
      refuted: 'Nicht bewiesen. Hier stimmt etwas nicht.',
    },
  },
  summary: {
    package: {
      proven:
        '{documents#Dokument#Dokumente}, {entries#Eintrag#Einträge}, keiner fehlt dazwischen. Geprüft auf diesem Rechner, ohne Verbindung zur Stadt.',
      unvouched:
        '{documents#Dokument#Dokumente} und {entries#Eintrag#Einträge} passen zusammen. Aber den Schlüssel nennt nur das Paket selbst: So ein Paket könnte jeder bauen.',
      refuted: 'Das Paket ist beschädigt, unvollständig oder gefälscht. Verlassen Sie sich nicht darauf.',
    },
    export: {
      proven: '{entries#Eintrag#Einträge}, keiner fehlt. Nachgerechnet auf diesem Rechner, ohne Server und ohne Datenbank.',
      unvouched:
        '{entries#Eintrag passt#Einträge passen} zusammen. Aber den Schlüssel nennt nur der Export selbst: So einen Export könnte jeder bauen.',
      refuted: 'Der Export ist beschädigt, unvollständig oder gefälscht. Verlassen Sie sich nicht darauf.',
    },
  },
  error: {
    'archive-refused': 'Das Archiv wird nicht gelesen: {fault} {path}',
    'unknown-format': 'Das ist weder ein Beweispaket noch ein Gesamtexport.',
    'file-malformed': 'Nicht lesbar an der Stelle {place}.',
    'file-missing': 'Die Datei {path} fehlt.',
    empty: 'Es ist kein einziger Eintrag enthalten.',
    'checkpoint-malformed': 'Der Prüfpunkt fehlt oder ist nicht lesbar.',
    'checkpoint-signature': 'Die Unterschrift unter dem Prüfpunkt beim Stand {size} ist ungültig.',
    'foreign-key': 'Unterschrieben hat ein fremder Schlüssel: {key}. Erwartet war {expected}.',
    'entry-header': 'Der Eintrag an Position {seq} hat nicht die vorgeschriebene Form.',
    'entry-not-in-tree': 'Der Eintrag an Position {seq} steht nicht so im Journal. Er wurde geändert oder erfunden.',
    'entry-order': 'Der Eintrag an Position {seq} steht nicht in der Reihenfolge des Journals.',
    'entry-twice': 'Eintrag {no} von {stream} kommt doppelt vor.',
    'stream-foreign': 'Der Eintrag an Position {seq} gehört zu {stream}, nicht hierher.',
    'stream-gap': 'In {stream} fehlt Eintrag {expected}; statt seiner folgt Eintrag {found}.',
    'stream-prev': 'Eintrag {no} von {stream} schließt nicht an seinen Vorgänger an.',
    'count-differs': 'Angegeben sind {stated#Eintrag#Einträge}, enthalten {found}.',
    'statement-invalid': 'Die unterschriebene Erklärung, wie viele Einträge es gibt, passt nicht zu den Einträgen.',
    'personal-differs': 'Bei Eintrag {no} (Position {seq}) wurden Angaben zu Personen oder Texte ausgetauscht.',
    'personal-missing': 'Bei Eintrag {no} (Position {seq}) fehlen die Angaben zu Personen, und kein Löschvermerk erklärt es.',
    'personal-extra': 'Zu Position {seq} gibt es Angaben zu Personen, aber keinen Eintrag.',
    'erasure-invalid': 'Der Löschvermerk an Position {seq} steht nicht so im Journal.',
    'content-differs': 'Das Dokument „{name}“ wurde geändert.',
    'content-missing': 'Das Dokument „{name}“ fehlt.',
    'content-unnamed': 'Das Dokument „{name}“ wird von Eintrag {no} nicht genannt. Es kann untergeschoben sein.',
    'content-undeclared': 'Eintrag {no} ({act}) nennt einen Inhalt, der fehlt, ohne dass es begründet ist.',
    'file-extra': 'Die Datei {path} gehört nicht hierher; kein Eintrag nennt sie.',
    'evidence-broken': 'Der Beweisdatensatz {path} passt nicht zu seinen Dokumenten, oder seine Zeitstempel sind falsch.',
    'witness-signature': 'Ungültige Unterschrift unter dem Prüfpunkt eines Zeugen beim Stand {size}: {witness}.',
    'witness-contradicts':
      'Umgeschrieben: Beim Stand von {size#Eintrag#Einträgen} hat ein Zeuge ein anderes Journal gesehen ({witness}). Die Vorgeschichte wurde nachträglich geändert.',
    'witness-other-log': 'Der Prüfpunkt eines Zeugen gehört zu einem anderen Journal: {origin}.',
    'witness-unconnected':
      'Der mitgebrachte Prüfpunkt beim Stand {size} lässt sich mit diesem Paket nicht vergleichen. Verlangen Sie ein Paket, das zu ihm führt.',
    'rolled-back':
      'Zurückgesetzt oder veraltet: Ein Zeuge hat schon {size#Eintrag#Einträge} gesehen, hier sind es nur {have}. Einträge wurden unterschlagen, oder dies ist ein alter Stand.',
    'sequence-gap': 'Im Journal fehlt Position {expected}; statt ihrer folgt {found}.',
    'size-differs': 'Enthalten sind {entries#Eintrag#Einträge}, der letzte Prüfpunkt nennt {size}.',
    'root-differs':
      'Aus den {size#Eintrag#Einträgen} ergibt sich nicht die unterschriebene Wurzel. Mindestens ein Eintrag wurde geändert.',
    'head-differs': 'Der Prüfpunkt beim Stand {size} passt nicht zu den Einträgen davor.',
    'head-signature': 'Die Unterschrift unter dem Prüfpunkt beim Stand {size} ist ungültig.',
    'heads-order': 'Die Prüfpunkte sind nicht geordnet; beim Stand {size} schrumpft das Journal.',
    'object-differs':
      'Datensatz {object} sieht heute anders aus als nach seinem letzten Eintrag (Position {seq}). Er wurde am Journal vorbei geändert.',
    'object-missing':
      'Datensatz {object} fehlt in den Tabellen, aber kein Eintrag hat ihn entfernt (letzter Eintrag: Position {seq}).',
    'object-extra': 'Datensatz {object} steht in den Tabellen, aber nicht im Journal.',
  },
  warning: {
    'key-unvouched':
      'Niemand bürgt für den Schlüssel.|Er steht nur in den Dateien selbst. Vergleichen Sie ihn mit dem, den die Stadt veröffentlicht, und geben Sie ihn hier an: {key}',
    'no-witness':
      'Kein Zeuge, dem Sie trauen, hat mitgezeichnet.|Alle {entries#Eintrag ruht#Einträge ruhen} allein auf dem Wort der Stadt.',
    'unwitnessed-entries':
      'Nach dem letzten bezeugten Stand ({size}) ruht alles allein auf dem Wort der Stadt.|Das betrifft {entries#Eintrag#Einträge}.',
  },
  note: {
    'personal-erased':
      'Bei Eintrag {no} wurden am {at} die Angaben zu Personen gelöscht ({basis}). Der Eintrag steht noch, der Beweis gilt weiter.',
    'content-absent': 'Eintrag {no} ({act}) nennt einen Inhalt, der nicht beiliegt: {reason}',
    'witness-newer':
      'Ein Zeuge hat schon einen jüngeren Stand mit {size#Eintrag#Einträgen} gesehen ({witness}). Dieses Paket endet bei {have} und widerspricht ihm nicht.',
  },
  proven: {
    unchanged:
      'Nichts wurde geändert.|{documents#Dokument ist#Dokumente sind} Zeichen für Zeichen so, wie das Journal sie nennt.',
    gapless: 'Nichts wurde herausgenommen.|Die Einträge 1 bis {entries} folgen ohne Lücke aufeinander.',
    personal: 'Namen und Texte sind die ursprünglichen.|{kept#Eintrag ist#Einträge sind} fest mit ihnen verbunden.',
    'personal-kept':
      'Namen und Texte sind die ursprünglichen.|{kept#Eintrag ist#Einträge sind} fest mit ihnen verbunden; bei {erased} wurden sie gelöscht und die Löschung vermerkt.',
    signed: 'Die Stadt hat es so unterschrieben.|Der Schlüssel von {origin} steht unter dem Stand von {size#Eintrag#Einträgen}.',
    stated:
      'Die Stadt steht für die Zahl ein.|Sie hat unterschrieben, dass es {entries#Eintrag gibt#Einträge gibt}. Ein verschwiegener würde sie überführen.',
    unrewritable: 'Die Stadt kann es nicht umschreiben.|Bis zum Stand {size} würde es auffallen: {witnesses}.',
    time: 'Es ist nicht jünger als behauptet.|Alles lag spätestens am {at} so vor.',
    evidence:
      'Eine fremde Stelle hat es gestempelt.|{documents#Dokument lag#Dokumente lagen} spätestens am {at} so vor; dafür steht „{authority}“.',
    'whole-tree':
      'Nichts wurde geändert oder entfernt.|Alle {entries#Eintrag ergibt#Einträge ergeben} genau die unterschriebene Wurzel.',
    heads:
      'Die Stadt hat nie etwas anderes unterschrieben.|Alle {heads#Prüfpunkt passt#Prüfpunkte passen} zum Journal bis zu ihrem Stand.',
    tables:
      'Die Tabellen sagen dasselbe wie das Journal.|{objects#Datensatz stimmt#Datensätze stimmen}, keiner fehlt, keiner ist zu viel.',
  },
  unproven: {
    truth: 'Ob wahr ist, was darin steht.|Der Beweis schützt das Papier, nicht den Inhalt.',
    person: 'Wer vor dem Rechner saß.|Bewiesen ist das Konto, das der Eintrag nennt.',
    paper: 'Ob Papier und Scan gleich sind.|Auch nicht, ob es daneben noch Papier gab. Das kann kein Rechner wissen.',
    times: 'Ob jede Uhrzeit stimmt.|Die Zeiten der Einträge sind Angaben der Stadt.',
    names: 'Ob die Dateinamen und der Titel stimmen.|Bewiesen ist, was in den Dateien steht.',
    tail: 'Ob nach Eintrag {entries} noch etwas kam.|Das Paket zeigt nur, dass bis dahin nichts fehlt.',
    'tail-stated':
      'Ob nach Eintrag {entries} noch etwas kam.|Dafür steht die Unterschrift der Stadt. Ganz sicher zeigt es nur der Gesamtexport.',
    after: 'Was danach geschah.|Der Beweis endet beim Stand von {size#Eintrag#Einträgen}.',
    'after-last-witness':
      'Ob die jüngsten Einträge echt sind.|{entries#Eintrag#Einträge} ab Position {size} ruhen allein auf dem Wort der Stadt: Wer Schlüssel und Datenbank hat, könnte sie noch ändern.',
    'no-witness': 'Ob die Stadt alles umgeschrieben hat.|Ohne Zeugen, dem Sie trauen, steht dafür allein ihr Wort.',
    'witness-identity': 'Ob die genannten Zeugen echt sind.|Ihre Schlüssel nennt nur das Paket selbst: {witnesses}.',
    'evidence-authority':
      'Ob die Zeitstempel echt sind.|Sie passen zu den Dokumenten. Aber Sie haben kein Zertifikat mitgebracht, das bis heute für „{authority}“ bürgt.',
    'evidence-unchecked': 'Ob die Zeitstempel stimmen.|Dieses Programm konnte ihre Unterschriften hier nicht prüfen.',
    'evidence-revoked': 'Ob das Zertifikat der Zeitstempelstelle gesperrt wurde.|Das weiß nur, wer es ausgestellt hat.',
    key: 'Ob der Schlüssel der Stadt gehört.|Er steht nur in den Dateien selbst. Vergleichen Sie ihn.',
    program: 'Ob dieses Prüfprogramm echt ist.|Holen Sie es von einer Stelle, der Sie trauen, nicht aus dem Paket.',
    'tables-missing': 'Ob die Tabellen der Stadt dazu passen.|Der Export enthält sie nicht.',
  },
  link: {
    documents: '{documents#Dokument#Dokumente}|Jedes hat seine Prüfsumme. Ein anderes Komma gäbe eine andere.',
    entries: '{entries#Eintrag#Einträge}|Fortlaufend nummeriert. Jeder nennt den vor ihm und die Prüfsumme seines Papiers.',
    tree: 'Ein Baum|{steps#Schritt führt#Schritte führen} vom Eintrag zur Wurzel über alle {size#Eintrag#Einträge} der Stadt.',
    heads: 'Ein Baum|Aus allen Einträgen neu berechnet und mit {heads#Prüfpunkt#Prüfpunkten} verglichen.',
    checkpoint: 'Prüfpunkt|Stand {size}, unterschrieben von {origin}.',
    witnesses: '{count#Zeuge#Zeugen}|{witnesses}',
    tables: '{objects#Datensatz#Datensätze}|Verglichen mit dem letzten Eintrag, der sie nennt.',
  },
  fault: {
    'not-a-zip': 'Es ist keine ZIP-Datei.',
    damaged: 'Es ist beschädigt oder absichtlich verbogen.',
    encrypted: 'Es ist verschlüsselt.',
    method: 'Es ist auf ungewöhnliche Weise gepackt.',
    'unsafe-name': 'Ein Dateiname ist gefährlich.',
    'duplicate-name': 'Ein Dateiname kommt zweimal vor.',
    link: 'Es enthält eine Verknüpfung.',
    overlap: 'Dateien überlappen sich. So werden ZIP-Bomben gebaut.',
    'too-many': 'Es enthält zu viele Dateien.',
    'too-large': 'Ausgepackt wäre es zu groß.',
    'wrong-size': 'Eine Datei ist größer oder kleiner als angegeben.',
  },
  absence: {
    state: 'Es ist der Zustand eines Datensatzes, kein Schriftstück.',
    destroyed: 'Das Schriftstück wurde vernichtet.',
    withheld: 'Das Schriftstück wird nicht herausgegeben.',
  },
  unnamed: { witness: 'ohne Namen', witnesses: 'ein Prüfpunkt, den Sie mitgebracht haben' },
  section: {
    wrong: 'Was nicht stimmt',
    warnings: 'Achtung',
    proven: 'Bewiesen',
    nothing: 'Nichts, worauf Sie sich verlassen könnten.',
    provenIf: 'Bewiesen, falls der Schlüssel echt ist',
    unproven: 'Nicht bewiesen',
    notes: 'Hinweise',
    chain: 'Glied für Glied',
    figures: 'Die Zahlen für Fachleute',
  },
  figure: { key: 'Schlüssel', root: 'Wurzel', size: 'Stand', origin: 'Journal', stream: 'Reihe', method: 'Verfahren' },
  more: 'und {count} weitere dieser Art',
};
