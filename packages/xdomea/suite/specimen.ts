// SPDX-License-Identifier: EUPL-1.2
// Messages of every number with invented content: for our tests and for the comparison with the public schemas.
import type {
  Akte,
  Aktenplan,
  Dokument,
  Geschaeftsgang,
  Kontakt,
  Nachricht,
  Planeinheit,
  Rueckmeldung,
  Vorgang,
} from '../src/model/model.ts';
import type { Version } from '../src/table/versions.ts';

/** The n-th of a row of UUIDs that are always the same. */
export function uuid(n: number): string {
  const hex = n.toString(16).padStart(12, '0');
  return `5f0e1d2c-3b4a-4c5d-8e6f-${hex}`;
}

const town: Kontakt = {
  Institution: 'Stadt Musterstadt',
  Organisationseinheit: 'Bauordnungsamt',
  Vorname: 'Ayşe',
  Familienname: 'Öztürk',
};
const archive: Kontakt = {
  Institution: 'Kreisarchiv Musterland',
  Anschrift: [{ Strasse: 'Am Markt', Hausnummer: '1', Ort: 'Musterstadt' }],
};

/** A document with one file. */
export function specimenDocument(n: number): Dokument {
  const file = `${uuid(n + 1)}_Bescheid_${n}.pdf`;
  return {
    xdomeaUUID: uuid(n),
    AllgemeineMetadaten: { Betreff: `Bescheid & Anlage <${n}>`, Kennzeichen: `63-12/2020#${n}`, Medium: { code: '001' } },
    FremdesGeschaeftszeichen: 'Ihr Zeichen 7',
    Posteingangsdatum: '2019-03-01',
    DatumDesSchreibens: '2019-02-27',
    HistorienProtokollInformation: [{ Akteur: 'Bauordnungsamt', DatumUhrzeit: '2019-03-01T08:00:00Z', Aktion: 'erfasst' }],
    Version: [
      {
        Nummer: '1',
        Format: [
          {
            Name: { code: '018' },
            Version: '1.4',
            Dateiname: file,
            DateinameOriginal: `Bescheid ${n}.pdf`,
            Hashwert: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
            Hashalgorithmus: { code: 'SHA-256' },
          },
        ],
      },
    ],
  };
}

const route = (n: number): Geschaeftsgang => ({
  xdomeaUUID: uuid(n),
  Beteiligungsschritt: [
    {
      Nummer: '1',
      Status: { code: '003' },
      Verfuegung: {
        Ersteller: town,
        Adressat: town,
        Erstellungsdatum: '2019-03-02',
        Erstellungsuhrzeit: '08:00:00',
        Verfuegung: 'z.K.',
      },
      Bearbeitung: { Bearbeiter: town, Datum: '2019-03-03', Uhrzeit: '09:00:00', Vermerk: 'gesehen' },
    },
    {
      Nummer: '2',
      Status: { code: '001' },
      Verfuegung: { Ersteller: town, Adressat: archive, Erstellungsdatum: '2019-03-02', Erstellungsuhrzeit: '08:00:00' },
    },
  ],
});

/** A case with some documents. */
export function specimenCase(n: number, documents: number): Vorgang {
  return {
    xdomeaUUID: uuid(n),
    Kontextobjekt: false,
    AllgemeineMetadaten: {
      Betreff: `Bauantrag ${n}`,
      Kennzeichen: `63-12/2020-${n}`,
      Federfuehrung: 'Bauordnungsamt',
      Geheimhaltungsgrad: { code: '003' },
    },
    Aussonderungsmetadaten: { AufbewahrungsdauerJahre: 5, Aussonderungsart: { code: 'A' }, Aufbewahrungsende: '2024-12-31' },
    ZdA: true,
    ZdADatum: '2019-11-30',
    Laufzeit: { Beginn: '2019-03-01', Ende: '2019-11-30' },
    Dokument: Array.from({ length: documents }, (_each, index) => specimenDocument(n + 1 + index * 2)),
  };
}

