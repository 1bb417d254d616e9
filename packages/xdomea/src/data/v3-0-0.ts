// SPDX-License-Identifier: EUPL-1.2
// Derived by suite/derive.ts from the public XML schemas of xdomea 3.0.0 (KoSIT, urn:xoev-de:xdomea:kosit:standard:xdomea_3.0.0:xmlschema):
// names, order, cardinalities, types and code values of the messages 01xx to 05xx. The notation is described in src/table/table.ts.

/** The table of xdomea 3.0.0. */
export const table = `@Abgabe.Abgabe.0401 Abgabe.Abgabe.0401
@Abgabe.EmpfangBestaetigen.0403 Abgabe.EmpfangBestaetigen.0403
@Abgabe.ImportBestaetigen.0402 Abgabe.ImportBestaetigen.0402
@Aktenplan.Aktenplan.0301 Aktenplan.Aktenplan.0301
@Aktenplan.EmpfangBestaetigen.0302 Aktenplan.EmpfangBestaetigen.0302
@Aussonderung.AktenplanZurBewertung.0511 Aussonderung.AktenplanZurBewertung.0511
@Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512 Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512
@Aussonderung.Anbieteverzeichnis.0501 Aussonderung.Anbieteverzeichnis.0501
@Aussonderung.AnbietungEmpfangBestaetigen.0504 Aussonderung.AnbietungEmpfangBestaetigen.0504
@Aussonderung.Aussonderung.0503 Aussonderung.Aussonderung.0503
@Aussonderung.AussonderungEmpfangBestaetigen.0507 Aussonderung.AussonderungEmpfangBestaetigen.0507
@Aussonderung.AussonderungImportBestaetigen.0506 Aussonderung.AussonderungImportBestaetigen.0506
@Aussonderung.BewerteterAktenplanEmpfangBestaetigen.0515 Aussonderung.BewerteterAktenplanEmpfangBestaetigen.0515
@Aussonderung.BewertungEmpfangBestaetigen.0505 Aussonderung.BewertungEmpfangBestaetigen.0505
@Aussonderung.Bewertungskatalog.0513 Aussonderung.Bewertungskatalog.0513
@Aussonderung.BewertungskatalogImportBestaetigen.0514 Aussonderung.BewertungskatalogImportBestaetigen.0514
@Aussonderung.Bewertungsverzeichnis.0502 Aussonderung.Bewertungsverzeichnis.0502
@Geschaeftsgang.EmpfangBestaetigen.0202 Geschaeftsgang.EmpfangBestaetigen.0202
@Geschaeftsgang.GeaendertenLaufwegMitteilen.0203 Geschaeftsgang.GeaendertenLaufwegMitteilen.0203
@Geschaeftsgang.Geschaeftsgang.0201 Geschaeftsgang.Geschaeftsgang.0201
@Information.EmpfangBestaetigen.0102 Information.EmpfangBestaetigen.0102
@Information.Information.0101 Information.Information.0101
Abgabe.Abgabe.0401 (Kopf:NkAbgabeType,Anschreiben:DokumentType?,Schriftgutobjekt:Abgabe.Abgabe.0401.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Abgabe.Abgabe.0401.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Abgabe.EmpfangBestaetigen.0403 (Kopf:NkBasisType)
Abgabe.ImportBestaetigen.0402 (Kopf:NkBasisType,AbgegebenesObjekt:ErfolgOderMisserfolgAbgabeType+)
AkteType (Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,ArchivspezifischeMetadaten:MetadatenAussonderungType?,Standort:xs:string?,Typ:xs:string?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Akteninhalt:AkteType.Akteninhalt?,Verweis:VerweisType*,Kontakt:KontaktType*,ZdA:xs:boolean?,ZdADatum:xs:date?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
AkteType.Akteninhalt (Dokument:DokumentType*,Vorgang:VorgangType*,Teilakte:AkteType*)
Aktenplan.Aktenplan.0301 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,Aktenplan:AktenplanType)
Aktenplan.EmpfangBestaetigen.0302 (Kopf:NkBasisType)
AktenplanBewertungskatalogType (ID:stringUUIDType,Bezeichnung:xs:string,Typ:xs:string?,Version:xs:string,Einheit:AktenplaneinheitAktenplanBewertungskatalogType*,Gueltigkeit:ZeitraumType?,Aktenplandatei:FormatType*)
AktenplanType (Bezeichnung:xs:string,Typ:xs:string?,Version:xs:string,Einheit:AktenplaneinheitAktenplanType*,Gueltigkeit:ZeitraumType?,Aktenplandatei:FormatType*)
AktenplaneinheitAktenplanBewertungskatalogType (ID:stringUUIDType,Aussonderungsart:AussonderungsartType)
AktenplaneinheitAktenplanType ((Kennzeichen:xs:string?,Inhaltsangabe:xs:string?,BetreffKurz:xs:string?),(Aussonderungsart:AussonderungsartType,Gueltigkeit:ZeitraumType?,Stillgelegt:xs:boolean,Aufbewahrungsdauer:AufbewahrungsdauerType,Einheit:AktenplaneinheitAktenplanType*,VerweisAktenplaneinheit:xs:string*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?))
AktenplaneinheitType (Kennzeichen:xs:string?,Inhaltsangabe:xs:string?,BetreffKurz:xs:string?)
AllgemeineMetadatenType (Betreff:xs:string?,Kennzeichen:xs:string?,Federfuehrung:xs:string?,Aktenfuehrung:xs:string?,Vertraulichkeitsstufe:VertraulichkeitsstufeCodeType?,Bemerkung:xs:string?,Medium:MediumCodeType?,Aktenplaneinheit:AktenplaneinheitType?)
AllgemeinerNameType (Name:xs:string?)
AnlageDokumentType ((Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:xs:string?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:xs:string?,Hier:xs:string?,Bearbeiter:xs:string?,Typ:xs:string?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Version:VersionType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Absender:KontaktType*,Empfaenger:KontaktType*,WeitererKontakt:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(Nummer:xs:string?))
AnschriftType (Staat:StaatType?,Strasse:xs:string?,Hausnummer:xs:string?,Postfach:xs:string?,Postleitzahl:xs:string?,Ort:xs:string?,Zusatz:xs:string?,Typ:AnschriftstypCodeType?)
AnschriftstypCodeType [listURI=urn:xoev-de:xdomea:codeliste:anschriftstyp;listVersionID=1.0](~code:AnschriftstypCodeType.code,~name:xs:normalizedString?)
AnschriftstypCodeType.code <xs:token =001|002|003
AnwendungsspezifischeErweiterungType (Kennung:xs:string,Name:xs:string,Beschreibung:xs:string?,Versionsnummer:xs:string?,Versionsdatum:xs:date?,Feldgruppe:FeldgruppeType*,Feld:FeldType*)
AnwendungsspezifischeErweiterungXMLType (***)
AufbewahrungsdauerType (AnzahlJahre:xs:unsignedShort|Unbefristet:xs:boolean"1")
Aussonderung.AktenplanZurBewertung.0511 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,Aktenplan:AktenplanBewertungskatalogType)
Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512 (Kopf:NkBasisType)
Aussonderung.Anbieteverzeichnis.0501 (Kopf:NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType,Anschreiben:DokumentType*,Schriftgutobjekt:Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Aussonderung.AnbietungEmpfangBestaetigen.0504 (Kopf:NkBasisType)
Aussonderung.Aussonderung.0503 (Kopf:NkAussonderungType,Anschreiben:DokumentType*,Schriftgutobjekt:Aussonderung.Aussonderung.0503.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Aussonderung.Aussonderung.0503.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Aussonderung.AussonderungEmpfangBestaetigen.0507 (Kopf:NkBasisType)
Aussonderung.AussonderungImportBestaetigen.0506 (Kopf:NkBasisType,AusgesondertesSGO:ErfolgOderMisserfolgAussonderungType+)
Aussonderung.BewerteterAktenplanEmpfangBestaetigen.0515 (Kopf:NkBasisType)
Aussonderung.BewertungEmpfangBestaetigen.0505 (Kopf:NkBasisType)
Aussonderung.Bewertungskatalog.0513 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,BewerteteAktenplaneinheit:AktenplaneinheitAktenplanBewertungskatalogType+)
Aussonderung.BewertungskatalogImportBestaetigen.0514 (Kopf:NkBasisType,BewerteteAktenplaneinheit:ErfolgOderMisserfolgBewertungskatalogType+)
Aussonderung.Bewertungsverzeichnis.0502 (Kopf:NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType,BewertetesObjekt:RueckgabeparameterAnbietungType+)
AussonderungsartCodeType [listURI=urn:xoev-de:xdomea:codeliste:aussonderungsart;listVersionID=1.0](~code:AussonderungsartCodeType.code,~name:xs:normalizedString?)
AussonderungsartCodeType.code <xs:token =A|B|V
AussonderungsartType (Aussonderungsart:AussonderungsartCodeType|AussonderungsartKonfigurierbar:xs:string)
BearbeitungType (Bearbeiter:KontaktType,Datum:xs:date,Uhrzeit:xs:time?,Vermerk:xs:string?,Notiz:xs:string?,Anlage:DokumentType*)
BehoerdenkennungType (Behoerdenschluessel:code:Code?,Praefix:code:Code?)
BeteiligungsschrittType (Nummer:xs:string,Status:BeteiligungsstatusCodeType,Verfuegung:VerfuegungType,Bearbeitung:BearbeitungType?)
BeteiligungsstatusCodeType [listURI=urn:xoev-de:xdomea:codeliste:beteiligungsstatus;listVersionID=1.1](~code:BeteiligungsstatusCodeType.code,~name:xs:normalizedString?)
BeteiligungsstatusCodeType.code <xs:token =001|002|003|004
BewertungsvorschlagCodeType [listURI=urn:xoev-de:xdomea:codeliste:bewertungsvorschlag;listVersionID=1.0](~code:BewertungsvorschlagCodeType.code,~name:xs:normalizedString?)
BewertungsvorschlagCodeType.code <xs:token =A|V
DateiformatCodeType [listURI=urn:xoev-de:xdomea:codeliste:dateiformat;listVersionID!](~code:xs:token)
DatentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:datentyp;listVersionID=1.1](~code:DatentypCodeType.code,~name:xs:normalizedString?)
DatentypCodeType.code <xs:token =001|002|003|004|005|006|007|008|009|010|011|012|013|014|015|016|017|018|019|020|021|022|023|024|025|026|027|028|029|030|031|032|033|034|035|036|037|038|039|040|041|042|043|044|045
DokumentType (Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:xs:string?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:xs:string?,Hier:xs:string?,Bearbeiter:xs:string?,Typ:xs:string?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Version:VersionType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Absender:KontaktType*,Empfaenger:KontaktType*,WeitererKontakt:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
ErfolgOderMisserfolgAbgabeType (IDSGO:stringUUIDType,Erfolgreich:xs:boolean,Fehlermeldung:xs:string*,FehlermeldungCode:SonstigeFehlermeldungCodeType*)
ErfolgOderMisserfolgAussonderungType (IDSGO:stringUUIDType,Erfolgreich:xs:boolean,Fehlermeldung:xs:string*,FehlermeldungCode:SonstigeFehlermeldungCodeType*,Archivkennung:xs:string?)
ErfolgOderMisserfolgBewertungskatalogType (ID:stringUUIDType,Erfolgreich:xs:boolean,Fehlermeldung:xs:string*,FehlermeldungCode:SonstigeFehlermeldungCodeType*)
FeldType (Name:xs:string,Beschreibung:xs:string?,Datentyp:DatentypCodeType?,Wert:xs:string?)
FeldgruppeType (Name:xs:string,Beschreibung:xs:string,Unterfeldgruppe:FeldgruppeType*,Feld:FeldType*)
FormatType (Name:DateiformatCodeType,SonstigerName:xs:string?,Version:xs:string,Primaerdokument:PrimaerdokumentType)
GeaenderterBeteiligungsschrittType (Nummer:xs:string,Aenderungsart:GeaenderterBeteiligungsschrittType.Aenderungsart)
GeaenderterBeteiligungsschrittType.Aenderungsart (Neu:xs:boolean"1"|Uebersprungen:xs:boolean"1")
GeburtType (Datum:xs:date)
Geschaeftsgang.EmpfangBestaetigen.0202 (Kopf:NkRueckmeldungGeschaeftsgangType)
Geschaeftsgang.GeaendertenLaufwegMitteilen.0203 (Kopf:NkBasisType,GeaenderterGeschaeftsgang:GeschaeftsgangType,GeaenderterBeteiligungsschritt:GeaenderterBeteiligungsschrittType+)
Geschaeftsgang.Geschaeftsgang.0201 (Kopf:NkGeschaeftsgangType,Anschreiben:DokumentType?,Hauptobjekt:HauptobjektType,ExternerGeschaeftsgang:GeschaeftsgangType,Anlage:Geschaeftsgang.Geschaeftsgang.0201.Anlage*)
Geschaeftsgang.Geschaeftsgang.0201.Anlage (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
GeschaeftsgangType (Identifikation:IdentifikationObjektType,Beteiligungsschritt:BeteiligungsschrittType+)
HauptobjektType (Dokument:DokumentType+)
HistorienProtokollInformationType (MetadatumName:xs:string?,MetadatumAlterWert:xs:string?,MetadatumNeuerWert:xs:string?,Akteur:xs:string,DatumUhrzeit:xs:dateTime,Bemerkung:xs:string?,Aktion:xs:string)
IdentifikationObjektType (ID:stringUUIDType,NummerImUebergeordnetenContainer:xs:unsignedInt?)
Information.EmpfangBestaetigen.0102 (Kopf:NkBasisType)
Information.Information.0101 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,Anschreiben:DokumentType?,Schriftgutobjekt:Information.Information.0101.Schriftgutobjekt+)
Information.Information.0101.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
KommunikationType (IstDienstlich:xs:boolean?,Kanal:KommunikationsartCodeType?,Kennung:xs:string?,Zusatz:xs:string?,IstInstitution:xs:boolean?)
KommunikationsartCodeType [listURI=urn:de:xoev:codeliste:erreichbarkeit;listVersionID!](~code:xs:token)
KontaktType (Behoerdenkennung:BehoerdenkennungType?,Institution:NameOrganisationType?,Organisationseinheit:OrganisationseinheitType?,Name:NameNatuerlichePersonType?,Taetigkeit:xs:string?,Zustaendigkeit:xs:string?,Anschrift:AnschriftType*,Kommunikation:KommunikationType*,Rolle:code:Code?,UnstrukturierteAnschrift:UnstrukturierteAnschriftType*,Geburt:GeburtType?)
MediumCodeType [listURI=urn:xoev-de:xdomea:codeliste:medium;listVersionID=1.0](~code:MediumCodeType.code,~name:xs:normalizedString?)
MediumCodeType.code <xs:token =001|002|003
MetadatenAussonderungType (Aufbewahrungsdauer:AufbewahrungsdauerType?,Aussonderungsart:AussonderungsartType?,Kennung:xs:string?,Bewertungsvorschlag:BewertungsvorschlagCodeType?,Aufbewahrungsende:xs:date?)
NachrichtentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:nachrichtentyp;listVersionID=2.0](~code:NachrichtentypCodeType.code,~name:xs:normalizedString?)
NachrichtentypCodeType.code <xs:token =0101|0102|0201|0202|0301|0302|0401|0402|0403|0501|0502|0503|0504|0505|0506|0507|0511|0512|0513|0514|0515|0601|0602|0603|0604|0605|0606|0607|0608|0609|0610|0611|0612|0613|0614|0615|0616|0617|0618|0619|0620|0621|0622|0623|0624|0625|0626|0627|0628|0629|0630|0631|0632|0701|0702|0703|0711|0712|0713|0721|0722|0723|0724
NameNatuerlichePersonType (Anrede:xs:string?,Titel:xs:string?,Familienname:AllgemeinerNameType?,Vorname:AllgemeinerNameType?)
NameOrganisationType (Name:xs:string?,Kurzbezeichnung:xs:string?)
NkAbgabeType (((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(WeitererEmpfaenger:KontaktType*)),(Importbestaetigung:xs:boolean"1",Empfangsbestaetigung:xs:boolean))
NkAussonderungType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(Importbestaetigung:xs:boolean"1",RueckmeldungArchivkennung:xs:boolean,Empfangsbestaetigung:xs:boolean))
NkBasisType (ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
NkGeschaeftsgangType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(EmpfangsbestaetigungAnInitiator:xs:boolean,EmpfangsbestaetigungAnVorgaenger:xs:boolean))
NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(Empfangsbestaetigung:xs:boolean))
NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType (((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(WeitererEmpfaenger:KontaktType*)),(Empfangsbestaetigung:xs:boolean))
NkRueckmeldungGeschaeftsgangType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(WeitererEmpfaenger:KontaktType?))
OrganisationseinheitType (Name:xs:string)
PrimaerdokumentType (Dateiname:stringDateinameType,DateinameOriginal:xs:string?,Ersteller:xs:string?,DatumUhrzeit:xs:dateTime?,SignaturSiegel:SignaturSiegelType?)
RueckgabeparameterAnbietungType (ID:stringUUIDType,Aussonderungsart:AussonderungsartType)
SchriftgutobjekttypCodeType [listURI=urn:xoev-de:xdomea:codeliste:schriftgutobjekttyp;listVersionID=1.0](~code:SchriftgutobjekttypCodeType.code,~name:xs:normalizedString?)
SchriftgutobjekttypCodeType.code <xs:token =001|002|003
SignaturSiegelType (SignaturSiegelEingebettet:xs:boolean"1"|SignaturSiegelDatei:stringDateinameType+)
SonstigeFehlermeldungCodeType [listURI!;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
StaatCodeType [listURI=urn:xoev-de:kosit:codeliste:country-codes;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
StaatType (Staat:StaatCodeType)
SystemType (InstanzID:xs:string?,Produktname:xs:string?,Version:xs:string?)
UnstrukturierteAnschriftType (Typ:AnschriftstypCodeType?,Zeile1:xs:string?,Zeile2:xs:string?,Zeile3:xs:string?,Zeile4:xs:string?,Zeile5:xs:string?,Zeile6:xs:string?,Zusatz:xs:string?)
VerfuegungType (Ersteller:KontaktType,Adressat:KontaktType,Erstellungsdatum:xs:date,Erstellungsuhrzeit:xs:time?,Verfuegung:xs:string?,TerminDatum:xs:date?,TerminUhrzeit:xs:time?,Notiz:xs:string?)
VersionType (Nummer:xs:string,Format:FormatType+)
VertraulichkeitsstufeCodeType [listURI=urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe;listVersionID=1.0](~code:VertraulichkeitsstufeCodeType.code,~name:xs:normalizedString?)
VertraulichkeitsstufeCodeType.code <xs:token =001|002|003|004|005
VerweisType (ID:stringUUIDType?,SGOTyp:SchriftgutobjekttypCodeType,SGOKennzeichen:xs:string?,Bemerkung:xs:string?)
VorgangType (Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,ArchivspezifischeMetadaten:MetadatenAussonderungType?,Aktenbetreff:xs:string?,Typ:xs:string?,ZdA:xs:boolean?,ZdADatum:xs:date?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Dokument:DokumentType*,Verweis:VerweisType*,Kontakt:KontaktType*,Teilvorgang:VorgangType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
ZeitraumType (Beginn:xs:date?,Ende:xs:date?)
code:Code [listURI;listVersionID](~code:xs:token,~name:xs:normalizedString?)
stringDateinameType <xs:string /[0-9|A-F|a-f]{8}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{12}[_]?.*[\\.]?.*/
stringUUIDType <xs:string /[0-9|A-F|a-f]{8}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{12}/`;
