// SPDX-License-Identifier: EUPL-1.2
// Where the fields of the neutral model stand in the messages: `Key kind path | path …  =default`. Of several paths that one holds which the
// table of a version knows, so that one list serves all versions. `@` names an attribute; the default is written only where a version demands the element.

/** Fields of one record, one line each. */
export const records: Readonly<Record<string, string>> = {
  Nachricht: `
nachrichtenUUID text nachrichtenkopf/identifikation.nachricht/nachrichtenUUID
Nachrichtentyp code nachrichtenkopf/identifikation.nachricht/nachrichtentyp | Kopf/Nachrichtentyp
Erstellungszeitpunkt text nachrichtenkopf/identifikation.nachricht/erstellungszeitpunkt | Kopf/Erstellungszeitpunkt
ProzessID text nachrichtenkopf/ProzessID | Kopf/ProzessID
Leser Kontakt nachrichtenkopf/leser | Kopf/Empfaenger
Autor Kontakt nachrichtenkopf/autor | Kopf/Absender
WeitererLeser Kontakt* WeitererLeser | Kopf/WeitererEmpfaenger
Produktname text @produkt | Kopf/SendendesSystem/Produktname =unbekannt
Produktversion text @produktversion | Kopf/SendendesSystem/Version
Produkthersteller text @produkthersteller =unbekannt
InstanzID text nachrichtenkopf/InstanzID | Kopf/SendendesSystem/InstanzID
Test text @test
Hinweis text nachrichtenkopf/Hinweis | Kopf/Hinweis
Empfangsbestaetigung flag Empfangsbestaetigung | Kopf/Empfangsbestaetigung =0
EmpfangsbestaetigungAnInitiator flag Kopf/EmpfangsbestaetigungAnInitiator =0
EmpfangsbestaetigungAnVorgaenger flag Kopf/EmpfangsbestaetigungAnVorgaenger =0
Importbestaetigung flag Importbestaetigung | Kopf/Importbestaetigung =1
RueckmeldungArchivkennung flag RueckmeldungArchivkennung | Kopf/RueckmeldungArchivkennung =1
UUIDUrsprungsnachricht text UUIDUrsprungsnachricht
LfdNrNachrichtProTyp number LfdNrNachrichtProTyp =1
GesamtanzahlNachrichtenProTyp number GesamtanzahlNachrichtenProTyp =1
Anschreiben Dokument* Anschreiben
Schriftgutobjekt Schriftgutobjekt* Schriftgutobjekt | Anlage
Hauptobjekt Dokument* Hauptobjekt/Dokument
ExternerGeschaeftsgang Geschaeftsgang ExternerGeschaeftsgang
GeaenderterGeschaeftsgang Geschaeftsgang GeaenderterGeschaeftsgang
GeaenderterBeteiligungsschritt GeaenderterSchritt* GeaenderterBeteiligungsschritt
Aktenplan Aktenplan* Aktenplan
BewertetesSGO Rueckmeldung* BewertetesSGO | BewertetesObjekt
BewerteteAktenplaneinheit Rueckmeldung* BewerteteAktenplaneinheit
AusgesondertesSGO Rueckmeldung* AusgesondertesSGO | ErfolgOderMisserfolg/Rueckgabeparameter
AbgegebenesObjekt Rueckmeldung* AbgegebenesObjekt
Erfolgreich flag ErfolgOderMisserfolg/Erfolgreich
Fehlermeldung text* ErfolgOderMisserfolg/Fehlermeldung`,
  Schriftgutobjekt: `
Akte Akte Akte
Vorgang Vorgang Vorgang
Dokument Dokument Dokument`,
  Akte: `
xdomeaUUID text Identifikation/xdomeaUUID | Identifikation/ID
NummerImUebergeordnetenContainer text Identifikation/NummerImUebergeordnetenContainer
Kontextobjekt flag Kontextobjekt =0
AllgemeineMetadaten Metadaten AllgemeineMetadaten
Aussonderungsmetadaten Aussonderung Aussonderungsmetadaten | ArchivspezifischeMetadaten
Standort text Standort
Typ text Typ
Laufzeit Zeitraum Laufzeit
HistorienProtokollInformation Historie* HistorienProtokollInformation
InternerGeschaeftsgang Geschaeftsgang* InternerGeschaeftsgang
Dokument Dokument* Akteninhalt/DokumentOderDokumentMitSchriftstueck | Akteninhalt/Dokument
Vorgang Vorgang* Akteninhalt/Vorgang
Teilakte Akte* Akteninhalt/Teilakte | Teilakte
Verweis Verweis* Verweis
Kontakt Kontakt* Kontakt
ZdA flag ZdA
ZdADatum text ZdADatum`,
  Vorgang: `
xdomeaUUID text Identifikation/xdomeaUUID | Identifikation/ID
NummerImUebergeordnetenContainer text Identifikation/NummerImUebergeordnetenContainer
Kontextobjekt flag Kontextobjekt =0
AllgemeineMetadaten Metadaten AllgemeineMetadaten
Aussonderungsmetadaten Aussonderung Aussonderungsmetadaten | ArchivspezifischeMetadaten
Aktenbetreff text Aktenbetreff
Typ text Typ
ZdA flag ZdA
ZdADatum text ZdADatum
Laufzeit Zeitraum Laufzeit
HistorienProtokollInformation Historie* HistorienProtokollInformation
InternerGeschaeftsgang Geschaeftsgang* InternerGeschaeftsgang
Dokument Dokument* DokumentOderDokumentMitSchriftstueck | Dokument
Verweis Verweis* Verweis
Kontakt Kontakt* Kontakt
Teilvorgang Vorgang* Teilvorgang`,
  Dokument: `
xdomeaUUID text Identifikation/xdomeaUUID | Identifikation/ID
NummerImUebergeordnetenContainer text Identifikation/NummerImUebergeordnetenContainer
Nummer text Nummer
AllgemeineMetadaten Metadaten AllgemeineMetadaten
Aussonderungsmetadaten Aussonderung ArchivspezifischeMetadaten
FremdesGeschaeftszeichen text FremdesGeschaeftszeichen
Posteingangsdatum text Posteingangsdatum
Postausgangsdatum text Postausgangsdatum
DatumDesSchreibens text DatumDesSchreibens
Bezug text Bezug
Hier text Hier
Bearbeiter text Bearbeiter
Typ text Typ
HistorienProtokollInformation Historie* HistorienProtokollInformation
InternerGeschaeftsgang Geschaeftsgang* InternerGeschaeftsgang
Version DokumentVersion* Version
Schriftstueck Dokument* Schriftstueck
Verweis Verweis* Verweis
Anlage Dokument* Anlage
Autor Kontakt* Autor | Absender
Leser Kontakt* Leser | Empfaenger
WeitererKontakt Kontakt* WeitererKontakt`,
  DokumentVersion: `
Nummer text Nummer
Format Format* Format`,
  Format: `
Name code Name
SonstigerName text SonstigerName
Version text Version =
Dateiname text Primaerdokument/Dateiname
DateinameOriginal text Primaerdokument/DateinameOriginal
Ersteller text Primaerdokument/Ersteller
DatumUhrzeit text Primaerdokument/DatumUhrzeit
ZeitpunktLetzteAenderung text Primaerdokument/ZeitpunktLetzteAenderung
SignaturSiegelDatei text* Primaerdokument/SignaturSiegel/SignaturSiegelDatei
Hashwert text Primaerdokument/Hash/Wert
Hashalgorithmus code Primaerdokument/Hash/Algorithmus`,
  Metadaten: `
Betreff text Betreff
Kennzeichen text Kennzeichen
Federfuehrung text Federfuehrung
Aktenfuehrung text Aktenfuehrung
Geheimhaltungsgrad code Geheimhaltung/Geheimhaltungsgrad | Vertraulichkeitsstufe
EinstufungEndetAm text Geheimhaltung/EinstufungEndetAm
Bemerkung text Bemerkung
Medium code Medium
Aktenplaneinheit Planeinheit Aktenplaneinheit
ZeitpunktLetzteAenderung text ZeitpunktLetzteAenderung
Datenschutzstufe text Datenschutzstufe`,
  Aussonderung: `
AufbewahrungsdauerJahre number Aufbewahrungsdauer/AnzahlJahre | Aufbewahrungsdauer
AufbewahrungsdauerUnbefristet flag Aufbewahrungsdauer/Unbefristet
Aussonderungsart code Aussonderungsart/Aussonderungsart | Aussonderungsart
AussonderungsartKonfigurierbar text Aussonderungsart/AussonderungsartKonfigurierbar
Kennung text Kennung
Bewertungsvorschlag code Bewertungsvorschlag
BewertungsvorschlagBegruendung text BewertungsvorschlagBegruendung
Aufbewahrungsende text Aufbewahrungsende
Transferfristende text Transferfristende`,
  Zeitraum: `
Beginn text Beginn
Ende text Ende`,
  Historie: `
MetadatumName text MetadatumName
MetadatumAlterWert text MetadatumAlterWert
MetadatumNeuerWert text MetadatumNeuerWert
Akteur text Akteur
DatumUhrzeit text DatumUhrzeit
Bemerkung text Bemerkung
Aktion text Aktion`,
  Geschaeftsgang: `
xdomeaUUID text Identifikation/xdomeaUUID | Identifikation/ID
NummerImUebergeordnetenContainer text Identifikation/NummerImUebergeordnetenContainer
Beteiligungsschritt Schritt* Beteiligungsschritt`,
  Schritt: `
Nummer text Nummer
Status code Status
ParallelZuBeteiligungsschritt text* ParallelZuBeteiligungsschritt
VersionNummer text VersionNummer
Verfuegung Verfuegung Verfuegung
Bearbeitung Bearbeitung Bearbeitung`,
  GeaenderterSchritt: `
Nummer text Nummer
Neu flag Aenderungsart/Neu
Uebersprungen flag Aenderungsart/Uebersprungen`,
  Verfuegung: `
Ersteller Kontakt Ersteller
Adressat Kontakt Adressat
Erstellungsdatum text Erstellungsdatum
Erstellungsuhrzeit text Erstellungsuhrzeit =00:00:00
Verfuegung text Verfuegung
TerminDatum text TerminDatum
TerminUhrzeit text TerminUhrzeit
Notiz text Notiz`,
  Bearbeitung: `
Bearbeiter Kontakt Bearbeiter
Datum text Datum
Uhrzeit text Uhrzeit =00:00:00
Vermerk text Vermerk
Notiz text Notiz
Anlage Dokument* Anlage`,
  Verweis: `
xdomeaUUID text xdomeaUUID | ID
SGOTyp code SGOTyp
SGOKennzeichen text SGOKennzeichen
Bemerkung text Bemerkung`,
  Kontakt: `
Institution text NameInstitution/Name | Institution/Name
Kurzbezeichnung text NameInstitution/Kurzbezeichnung | Institution/Kurzbezeichnung
Organisationseinheit text NameOrganisationseinheit/Name | Organisationseinheit/Name
Anrede text NameAnsprechpartner/Anrede | Name/Anrede
Titel text NameAnsprechpartner/Titel | Name/Titel
Familienname text NameAnsprechpartner/Familienname/Name | Name/Familienname/Name
Vorname text NameAnsprechpartner/Vorname/Name | Name/Vorname/Name
Taetigkeit text Taetigkeit
Zustaendigkeit text Zustaendigkeit
Anschrift Anschrift* Anschrift
Erreichbarkeit Erreichbarkeit* erreichbarkeit | Kommunikation
Rolle text Rolle
RolleCode code RolleCode | Rolle`,
  Anschrift: `
Staat code Staat/Staat
Strasse text Strasse
Hausnummer text Hausnummer
Postfach text Postfach
Postleitzahl text Postleitzahl
Ort text Ort
Zusatz text Zusatz
Typ code Typ`,
  Erreichbarkeit: `
IstDienstlich flag IstDienstlich
Kanal code kanal | Kanal
Kennung text kennung | Kennung
Zusatz text zusatz | Zusatz
IstInstitution flag IstInstitution`,
  Aktenplan: `
xdomeaUUID text xdomeaUUID | ID
Bezeichnung text Bezeichnung
Typ text Typ
Version text Version =1
Einheit Planeinheit* Einheit
Gueltigkeit Zeitraum Gueltigkeit`,
  Planeinheit: `
xdomeaUUID text xdomeaUUID | ID
Kennzeichen text Kennzeichen
Inhaltsangabe text Inhaltsangabe
BetreffKurz text BetreffKurz
Aussonderungsart code Aussonderungsart/Aussonderungsart | Aussonderungsart
AussonderungsartKonfigurierbar text Aussonderungsart/AussonderungsartKonfigurierbar
Gueltigkeit Zeitraum Gueltigkeit
Stillgelegt flag Stillgelegt =0
AufbewahrungsdauerJahre number Aufbewahrungsdauer/AnzahlJahre | Aufbewahrungsdauer
AufbewahrungsdauerUnbefristet flag Aufbewahrungsdauer/Unbefristet
Einheit Planeinheit* Einheit
VerweisAktenplaneinheit text* VerweisAktenplaneinheit`,
  Rueckmeldung: `
xdomeaUUID text xdomeaUUID | IDSGO | ID
Aussonderungsart code Aussonderungsart/Aussonderungsart | Aussonderungsart
AussonderungsartKonfigurierbar text Aussonderungsart/AussonderungsartKonfigurierbar
Erfolgreich flag ErfolgOderMisserfolg/Erfolgreich | Erfolgreich
Fehlermeldung text* ErfolgOderMisserfolg/Fehlermeldung | Fehlermeldung
FehlermeldungCode code* ErfolgOderMisserfolg/FehlermeldungCode | FehlermeldungCode
Archivkennung text Archivkennung`,
};
