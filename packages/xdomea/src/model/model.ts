// SPDX-License-Identifier: EUPL-1.2
// The version-neutral model: plain data, fit for JSON, with the names of the standard (4.0.0 where versions differ).
import type { Version } from '../table/versions.ts';
import type {
  Aktenplan,
  Aussonderung,
  Code,
  DokumentVersion,
  Historie,
  Kontakt,
  Metadaten,
  Rest,
  Verweis,
  Zeitraum,
} from './parts.ts';

export type * from './parts.ts';

/** One message of any number (`typ`) and version; which fields a number has is in the table of the version. */
export interface Nachricht {
  version: Version;
  /** Number of the message, such as `0503`. */
  typ: string;
  nachrichtenUUID?: string;
  Nachrichtentyp?: Code;
  Erstellungszeitpunkt: string;
  ProzessID: string;
  Leser: Kontakt;
  Autor: Kontakt;
  WeitererLeser?: Kontakt[];
  Produktname?: string;
  Produktversion?: string;
  Produkthersteller?: string;
  InstanzID?: string;
  Test?: string;
  Hinweis?: string;
  Empfangsbestaetigung?: boolean;
  EmpfangsbestaetigungAnInitiator?: boolean;
  EmpfangsbestaetigungAnVorgaenger?: boolean;
  Importbestaetigung?: boolean;
  RueckmeldungArchivkennung?: boolean;
  UUIDUrsprungsnachricht?: string;
  LfdNrNachrichtProTyp?: number;
  GesamtanzahlNachrichtenProTyp?: number;
  Anschreiben?: Dokument[];
  Schriftgutobjekt?: Schriftgutobjekt[];
  Hauptobjekt?: Dokument[];
  ExternerGeschaeftsgang?: Geschaeftsgang;
  GeaenderterGeschaeftsgang?: Geschaeftsgang;
  GeaenderterBeteiligungsschritt?: GeaenderterSchritt[];
  Aktenplan?: Aktenplan[];
  BewertetesSGO?: Rueckmeldung[];
  BewerteteAktenplaneinheit?: Rueckmeldung[];
  AusgesondertesSGO?: Rueckmeldung[];
  AbgegebenesObjekt?: Rueckmeldung[];
  Erfolgreich?: boolean;
  Fehlermeldung?: string[];
  rest?: Rest[];
}

/** Exactly one of the three. */
export interface Schriftgutobjekt {
  Akte?: Akte;
  Vorgang?: Vorgang;
  Dokument?: Dokument;
  rest?: Rest[];
}

/** File or sub-file (Teilakte). */
export interface Akte {
  xdomeaUUID: string;
  NummerImUebergeordnetenContainer?: string;
  Kontextobjekt?: boolean;
  AllgemeineMetadaten?: Metadaten;
  Aussonderungsmetadaten?: Aussonderung;
  Standort?: string;
  Typ?: string;
  Laufzeit?: Zeitraum;
  HistorienProtokollInformation?: Historie[];
  InternerGeschaeftsgang?: Geschaeftsgang[];
  Dokument?: Dokument[];
  Vorgang?: Vorgang[];
  Teilakte?: Akte[];
  Verweis?: Verweis[];
  Kontakt?: Kontakt[];
  ZdA?: boolean;
  ZdADatum?: string;
  rest?: Rest[];
}

/** Case or sub-case (Teilvorgang). */
export interface Vorgang {
  xdomeaUUID: string;
  NummerImUebergeordnetenContainer?: string;
  Kontextobjekt?: boolean;
  AllgemeineMetadaten?: Metadaten;
  Aussonderungsmetadaten?: Aussonderung;
  Aktenbetreff?: string;
  Typ?: string;
  ZdA?: boolean;
  ZdADatum?: string;
  Laufzeit?: Zeitraum;
  HistorienProtokollInformation?: Historie[];
  InternerGeschaeftsgang?: Geschaeftsgang[];
  Dokument?: Dokument[];
  Verweis?: Verweis[];
  Kontakt?: Kontakt[];
  Teilvorgang?: Vorgang[];
  rest?: Rest[];
}

/** Document, its single pieces (Schriftstueck) and annexes (Anlage, there with `Nummer`). */
export interface Dokument {
  xdomeaUUID: string;
  NummerImUebergeordnetenContainer?: string;
  Nummer?: string;
  AllgemeineMetadaten?: Metadaten;
  Aussonderungsmetadaten?: Aussonderung;
  FremdesGeschaeftszeichen?: string;
  Posteingangsdatum?: string;
  Postausgangsdatum?: string;
  DatumDesSchreibens?: string;
  Bezug?: string;
  Hier?: string;
  Bearbeiter?: string;
  Typ?: string;
  HistorienProtokollInformation?: Historie[];
  InternerGeschaeftsgang?: Geschaeftsgang[];
  Version?: DokumentVersion[];
  Schriftstueck?: Dokument[];
  Verweis?: Verweis[];
  Anlage?: Dokument[];
  Autor?: Kontakt[];
  Leser?: Kontakt[];
  WeitererKontakt?: Kontakt[];
  rest?: Rest[];
}

/** A circulation. */
export interface Geschaeftsgang {
  xdomeaUUID?: string;
  NummerImUebergeordnetenContainer?: string;
  Beteiligungsschritt?: Schritt[];
  rest?: Rest[];
}

/** A step of a circulation; status 001 future, 002 current, 003 done, 004 skipped. */
export interface Schritt {
  Nummer: string;
  Status: Code;
  ParallelZuBeteiligungsschritt?: string[];
  VersionNummer?: string;
  Verfuegung?: Verfuegung;
  Bearbeitung?: Bearbeitung;
  rest?: Rest[];
}

/** What changed in a circulation (0203). */
export interface GeaenderterSchritt {
  Nummer?: string;
  Neu?: boolean;
  Uebersprungen?: boolean;
  rest?: Rest[];
}

/** The order of a step. */
export interface Verfuegung {
  Ersteller: Kontakt;
  Adressat: Kontakt;
  Erstellungsdatum: string;
  Erstellungsuhrzeit?: string;
  Verfuegung?: string;
  TerminDatum?: string;
  TerminUhrzeit?: string;
  Notiz?: string;
  rest?: Rest[];
}

/** What was done in a step. */
export interface Bearbeitung {
  Bearbeiter: Kontakt;
  Datum: string;
  Uhrzeit?: string;
  Vermerk?: string;
  Notiz?: string;
  Anlage?: Dokument[];
  rest?: Rest[];
}

/** What an answer says of one object: its appraisal, or whether it was taken over. */
export interface Rueckmeldung {
  xdomeaUUID: string;
  Aussonderungsart?: Code;
  AussonderungsartKonfigurierbar?: string;
  Erfolgreich?: boolean;
  Fehlermeldung?: string[];
  FehlermeldungCode?: Code[];
  Archivkennung?: string;
  rest?: Rest[];
}
