// SPDX-License-Identifier: EUPL-1.2
// Derived by suite/derive.ts from the public XML schemas of xdomea 4.0.0 (KoSIT, urn:xoev-de:xdomea:kosit:standard:xdomea_4.0.0:xmlschema):
// names, order, cardinalities, types and code values of the messages 01xx to 05xx. The notation is described in src/table/table.ts.

/** The table of xdomea 4.0.0. */
export const table = `@Aussonderung.AktenplanZurBewertung.0511 Aussonderung.AktenplanZurBewertung.0511
@Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512 Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512
@Aussonderung.Anbieteverzeichnis.0501 Aussonderung.Anbieteverzeichnis.0501
@Aussonderung.AnbietungEmpfangBestaetigen.0504 Aussonderung.AnbietungEmpfangBestaetigen.0504
@Aussonderung.Aussonderung.0503 Aussonderung.Aussonderung.0503
@Aussonderung.AussonderungEmpfangBestaetigen.0507 Aussonderung.AussonderungEmpfangBestaetigen.0507
@Aussonderung.AussonderungImportBestaetigen.0506 Aussonderung.AussonderungImportBestaetigen.0506
@Aussonderung.BewertungEmpfangBestaetigen.0505 Aussonderung.BewertungEmpfangBestaetigen.0505
@Aussonderung.Bewertungskatalog.0513 Aussonderung.Bewertungskatalog.0513
@Aussonderung.BewertungskatalogEmpfangBestaetigen.0515 Aussonderung.BewertungskatalogEmpfangBestaetigen.0515
@Aussonderung.BewertungskatalogImportBestaetigen.0514 Aussonderung.BewertungskatalogImportBestaetigen.0514
@Aussonderung.Bewertungsverzeichnis.0502 Aussonderung.Bewertungsverzeichnis.0502
AkteAussonderungType (Identifikation:IdentifikationObjektType,Kontextobjekt:xs:boolean,AllgemeineMetadaten:AllgemeineMetadatenType?,Aussonderungsmetadaten:AussonderungsmetadatenType?,Standort:xs:string?,Typ:xs:string?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType*,Akteninhalt:AkteAussonderungType.Akteninhalt?,Verweis:VerweisType*,Kontakt:KontaktType*,ZdA:xs:boolean?,ZdADatum:xs:date?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
AkteAussonderungType.Akteninhalt (DokumentOderDokumentMitSchriftstueck:DokumentOderDokumentMitSchriftstueckType*,Vorgang:VorgangAussonderungType*,Teilakte:AkteAussonderungType*)
AktenplanBewertungType (xdomeaUUID:bn:UUID,Bezeichnung:xs:string,Typ:xs:string?,Version:xs:string,Einheit:AktenplaneinheitAktenplanBewertungType*,Gueltigkeit:ZeitraumType?,Aktenplandatei:FormatType*)
AktenplanType (Bezeichnung:xs:string,Typ:xs:string?,Version:xs:string,Einheit:AktenplaneinheitAktenplanType*,Gueltigkeit:ZeitraumType?,Aktenplandatei:FormatType*)
AktenplaneinheitAktenplanBewertungType ((Kennzeichen:xs:string?,Inhaltsangabe:xs:string?,BetreffKurz:xs:string?),(xdomeaUUID:bn:UUID,Aussonderungsart:AussonderungsartType,Gueltigkeit:ZeitraumType?,Stillgelegt:xs:boolean,Aufbewahrungsdauer:AufbewahrungsdauerType,Einheit:AktenplaneinheitAktenplanBewertungType*,VerweisAktenplaneinheit:xs:string*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?))
AktenplaneinheitAktenplanBewertungskatalogType (xdomeaUUID:bn:UUID,Aussonderungsart:AussonderungsartType)
AktenplaneinheitAktenplanType ((Kennzeichen:xs:string?,Inhaltsangabe:xs:string?,BetreffKurz:xs:string?),(Aussonderungsart:AussonderungsartType,Gueltigkeit:ZeitraumType?,Stillgelegt:xs:boolean,Aufbewahrungsdauer:AufbewahrungsdauerType,Einheit:AktenplaneinheitAktenplanType*,VerweisAktenplaneinheit:xs:string*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?))
AktenplaneinheitType (Kennzeichen:xs:string?,Inhaltsangabe:xs:string?,BetreffKurz:xs:string?)
AllgemeineMetadatenType (Betreff:xs:string?,Kennzeichen:xs:string?,Federfuehrung:xs:string?,Aktenfuehrung:xs:string?,Geheimhaltung:GeheimhaltungType?,Bemerkung:xs:string?,Medium:MediumCodeType?,Aktenplaneinheit:AktenplaneinheitType?,ZeitpunktLetzteAenderung:xs:dateTime?,Strukturpfad:StrukturpfadType?,Datenschutzstufe:xs:string?,DatenschutzstufeCode:DatenschutzstufeCodeType?)
AllgemeinerNameType (Name:xs:string?)
AnlageDokumentType ((Dokument:DokumentType|DokumentMitSchriftstueck:DokumentMitSchriftstueckType),(Nummer:xs:string?))
AnschriftType (Staat:StaatType?,Strasse:xs:string?,Hausnummer:xs:string?,Postfach:xs:string?,Postleitzahl:xs:string?,Ort:xs:string?,Zusatz:xs:string?,Typ:AnschriftstypCodeType?)
AnschriftstypCodeType [listURI=urn:xoev-de:xdomea:codeliste:anschriftstyp;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
AnwendungsspezifischeErweiterungType (Kennung:xs:string,Name:xs:string,Beschreibung:xs:string?,Versionsnummer:xs:string?,Versionsdatum:xs:date?,Feldgruppe:FeldgruppeType*,Feld:FeldType*)
AnwendungsspezifischeErweiterungXMLType (***)
AufbewahrungsdauerType (AnzahlJahre:xs:unsignedShort|Unbefristet:xs:boolean"1")
Aussonderung.AktenplanZurBewertung.0511 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((((nachrichtenkopf:NachrichtenkopfType),(WeitererLeser:KontaktType*)),(Empfangsbestaetigung:xs:boolean)),(LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,Aktenplan:AktenplanBewertungType))
Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer))
Aussonderung.Anbieteverzeichnis.0501 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0](((nachrichtenkopf:NachrichtenkopfType),(Empfangsbestaetigung:xs:boolean)),(LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,Anschreiben:DokumentOderDokumentMitSchriftstueckType*,Schriftgutobjekt:Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt+,Aktenplan:AktenplanType*))
Aussonderung.Anbieteverzeichnis.0501.Schriftgutobjekt (Akte:AkteAussonderungType|Vorgang:VorgangAussonderungType)
Aussonderung.AnbietungEmpfangBestaetigen.0504 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer))
Aussonderung.Aussonderung.0503 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0](((nachrichtenkopf:NachrichtenkopfType),(Importbestaetigung:xs:boolean"1",RueckmeldungArchivkennung:xs:boolean,Empfangsbestaetigung:xs:boolean)),(LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,Anschreiben:DokumentOderDokumentMitSchriftstueckType*,Schriftgutobjekt:Aussonderung.Aussonderung.0503.Schriftgutobjekt+,Aktenplan:AktenplanType*))
Aussonderung.Aussonderung.0503.Schriftgutobjekt (Akte:AkteAussonderungType|Vorgang:VorgangAussonderungType)
Aussonderung.AussonderungEmpfangBestaetigen.0507 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer))
Aussonderung.AussonderungImportBestaetigen.0506 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,ErfolgOderMisserfolg:ErfolgOderMisserfolgImportType,AusgesondertesSGO:ErfolgOderMisserfolgAussonderungType*))
Aussonderung.BewertungEmpfangBestaetigen.0505 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer))
Aussonderung.Bewertungskatalog.0513 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((((nachrichtenkopf:NachrichtenkopfType),(WeitererLeser:KontaktType*)),(Empfangsbestaetigung:xs:boolean)),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,BewerteteAktenplaneinheit:AktenplaneinheitAktenplanBewertungskatalogType+))
Aussonderung.BewertungskatalogEmpfangBestaetigen.0515 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer))
Aussonderung.BewertungskatalogImportBestaetigen.0514 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0]((nachrichtenkopf:NachrichtenkopfType),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,ErfolgOderMisserfolg:ErfolgOderMisserfolgImportType,BewerteteAktenplaneinheit:ErfolgOderMisserfolgBewertungskatalogType*))
Aussonderung.Bewertungsverzeichnis.0502 [produkt!;produkthersteller!;produktversion;standard!=xdomea;test;version!=4.0.0](((nachrichtenkopf:NachrichtenkopfType),(Empfangsbestaetigung:xs:boolean)),(UUIDUrsprungsnachricht:bn:UUID,LfdNrNachrichtProTyp:xs:integer,GesamtanzahlNachrichtenProTyp:xs:integer,BewertetesSGO:RueckgabeparameterAnbietungType+))
AussonderungsartCodeType [listURI=urn:xoev-de:xdomea:codeliste:aussonderungsart;listVersionID=1.0](~code:AussonderungsartCodeType.code,~name:xs:normalizedString?)
AussonderungsartCodeType.code <xs:token =A|B|V
AussonderungsartType (Aussonderungsart:AussonderungsartCodeType|AussonderungsartKonfigurierbar:xs:string)
AussonderungsmetadatenType (Aufbewahrungsdauer:AufbewahrungsdauerType?,Aussonderungsart:AussonderungsartType?,Kennung:xs:string?,Bewertungsvorschlag:BewertungsvorschlagCodeType?,BewertungsvorschlagBegruendung:xs:string?,Aufbewahrungsende:xs:date?,Transferfristende:xs:date?)
BearbeitungType (Bearbeiter:KontaktType,Datum:xs:date,Uhrzeit:xs:time?,Vermerk:xs:string?,Notiz:xs:string?,Anlage:DokumentOderDokumentMitSchriftstueckType*)
BehoerdeType (verzeichnisdienst:bn:Code.VerzeichnisdienstType,kennung:din:datatypeC)
BeteiligungsschrittType (Nummer:xs:string,Status:BeteiligungsstatusCodeType,Verfuegung:VerfuegungType,Bearbeitung:BearbeitungType?,ParallelZuBeteiligungsschritt:xs:string*,VersionNummer:xs:string?)
BeteiligungsstatusCodeType [listURI=urn:xoev-de:xdomea:codeliste:beteiligungsstatus;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
BewertungsvorschlagCodeType [listURI=urn:xoev-de:xdomea:codeliste:bewertungsvorschlag;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
DateiformatCodeType [listURI=urn:xoev-de:xdomea:codeliste:dateiformat;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
DatenschutzstufeCodeType [listURI!;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
DatentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:datentyp;listVersionID=1.1](~code:DatentypCodeType.code,~name:xs:normalizedString?)
DatentypCodeType.code <xs:token =001|002|003|004|005|006|007|008|009|010|011|012|013|014|015|016|017|018|019|020|021|022|023|024|025|026|027|028|029|030|031|032|033|034|035|036|037|038|039|040|041|042|043|044|045
DokumentMitSchriftstueckType ((Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:xs:string?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:xs:string?,Hier:xs:string?,Bearbeiter:xs:string?,Typ:xs:string?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Autor:KontaktType*,Leser:KontaktType*,WeitererKontakt:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(Schriftstueck:DokumentType*))
DokumentOderDokumentMitSchriftstueckType (Dokument:DokumentType|DokumentMitSchriftstueck:DokumentMitSchriftstueckType)
DokumentType ((Identifikation:IdentifikationObjektType,AllgemeineMetadaten:AllgemeineMetadatenType?,FremdesGeschaeftszeichen:xs:string?,Posteingangsdatum:xs:date?,Postausgangsdatum:xs:date?,DatumDesSchreibens:xs:date?,Bezug:xs:string?,Hier:xs:string?,Bearbeiter:xs:string?,Typ:xs:string?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType*,Verweis:VerweisType*,Anlage:AnlageDokumentType*,Autor:KontaktType*,Leser:KontaktType*,WeitererKontakt:KontaktType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?),(Version:VersionType*))
ErfolgOderMisserfolgAussonderungType (xdomeaUUID:bn:UUID,ErfolgOderMisserfolg:ErfolgOderMisserfolgImportType,Archivkennung:xs:string?)
ErfolgOderMisserfolgBewertungskatalogType (xdomeaUUID:bn:UUID,ErfolgOderMisserfolg:ErfolgOderMisserfolgImportType)
ErfolgOderMisserfolgImportType (Erfolgreich:xs:boolean,Fehlermeldung:xs:string*,FehlermeldungCode:SonstigeFehlermeldungCodeType*)
FeldType (Name:xs:string,Beschreibung:xs:string?,Datentyp:DatentypCodeType?,Wert:xs:string?)
FeldgruppeType (Name:xs:string,Beschreibung:xs:string,Unterfeldgruppe:FeldgruppeType*,Feld:FeldType*)
FormatType (Name:DateiformatCodeType,SonstigerName:xs:string?,Version:xs:string,Primaerdokument:PrimaerdokumentType)
GeburtType (Datum:xs:date)
GeheimhaltungType (Geheimhaltungsgrad:GeheimhaltungsgradCodeType,Einstufungsfrist:xs:gYear?,EingestuftAm:xs:date?,Herausgeber:xs:string?,EinstufungEndetAm:xs:date?,Bemerkung:xs:string?)
GeheimhaltungsgradCodeType [listURI!;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
GeschaeftsgangType (Identifikation:IdentifikationObjektType,Beteiligungsschritt:BeteiligungsschrittType+)
HashType (Wert:xs:string,Algorithmus:KryptographischeAlgorithmenCodeType?,SonstigerAlgorithmus:xs:string?)
HistorienProtokollInformationType (MetadatumName:xs:string?,MetadatumAlterWert:xs:string?,MetadatumNeuerWert:xs:string?,Akteur:xs:string,DatumUhrzeit:xs:dateTime,Bemerkung:xs:string?,Aktion:xs:string)
Identifikation.NachrichtType (~nachrichtenUUID:bn:UUID,~nachrichtentyp:NachrichtentypCodeType,~erstellungszeitpunkt:xs:dateTime)
IdentifikationObjektType (xdomeaUUID:bn:UUID,NummerImUebergeordnetenContainer:xs:unsignedInt?)
KommunikationType ((~kanal:bn:Code.Kommunikation.KanalType,~kennung:din:datatypeC,~zusatz:din:datatypeC?),(IstDienstlich:xs:boolean?,IstInstitution:xs:boolean?))
KontaktType (Behoerdenkennung:BehoerdeType?,NameInstitution:NameOrganisationType?,NameOrganisationseinheit:OrganisationseinheitType?,NameAnsprechpartner:NameNatuerlichePersonType?,Taetigkeit:xs:string?,Zustaendigkeit:xs:string?,Anschrift:AnschriftType*,erreichbarkeit:KommunikationType*,Rolle:xs:string?,RolleCode:RolleCodeType?,UnstrukturierteAnschrift:UnstrukturierteAnschriftType*,Geburt:GeburtType?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
KryptographischeAlgorithmenCodeType [listURI=urn:xoev-de:kosit:codeliste:xta.serviceprofile.kryptographische-algorithmen;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
MediumCodeType [listURI=urn:xoev-de:xdomea:codeliste:medium;listVersionID=1.0](~code:MediumCodeType.code,~name:xs:normalizedString?)
MediumCodeType.code <xs:token =001|002|003
NachrichtenkopfType (identifikation.nachricht:Identifikation.NachrichtType,leser:KontaktType,autor:KontaktType,ProzessID:bn:UUID,InstanzID:xs:string?,Hinweis:xs:string?,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
NachrichtentypCodeType [listURI=urn:xoev-de:xdomea:codeliste:nachrichtentyp;listVersionID=3.0](~code:NachrichtentypCodeType.code,~name:xs:normalizedString?)
NachrichtentypCodeType.code <xs:token =0101|0102|0201|0202|0203|0301|0302|0401|0402|0403|0501|0502|0503|0504|0505|0506|0507|0511|0512|0513|0514|0515|0601|0602|0603|0604|0605|0606|0607|0608|0609|0610|0611|0612|0613|0614|0615|0616|0617|0618|0619|0620|0621|0622|0623|0624|0625|0626|0627|0628|0629|0630|0631|0632|0701|0702|0703|0711|0712|0713|0721|0722|0723|0724
NameNatuerlichePersonType (Anrede:xs:string?,Titel:xs:string?,Familienname:AllgemeinerNameType?,Vorname:AllgemeinerNameType?)
NameOrganisationType (Name:xs:string?,Kurzbezeichnung:xs:string?)
OrganisationseinheitType (Name:xs:string)
PfadelementType (Name:xs:string,Typ:StrukturelementTypCodeType,Pfadelement:PfadelementType?)
PrimaerdokumentType (Dateiname:stringDateinameType,DateinameOriginal:xs:string?,Ersteller:xs:string?,DatumUhrzeit:xs:dateTime?,SignaturSiegel:SignaturSiegelType?,ZeitpunktLetzteAenderung:xs:dateTime?,Hash:HashType?)
RolleCodeType [listURI!;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
RueckgabeparameterAnbietungType (xdomeaUUID:bn:UUID,Aussonderungsart:AussonderungsartType)
SchriftgutobjekttypCodeType [listURI=urn:xoev-de:xdomea:codeliste:schriftgutobjekttyp;listVersionID=1.0](~code:SchriftgutobjekttypCodeType.code,~name:xs:normalizedString?)
SchriftgutobjekttypCodeType.code <xs:token =001|002|003
SignaturSiegelType (SignaturSiegelEingebettet:xs:boolean"1"|SignaturSiegelDatei:stringDateinameType+)
SonstigeFehlermeldungCodeType [listURI!;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
StaatCodeType [listURI=urn:xoev-de:kosit:codeliste:country-codes;listVersionID!](~code:xs:token,~name:xs:normalizedString?)
StaatType (Staat:StaatCodeType)
StrukturelementTypCodeType [listURI=urn:xoev-de:xdomea:codeliste:strukturelementtyp;listVersionID=1.0](~code:StrukturelementTypCodeType.code,~name:xs:normalizedString?)
StrukturelementTypCodeType.code <xs:token =001|002|003|004|005
StrukturpfadType (Pfadelement:PfadelementType)
UnstrukturierteAnschriftType (Typ:AnschriftstypCodeType?,Zeile1:xs:string?,Zeile2:xs:string?,Zeile3:xs:string?,Zeile4:xs:string?,Zeile5:xs:string?,Zeile6:xs:string?,Zusatz:xs:string?)
VerfuegungType (Ersteller:KontaktType,Adressat:KontaktType,Erstellungsdatum:xs:date,Erstellungsuhrzeit:xs:time?,Verfuegung:xs:string?,TerminDatum:xs:date?,TerminUhrzeit:xs:time?,Notiz:xs:string?)
VersionType (Nummer:xs:string,Format:FormatType+)
VerweisType (xdomeaUUID:bn:UUID?,SGOTyp:SchriftgutobjekttypCodeType?,SGOKennzeichen:xs:string?,Bemerkung:xs:string?)
VorgangAussonderungType (Identifikation:IdentifikationObjektType,Kontextobjekt:xs:boolean,AllgemeineMetadaten:AllgemeineMetadatenType?,Aussonderungsmetadaten:AussonderungsmetadatenType?,Aktenbetreff:xs:string?,Typ:xs:string?,ZdA:xs:boolean?,ZdADatum:xs:date?,Laufzeit:ZeitraumType?,HistorienProtokollInformation:HistorienProtokollInformationType*,InternerGeschaeftsgang:GeschaeftsgangType*,DokumentOderDokumentMitSchriftstueck:DokumentOderDokumentMitSchriftstueckType*,Verweis:VerweisType*,Kontakt:KontaktType*,Teilvorgang:VorgangAussonderungType*,AnwendungsspezifischeErweiterung:AnwendungsspezifischeErweiterungType*,AnwendungsspezifischeErweiterungXML:AnwendungsspezifischeErweiterungXMLType?)
ZeitraumType (Beginn:xs:date?,Ende:xs:date?)
bn:Code.Kommunikation.KanalType [listURI=urn:de:xoev:codeliste:erreichbarkeit;listVersionID!](~code:xs:token)
bn:Code.VerzeichnisdienstType [listURI=urn:xoev-de:kosit:codeliste:verzeichnisdienst;listVersionID!](~code:xs:token)
bn:UUID <xs:normalizedString /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/
din:datatypeC <xs:string
stringDateinameType <xs:string /[0-9|A-F|a-f]{8}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{4}-[0-9|A-F|a-f]{12}[_]?.*[\\.]?.*/`;