/** A file with cases. */
export function specimenFile(n: number, cases: number, documents: number): Akte {
  return {
    xdomeaUUID: uuid(n),
    Kontextobjekt: false,
    AllgemeineMetadaten: {
      Betreff: 'Bauakten Lindenstraße',
      Kennzeichen: `63-12/${n}`,
      Aktenplaneinheit: { Kennzeichen: '63-12', Inhaltsangabe: 'Bauanträge' },
    },
    Laufzeit: { Beginn: '2019-01-01', Ende: '2019-12-31' },
    ZdA: true,
    ZdADatum: '2019-12-31',
    Verweis: [{ SGOTyp: { code: '001' }, SGOKennzeichen: '63-11/7' }],
    Kontakt: [town],
    Vorgang: Array.from({ length: cases }, (_each, index) => specimenCase(n + 1 + index * (documents * 2 + 1), documents)),
  };
}

function plan(): Aktenplan {
  const unit = (n: number, Kennzeichen: string, Einheit?: Planeinheit[]): Planeinheit => ({
    xdomeaUUID: uuid(n),
    Kennzeichen,
    Inhaltsangabe: `Aufgabe ${Kennzeichen}`,
    Aussonderungsart: { code: 'B' },
    Stillgelegt: false,
    AufbewahrungsdauerJahre: 10,
    ...(Einheit === undefined ? {} : { Einheit }),
  });
  return {
    xdomeaUUID: uuid(900),
    Bezeichnung: 'Aktenplan Musterstadt',
    Version: '2019',
    Einheit: [unit(901, '6', [unit(902, '63')])],
  };
}

const taken: Rueckmeldung[] = [
  { xdomeaUUID: uuid(100), Erfolgreich: true, Archivkennung: 'KA 63/12' },
  { xdomeaUUID: uuid(101), Erfolgreich: false, Fehlermeldung: ['Datei nicht lesbar'] },
];
const appraised: Rueckmeldung[] = [{ xdomeaUUID: uuid(100), Aussonderungsart: { code: 'A' } }];

function content(typ: string, version: Version): Partial<Nachricht> {
  const objects = { Schriftgutobjekt: [{ Akte: specimenFile(100, 2, 2) }, { Vorgang: specimenCase(300, 1) }] };
  const whole = version < '3' || version === '4.0.0';
  const cases: Readonly<Record<string, Partial<Nachricht>>> = {
    '0101': { ...objects, Anschreiben: [specimenDocument(500)] },
    '0201': {
      Hauptobjekt: [specimenDocument(500)],
      ExternerGeschaeftsgang: route(600),
      Schriftgutobjekt: objects.Schriftgutobjekt,
    },
    '0203': { GeaenderterGeschaeftsgang: route(600), GeaenderterBeteiligungsschritt: [{ Nummer: '2', Neu: true }] },
    '0301': { Aktenplan: [plan()] },
    '0401': { ...objects, Aktenplan: [plan()] },
    '0402': version < '3' ? { Erfolgreich: false, Fehlermeldung: ['Datei fehlt'] } : { AbgegebenesObjekt: taken },
    '0501': objects,
    '0502': { BewertetesSGO: appraised },
    '0503': objects,
    '0506': { ...(whole ? { Erfolgreich: true } : {}), AusgesondertesSGO: version < '3' ? taken.slice(0, 1) : taken },
    '0511': { Aktenplan: [plan()] },
    '0513': { BewerteteAktenplaneinheit: [{ xdomeaUUID: uuid(901), Aussonderungsart: { code: 'V' } }] },
    '0514': {
      ...(version === '4.0.0' ? { Erfolgreich: true } : {}),
      BewerteteAktenplaneinheit: [{ xdomeaUUID: uuid(901), Erfolgreich: true }],
    },
  };
  return cases[typ] ?? {};
}

const answering: ReadonlySet<string> = new Set(['0502', '0504', '0505', '0506', '0507', '0512', '0513', '0514', '0515']);

/** A message of that number with usual content. */
export function specimen(version: Version, typ: string): Nachricht {
  return {
    version,
    typ,
    ...(version === '4.0.0' ? { nachrichtenUUID: uuid(2), Produkthersteller: 'Musterstadt' } : {}),
    ...(version === '4.0.0' && answering.has(typ) ? { UUIDUrsprungsnachricht: uuid(3) } : {}),
    ProzessID: uuid(1),
    Erstellungszeitpunkt: '2026-01-15T10:00:00Z',
    Produktname: 'Muster-E-Akte',
    Produktversion: '1.0',
    Autor: town,
    Leser: archive,
    ...content(typ, version),
  };
}
