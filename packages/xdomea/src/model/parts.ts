// SPDX-License-Identifier: EUPL-1.2
// What the records objects of the model are made of.
import type { XmlAttribute, XmlNode } from '../xml/node.ts';

/** A value of a code list; `ohneListe` says that the message read names no list, so that it is written the same way. */
export interface Code {
  code: string;
  name?: string;
  listURI?: string;
  listVersionID?: string;
  ohneListe?: true;
}

/** What the model does not name (extensions above all), with the path inside its record: kept and written again. */
export interface Rest {
  pfad: string;
  knoten?: XmlNode;
  attribut?: XmlAttribute;
}

/** A defined state of a document. */
export interface DokumentVersion {
  Nummer: string;
  Format?: Format[];
  rest?: Rest[];
}

/** One file of a version: original, PDF/A copy. */
export interface Format {
  Name: Code;
  SonstigerName?: string;
  Version?: string;
  Dateiname: string;
  DateinameOriginal?: string;
  Ersteller?: string;
  DatumUhrzeit?: string;
  ZeitpunktLetzteAenderung?: string;
  SignaturSiegelDatei?: string[];
  Hashwert?: string;
  Hashalgorithmus?: Code;
  rest?: Rest[];
}

/** General metadata of a records object. */
export interface Metadaten {
  Betreff?: string;
  Kennzeichen?: string;
  Federfuehrung?: string;
  Aktenfuehrung?: string;
  Geheimhaltungsgrad?: Code;
  EinstufungEndetAm?: string;
  Bemerkung?: string;
  Medium?: Code;
  Aktenplaneinheit?: Planeinheit;
  ZeitpunktLetzteAenderung?: string;
  Datenschutzstufe?: string;
  rest?: Rest[];
}

/** Retention and appraisal; days as YYYY-MM-DD. */
export interface Aussonderung {
  AufbewahrungsdauerJahre?: number;
  AufbewahrungsdauerUnbefristet?: boolean;
  Aussonderungsart?: Code;
  AussonderungsartKonfigurierbar?: string;
  Kennung?: string;
  Bewertungsvorschlag?: Code;
  BewertungsvorschlagBegruendung?: string;
  Aufbewahrungsende?: string;
  Transferfristende?: string;
  rest?: Rest[];
}

/** Days as YYYY-MM-DD. */
export interface Zeitraum {
  Beginn?: string;
  Ende?: string;
  rest?: Rest[];
}

/** An entry of the journal; time as ISO 8601. */
export interface Historie {
  MetadatumName?: string;
  MetadatumAlterWert?: string;
  MetadatumNeuerWert?: string;
  Akteur: string;
  DatumUhrzeit: string;
  Bemerkung?: string;
  Aktion: string;
  rest?: Rest[];
}

/** A cross-reference. */
export interface Verweis {
  xdomeaUUID?: string;
  SGOTyp?: Code;
  SGOKennzeichen?: string;
  Bemerkung?: string;
  rest?: Rest[];
}

/** A person, office or institution. */
export interface Kontakt {
  Institution?: string;
  Kurzbezeichnung?: string;
  Organisationseinheit?: string;
  Anrede?: string;
  Titel?: string;
  Familienname?: string;
  Vorname?: string;
  Taetigkeit?: string;
  Zustaendigkeit?: string;
  Anschrift?: Anschrift[];
  Erreichbarkeit?: Erreichbarkeit[];
  Rolle?: string;
  RolleCode?: Code;
  rest?: Rest[];
}

/** A postal address. */
export interface Anschrift {
  Staat?: Code;
  Strasse?: string;
  Hausnummer?: string;
  Postfach?: string;
  Postleitzahl?: string;
  Ort?: string;
  Zusatz?: string;
  Typ?: Code;
  rest?: Rest[];
}

/** A telephone number, mail address and the like. */
export interface Erreichbarkeit {
  IstDienstlich?: boolean;
  Kanal?: Code;
  Kennung?: string;
  Zusatz?: string;
  IstInstitution?: boolean;
  rest?: Rest[];
}

/** A unit of a filing plan. */
export interface Planeinheit {
  xdomeaUUID?: string;
  Kennzeichen?: string;
  Inhaltsangabe?: string;
  BetreffKurz?: string;
  Aussonderungsart?: Code;
  AussonderungsartKonfigurierbar?: string;
  Gueltigkeit?: Zeitraum;
  Stillgelegt?: boolean;
  AufbewahrungsdauerJahre?: number;
  AufbewahrungsdauerUnbefristet?: boolean;
  Einheit?: Planeinheit[];
  VerweisAktenplaneinheit?: string[];
  rest?: Rest[];
}

/** A filing plan. */
export interface Aktenplan {
  xdomeaUUID?: string;
  Bezeichnung: string;
  Typ?: string;
  Version?: string;
  Einheit?: Planeinheit[];
  Gueltigkeit?: Zeitraum;
  rest?: Rest[];
}
