// SPDX-License-Identifier: EUPL-1.2
// Derived by suite/derive.ts from the public XML schemas of xdomea 2.4.0 (KoSIT, urn:xoev-de:xdomea:kosit:standard:xdomea_2.4.0:xmlschema):
// names, order, cardinalities, types and code values of the messages 01xx to 05xx. The notation is described in src/table/table.ts.

/** The table of xdomea 2.4.0. */
export const table = `@Abgabe.Abgabe.0401 Abgabe.Abgabe.0401
@Abgabe.ImportBestaetigen.0402 Abgabe.ImportBestaetigen.0402
@Aktenplan.Aktenplan.0301 Aktenplan.Aktenplan.0301
@Aktenplan.EmpfangBestaetigen.0302 Aktenplan.EmpfangBestaetigen.0302
@Aussonderung.Anbieteverzeichnis.0501 Aussonderung.Anbieteverzeichnis.0501
@Aussonderung.AnbietungEmpfangBestaetigen.0504 Aussonderung.AnbietungEmpfangBestaetigen.0504
@Aussonderung.Aussonderung.0503 Aussonderung.Aussonderung.0503
@Aussonderung.AussonderungImportBestaetigen.0506 Aussonderung.AussonderungImportBestaetigen.0506
@Aussonderung.BewertungEmpfangBestaetigen.0505 Aussonderung.BewertungEmpfangBestaetigen.0505
@Aussonderung.Bewertungsverzeichnis.0502 Aussonderung.Bewertungsverzeichnis.0502
@Geschaeftsgang.EmpfangBestaetigen.0202 Geschaeftsgang.EmpfangBestaetigen.0202
@Geschaeftsgang.GeaendertenLaufwegMitteilen.0203 Geschaeftsgang.GeaendertenLaufwegMitteilen.0203
@Geschaeftsgang.Geschaeftsgang.0201 Geschaeftsgang.Geschaeftsgang.0201
@Information.EmpfangBestaetigen.0102 Information.EmpfangBestaetigen.0102
@Information.Information.0101 Information.Information.0101
Abgabe.Abgabe.0401 (Kopf:NkAbgabeType,Anschreiben:DokumentType?,Schriftgutobjekt:Abgabe.Abgabe.0401.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Abgabe.Abgabe.0401.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Abgabe.ImportBestaetigen.0402 (Kopf:NkBasisType,ErfolgOderMisserfolg:ErfolgOderMisserfolgAbgabeType)
AkteType (Identifikation:IdentifikationSGOType,AllgemeineMetadaten:AllgemeineMetadatenType?,ArchivspezifischeMetadaten:MetadatenAussonderungType?,Standort:latin:String.Latin?,Typ:latin:String.Latin?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Akteninhalt:AkteType.Akteninhalt?,Verweis:VerweisType*,Kontakt:KontaktType*,Teilakte:AkteType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?)
AkteType.Akteninhalt (Dokument:DokumentType*|Vorgang:VorgangType*)
Aktenplan.Aktenplan.0301 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,Aktenplan:AktenplanType)
Aktenplan.EmpfangBestaetigen.0302 (Kopf:NkBasisType)
AktenplanType (Bezeichnung:latin:String.Latin,Typ:latin:String.Latin?,Version:latin:String.Latin,Einheit:AktenplaneinheitAktenplanType*,Gueltigkeit:ZeitraumType?,Aktenplandatei:FormatType*)
AktenplaneinheitAktenplanType ((Kennzeichen:latin:String.Latin?,Inhaltsangabe:latin:String.Latin?),(Aussonderungsart:AussonderungsartCodeType,Stillgelegt:xs:boolean,Aufbewahrungsdauer:xs:integer,Einheit:AktenplaneinheitAktenplanType*))
AktenplaneinheitType (Kennzeichen:latin:String.Latin?,Inhaltsangabe:latin:String.Latin?)
AllgemeineMetadatenType (Betreff:latin:String.Latin?,Kennzeichen:latin:String.Latin?,Federfuehrung:latin:String.Latin?,Vertraulichkeitsstufe:VertraulichkeitsstufeCodeType?,Bemerkung:latin:String.Latin?,Medium:MediumCodeType?,Aktenplaneinheit:AktenplaneinheitType?)
AllgemeinerNameType (Name:latin:String.Latin?)
AnlageDokumentType ((Identifikation:IdentifikationSGOType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:latin:String.Latin?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:latin:String.Latin?,Hier:latin:String.Latin?,Bearbeiter:latin:String.Latin?,Typ:latin:String.Latin?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Version:VersionType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Absender:KontaktType*,Empfaenger:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,WeitererKontakt:KontaktType*),(Nummer:latin:String.Latin?))
AnschriftType (Staat:StaatType?,Strasse:latin:String.Latin?,Hausnummer:latin:String.Latin?,Postfach:latin:String.Latin?,Postleitzahl:latin:String.Latin?,Ort:latin:String.Latin?,Zusatz:latin:String.Latin?,Typ:AnschriftstypCodeType?)
AnschriftstypCodeType [listURI=urn:xoev-de:xdomea:codeliste:anschriftstyp;listVersionID=1.0](~code:AnschriftstypCodeType.code,~name:xs:normalizedString?)
AnschriftstypCodeType.code <xs:token =001|002|003
AnwendungsspezifischeErweiterungType (Kennung:latin:String.Latin,Name:latin:String.Latin,Beschreibung:latin:String.Latin?,Versionsnummer:latin:String.Latin?,Versionsdatum:xs:date?,Feldgruppe:FeldgruppeType*,Feld:FeldType*)
Aussonderung.Anbieteverzeichnis.0501 (Kopf:NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType,Anschreiben:DokumentType*,Schriftgutobjekt:Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Aussonderung.AnbietungEmpfangBestaetigen.0504 (Kopf:NkBasisType)
Aussonderung.Aussonderung.0503 (Kopf:NkAussonderungType,Anschreiben:DokumentType*,Schriftgutobjekt:Aussonderung.Aussonderung.0503.Schriftgutobjekt+,Aktenplan:AktenplanType?)
Aussonderung.Aussonderung.0503.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
Aussonderung.AussonderungImportBestaetigen.0506 (Kopf:NkBasisType,ErfolgOderMisserfolg:ErfolgOderMisserfolgAussonderungType)
Aussonderung.BewertungEmpfangBestaetigen.0505 (Kopf:NkBasisType)
Aussonderung.Bewertungsverzeichnis.0502 (Kopf:NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType,BewertetesObjekt:RueckgabeparameterAnbietungType+)
AussonderungsartCodeType [listURI=urn:xoev-de:xdomea:codeliste:aussonderungsart;listVersionID=1.0](~code:AussonderungsartCodeType.code,~name:xs:normalizedString?)
AussonderungsartCodeType.code <xs:token =A|B|V
BearbeitungType (Bearbeiter:KontaktType,Datum:xs:date,Uhrzeit:xs:time,Vermerk:latin:String.Latin?,Notiz:latin:String.Latin?,Anlage:DokumentType*)
BehoerdenkennungType (Kennung:code:Code?,Praefix:code:Code?)
BeteiligungsschrittType (Nummer:latin:String.Latin,Status:BeteiligungsstatusCodeType,Verfuegung:VerfuegungType,Bearbeitung:BearbeitungType?)
BeteiligungsstatusCodeType [listURI=urn:xoev-de:xdomea:codeliste:beteiligungsstatus;listVersionID=1.0](~code:BeteiligungsstatusCodeType.code,~name:xs:normalizedString?)
BeteiligungsstatusCodeType.code <xs:token =001|002|003|004
BewertungsvorschlagCodeType [listURI=urn:xoev-de:xdomea:codeliste:bewertungsvorschlag;listVersionID=1.0](~code:BewertungsvorschlagCodeType.code,~name:xs:normalizedString?)
BewertungsvorschlagCodeType.code <xs:token =A|V
DateiformatCodeType [listURI=urn:xoev-de:xdomea:codeliste:dateiformat;listVersionID=1.0](~code:DateiformatCodeType.code,~name:xs:normalizedString?)
DateiformatCodeType.code <xs:token =001|002|003|004|005|006|007|008|009|010|011|012|013|014|015|016|017|018|019|020|021|022|023|024|025|026|027|028|029|030|031|032|033|034|035|036|037|038|039|040|041|042|043|044|045|100
DatentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:datentyp;listVersionID=1.0](~code:DatentypCodeType.code,~name:xs:normalizedString?)
DatentypCodeType.code <xs:token =001|002|003|004|005|006|007|008|009|010|011|012|013|014|015|016|017|018|019|020|021|022|023|024|025|026|027|028|029|030|031|032|033|034|035|036|037|038|039|040|041|042|043|044|045
DokumentType (Identifikation:IdentifikationSGOType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:latin:String.Latin?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:latin:String.Latin?,Hier:latin:String.Latin?,Bearbeiter:latin:String.Latin?,Typ:latin:String.Latin?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Version:VersionType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Absender:KontaktType*,Empfaenger:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,WeitererKontakt:KontaktType*)
ErfolgOderMisserfolgAbgabeType (Erfolgreich:xs:boolean,Fehlermeldung:latin:String.Latin?)
ErfolgOderMisserfolgAussonderungType (Erfolgreich:xs:boolean,Fehlermeldung:latin:String.Latin?,Rueckgabeparameter:RueckgabeparameterAussonderungType*)
FeldType (Name:latin:String.Latin,Beschreibung:latin:String.Latin?,Datentyp:DatentypCodeType?,Wert:latin:String.Latin?)
FeldgruppeType (Name:latin:String.Latin,Beschreibung:latin:String.Latin,Unterfeldgruppe:FeldgruppeType*,Feld:FeldType*)
FormatType (Name:DateiformatCodeType,SonstigerName:latin:String.Latin?,Version:latin:String.Latin,Primaerdokument:PrimaerdokumentType)
GeaenderterBeteiligungsschrittType (Nummer:latin:String.Latin,Aenderungsart:GeaenderterBeteiligungsschrittType.Aenderungsart)
GeaenderterBeteiligungsschrittType.Aenderungsart (Neu:xs:boolean|Uebersprungen:xs:boolean)
GeburtType (Datum:xs:date)
Geschaeftsgang.EmpfangBestaetigen.0202 (Kopf:NkRueckmeldungGeschaeftsgangType)
Geschaeftsgang.GeaendertenLaufwegMitteilen.0203 (Kopf:NkBasisType,GeaenderterGeschaeftsgang:GeschaeftsgangType,GeaenderterBeteiligungsschritt:GeaenderterBeteiligungsschrittType+)
Geschaeftsgang.Geschaeftsgang.0201 (Kopf:NkGeschaeftsgangType,Anschreiben:DokumentType?,Hauptobjekt:HauptobjektType,ExternerGeschaeftsgang:GeschaeftsgangType,Anlage:Geschaeftsgang.Geschaeftsgang.0201.Anlage*)
Geschaeftsgang.Geschaeftsgang.0201.Anlage (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
GeschaeftsgangType (Identifikation:IdentifikationSGOType,Beteiligungsschritt:BeteiligungsschrittType+)
HauptobjektType (Dokument:DokumentType+)
HistorienProtokollInformationType (Metadatum:latin:String.Latin?,AlterWert:latin:String.Latin?,NeuerWert:latin:String.Latin?,Akteur:latin:String.Latin,DatumUhrzeit:xs:dateTime,Bemerkung:latin:String.Latin?,Aktion:latin:String.Latin)
IdentifikationSGOType (ID:stringUUIDType,NummerImUebergeordnetenContainer:latin:String.Latin?)
Information.EmpfangBestaetigen.0102 (Kopf:NkBasisType)
Information.Information.0101 (Kopf:NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType,Anschreiben:DokumentType?,Schriftgutobjekt:Information.Information.0101.Schriftgutobjekt+)
Information.Information.0101.Schriftgutobjekt (Akte:AkteType|Vorgang:VorgangType|Dokument:DokumentType)
KommunikationType (IstDienstlich:xs:boolean?,Kanal:KommunikationsartCodeType?,Kennung:latin:String.Latin?,Zusatz:latin:String.Latin?)
KommunikationsartCodeType [listURI=urn:xoev-de:xdomea:codeliste:kommunikationsart;listVersionID=1.0](~code:KommunikationsartCodeType.code,~name:xs:normalizedString?)
KommunikationsartCodeType.code <xs:token =001|002|003|004|005|006|007|008|009|010|011|012
KontaktType (Behoerdenkennung:BehoerdenkennungType?,Institution:NameOrganisationType?,Organisationseinheit:OrganisationseinheitType?,Name:NameNatuerlichePersonType?,Taetigkeit:latin:String.Latin?,Zustaendigkeit:latin:String.Latin?,Anschrift:AnschriftType*,Kommunikation:KommunikationType*,Rolle:code:Code?,UnstrukturierteAnschrift:UnstrukturierteAnschriftType*,Geburt:GeburtType?)
MediumCodeType [listURI=urn:xoev-de:xdomea:codeliste:medium;listVersionID=1.0](~code:MediumCodeType.code,~name:xs:normalizedString?)
MediumCodeType.code <xs:token =001|002|003
MetadatenAussonderungType (Aufbewahrungsdauer:xs:int?,Aussonderungsart:AussonderungsartCodeType?,Kennung:latin:String.Latin?,Bewertungsvorschlag:BewertungsvorschlagCodeType?,Aufbewahrungsende:xs:gYear?)
NachrichtentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:nachrichtentyp;listVersionID=1.0](~code:NachrichtentypCodeType.code,~name:xs:normalizedString?)
NachrichtentypCodeType.code <xs:token =0101|0102|0201|0202|0301|0302|0401|0402|0501|0502|0503|0504|0505|0506|0601|0602|0603|0604|0605|0606|0607|0608|0609|0610|0611|0612|0613|0614|0615|0616|0617|0618|0619|0620|0621|0622|0623|0624|0625|0626|0627|0628|0629|0630|0631|0632
NameNatuerlichePersonType (Anrede:latin:String.Latin?,Titel:latin:String.Latin?,Familienname:AllgemeinerNameType?,Vorname:AllgemeinerNameType?)
NameOrganisationType (Name:latin:String.Latin?,Kurzbezeichnung:latin:String.Latin?)
NkAbgabeType (((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(WeitererEmpfaenger:KontaktType*)),(Importbestaetigung:xs:boolean"1"))
NkAussonderungType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(Importbestaetigung:xs:boolean"1",RueckmeldungArchivkennung:xs:boolean))
NkBasisType (ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?)
NkGeschaeftsgangType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(EmpfangsbestaetigungAnInitiator:xs:boolean,EmpfangsbestaetigungAnVorgaenger:xs:boolean))
NkNichtFVDatenEinEmpfaengerMitEmpfangsbestaetigungType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(Empfangsbestaetigung:xs:boolean))
NkNichtFVDatenWeitereEmpfaengerMitEmpfangsbestaetigungType (((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(WeitererEmpfaenger:KontaktType*)),(Empfangsbestaetigung:xs:boolean))
NkRueckmeldungGeschaeftsgangType ((ProzessID:stringUUIDType,Nachrichtentyp:NachrichtentypCodeType,Erstellungszeitpunkt:xs:dateTime,Absender:KontaktType,Empfaenger:KontaktType,SendendesSystem:SystemType,Hinweis:latin:String.Latin?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?),(WeitererEmpfaenger:KontaktType?))
OCSPAntwortType [Version](Format:latin:String.Latin,Antwort:xs:base64Binary)
OrganisationseinheitType (Name:latin:String.Latin)
PKCS7SignaturType [Version](OID:xs:NMTOKEN,Format:latin:String.Latin,Algorithmus:SignaturalgorithmusType?,Datum:xs:dateTime?,Unterzeichner:latin:String.Latin?,Container:xs:base64Binary)
PrimaerdokumentType (Dateiname:stringDateinameType,Ersteller:latin:String.Latin?,DatumUhrzeit:xs:dateTime?,Signaturdaten:SignaturdatenType?)
RueckgabeparameterAnbietungType (ID:stringUUIDType,Aussonderungsart:AussonderungsartCodeType)
RueckgabeparameterAussonderungType (ID:stringUUIDType,Archivkennung:latin:String.Latin)
SchriftgutobjekttypCodeType [listURI=urn:xoev-de:xdomea:codeliste:schriftgutobjekttyp;listVersionID=1.0](~code:SchriftgutobjekttypCodeType.code,~name:xs:normalizedString?)
SchriftgutobjekttypCodeType.code <xs:token =001|002|003
SignaturalgorithmusType (ID:latin:String.Latin?,Algorithmusparameter:FeldType*)
SignaturdatenType (Signatur:PKCS7SignaturType,Zertifikat:X509ZertifikatType+,Status:OCSPAntwortType+)
StaatCodeType [listURI=urn:xoev-de:kosit:codeliste:country-codes;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
StaatType (Staat:StaatCodeType)
SystemType (InstanzID:latin:String.Latin?,Produktname:latin:String.Latin?,Version:latin:String.Latin?)
UnstrukturierteAnschriftType (Typ:AnschriftstypCodeType?,Zeile1:latin:String.Latin?,Zeile2:latin:String.Latin?,Zeile3:latin:String.Latin?,Zeile4:latin:String.Latin?,Zeile5:latin:String.Latin?,Zeile6:latin:String.Latin?,Zusatz:latin:String.Latin?)
VerfuegungType (Ersteller:KontaktType,Adressat:KontaktType,Erstellungsdatum:xs:date,Erstellungsuhrzeit:xs:time,Verfuegung:latin:String.Latin?,TerminDatum:xs:date?,TerminUhrzeit:xs:time?,Notiz:latin:String.Latin?)
VersionType (Nummer:latin:String.Latin,Format:FormatType+)
VertraulichkeitsstufeCodeType [listURI=urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe;listVersionID=1.0](~code:VertraulichkeitsstufeCodeType.code,~name:xs:normalizedString?)
VertraulichkeitsstufeCodeType.code <xs:token =001|002|003|004|005
VerweisType (ID:stringUUIDType?,SGOTyp:SchriftgutobjekttypCodeType,SGOKennzeichen:latin:String.Latin?,Bemerkung:latin:String.Latin?)
VorgangType (Identifikation:IdentifikationSGOType,AllgemeineMetadaten:AllgemeineMetadatenType?,ArchivspezifischeMetadaten:MetadatenAussonderungType?,Aktenbetreff:latin:String.Latin?,Typ:latin:String.Latin?,ZdA:xs:boolean?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType?,Dokument:DokumentType*,Verweis:VerweisType*,Kontakt:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType?,Teilvorgang:VorgangType*)
X509ZertifikatType [Version](Format:latin:String.Latin,Zertifikat:xs:base64Binary)
ZeitraumType (Beginn:xs:date?,Ende:xs:date?)
code:Code [listURI;listVersionID](~code:xs:token,~name:xs:normalizedString?)
latin:String.Latin <xs:string
stringDateinameType <xs:string /[0-9|A-F|a-f]{8}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{12}_.*\\..*/
stringUUIDType <xs:string /[0-9|A-F|a-f]{8}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{12}/`;
