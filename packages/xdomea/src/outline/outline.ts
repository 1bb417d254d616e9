// SPDX-License-Identifier: EUPL-1.2
// Any message as title, facts, tree and list of documents: what a page shows, without a word of HTML.
import type {
  Akte,
  Aussonderung,
  Dokument,
  Geschaeftsgang,
  Kontakt,
  Metadaten,
  Nachricht,
  Planeinheit,
  Rueckmeldung,
  Vorgang,
} from '../model/model.ts';
import type { Language } from '../texts/explain.ts';
import { codeText, label, titleOf, type Word } from './labels.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}
/** A file of a document. */
export interface OutlineDocument {
  readonly uuid: string;
  readonly title: string;
  readonly version: string;
  /** Name in the package. */
  readonly file: string;
  readonly original: string;
  readonly format: string;
  readonly hash: string;
}
export interface OutlineItem {
  readonly kind: 'file' | 'case' | 'document' | 'plan' | 'unit' | 'answer' | 'circulation' | 'step';
  readonly uuid: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly children: readonly OutlineItem[];
  readonly documents: readonly OutlineDocument[];
}
export interface Outline {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly tree: readonly OutlineItem[];
  /** All files of the message in the order of the tree. */
  readonly documents: readonly OutlineDocument[];
}

/** Makes facts, leaving out those without a value. */
function facts(language: Language, ...pairs: readonly (readonly [Word, string | undefined])[]): Fact[] {
  return pairs.flatMap(([word, value]) => (value === undefined || value === '' ? [] : [{ label: label(word, language), value }]));
}

function contact(each: Kontakt | undefined): string {
  const person = [each?.Titel, each?.Vorname, each?.Familienname].filter(Boolean).join(' ');
  return [each?.Institution, each?.Organisationseinheit, person].filter(Boolean).join(', ');
}

function metaFacts(meta: Metadaten | undefined, language: Language): Fact[] {
  const medium = meta?.Medium === undefined ? undefined : codeText('medium', meta.Medium.code, language);
  const secrecy = meta?.Geheimhaltungsgrad?.name ?? meta?.Geheimhaltungsgrad?.code;
  return facts(
    language,
    ['sign', meta?.Kennzeichen],
    ['lead', meta?.Federfuehrung],
    ['medium', medium],
    ['secrecy', secrecy],
    ['hint', meta?.Bemerkung],
  );
}

function retentionText(of: Aussonderung | Planeinheit | undefined, language: Language): string | undefined {
  if (of?.AufbewahrungsdauerUnbefristet === true) return label('forever', language);
  return of?.AufbewahrungsdauerJahre === undefined ? undefined : `${of.AufbewahrungsdauerJahre} ${label('years', language)}`;
}

function appraisalText(of: Aussonderung | Planeinheit | Rueckmeldung | undefined, language: Language): string | undefined {
  const code = of?.Aussonderungsart?.code;
  return code === undefined ? of?.AussonderungsartKonfigurierbar : codeText('appraisal', code, language);
}

function containerFacts(object: Akte | Vorgang, language: Language): Fact[] {
  const { Laufzeit: period, Aussonderungsmetadaten: disposal } = object;
  const proposal = disposal?.Bewertungsvorschlag?.code;
  return [
    ...metaFacts(object.AllgemeineMetadaten, language),
    ...facts(
      language,
      ['context', object.Kontextobjekt === true ? label('yes', language) : undefined],
      ['period', period === undefined ? undefined : `${period.Beginn ?? ''} – ${period.Ende ?? ''}`],
      ['filed', object.ZdADatum],
      ['retention', retentionText(disposal, language)],
      ['until', disposal?.Aufbewahrungsende],
      ['appraisal', appraisalText(disposal, language)],
      ['proposal', proposal === undefined ? undefined : codeText('appraisal', proposal, language)],
    ),
  ];
}

function filesOf(object: Dokument): OutlineDocument[] {
  return (object.Version ?? []).flatMap((version) =>
    (version.Format ?? []).map((format) => ({
      uuid: object.xdomeaUUID,
      title: object.AllgemeineMetadaten?.Betreff ?? '',
      version: version.Nummer,
      file: format.Dateiname,
      original: format.DateinameOriginal ?? '',
      format: format.SonstigerName ?? format.Name?.name ?? format.Name?.code ?? '',
      hash: format.Hashwert ?? '',
    })),
  );
}

function documentItem(object: Dokument, language: Language): OutlineItem {
  const own = facts(
    language,
    ['date', object.DatumDesSchreibens],
    ['received', object.Posteingangsdatum],
    ['sent', object.Postausgangsdatum],
  );
  const inner = [...(object.Schriftstueck ?? []), ...(object.Anlage ?? [])];
  return {
    kind: 'document',
    uuid: object.xdomeaUUID,
    title: object.AllgemeineMetadaten?.Betreff ?? object.xdomeaUUID,
    facts: [...metaFacts(object.AllgemeineMetadaten, language), ...own],
    children: inner.map((each) => documentItem(each, language)),
    documents: filesOf(object),
  };
}

function caseItem(object: Vorgang, language: Language): OutlineItem {
  return {
    kind: 'case',
    uuid: object.xdomeaUUID,
    title: object.AllgemeineMetadaten?.Betreff ?? object.xdomeaUUID,
    facts: containerFacts(object, language),
    children: [
      ...(object.Dokument ?? []).map((each) => documentItem(each, language)),
      ...(object.Teilvorgang ?? []).map((each) => caseItem(each, language)),
      ...(object.InternerGeschaeftsgang ?? []).map((each) => circulationItem(each, language)),
    ],
    documents: [],
  };
}

function fileItem(object: Akte, language: Language): OutlineItem {
  return {
    kind: 'file',
    uuid: object.xdomeaUUID,
    title: object.AllgemeineMetadaten?.Betreff ?? object.xdomeaUUID,
    facts: containerFacts(object, language),
    children: [
      ...(object.Dokument ?? []).map((each) => documentItem(each, language)),
      ...(object.Vorgang ?? []).map((each) => caseItem(each, language)),
      ...(object.Teilakte ?? []).map((each) => fileItem(each, language)),
    ],
    documents: [],
  };
}

function circulationItem(object: Geschaeftsgang, language: Language): OutlineItem {
  const children = (object.Beteiligungsschritt ?? []).map((step): OutlineItem => {
    const { Verfuegung: order, Bearbeitung: done } = step;
    const own = facts(language, ['directive', order?.Verfuegung], ['until', order?.TerminDatum], ['note', done?.Vermerk]);
    const title = `${step.Nummer} · ${codeText('step', step.Status.code, language)} · ${contact(order?.Adressat)}`;
    return { kind: 'step', uuid: '', title, facts: own, children: [], documents: [] };
  });
  return {
    kind: 'circulation',
    uuid: object.xdomeaUUID ?? '',
    title: label('steps', language),
    facts: [],
    children,
    documents: [],
  };
}

function unitItem(unit: Planeinheit, language: Language): OutlineItem {
  return {
    kind: 'unit',
    uuid: unit.xdomeaUUID ?? '',
    title: [unit.Kennzeichen, unit.Inhaltsangabe].filter(Boolean).join(' '),
    facts: facts(language, ['retention', retentionText(unit, language)], ['appraisal', appraisalText(unit, language)]),
    children: (unit.Einheit ?? []).map((each) => unitItem(each, language)),
    documents: [],
  };
}

function answerItem(each: Rueckmeldung, language: Language): OutlineItem {
  const outcome = each.Erfolgreich === undefined ? undefined : label(each.Erfolgreich ? 'taken' : 'refused', language);
  return {
    kind: 'answer',
    uuid: each.xdomeaUUID,
    title: each.xdomeaUUID,
    facts: facts(
      language,
      ['appraisal', appraisalText(each, language)],
      ['outcome', outcome],
      ['archive', each.Archivkennung],
      ['error', each.Fehlermeldung?.join('; ')],
    ),
    children: [],
    documents: [],
  };
}

function treeItems(message: Nachricht, language: Language): OutlineItem[] {
  const answers = [
    message.BewertetesSGO,
    message.AusgesondertesSGO,
    message.AbgegebenesObjekt,
    message.BewerteteAktenplaneinheit,
  ];
  const routes = [message.ExternerGeschaeftsgang, message.GeaenderterGeschaeftsgang].filter((each) => each !== undefined);
  const plan = (message.Aktenplan ?? []).map((each): OutlineItem => {
    const children = (each.Einheit ?? []).map((unit) => unitItem(unit, language));
    return {
      kind: 'plan',
      uuid: each.xdomeaUUID ?? '',
      title: each.Bezeichnung,
      facts: facts(language, ['version', each.Version]),
      children,
      documents: [],
    };
  });
  return [
    ...[...(message.Anschreiben ?? []), ...(message.Hauptobjekt ?? [])].map((each) => documentItem(each, language)),
    ...(message.Schriftgutobjekt ?? []).flatMap((each) => [
      ...(each.Akte === undefined ? [] : [fileItem(each.Akte, language)]),
      ...(each.Vorgang === undefined ? [] : [caseItem(each.Vorgang, language)]),
      ...(each.Dokument === undefined ? [] : [documentItem(each.Dokument, language)]),
    ]),
    ...routes.map((each) => circulationItem(each, language)),
    ...answers.flatMap((list) => (list ?? []).map((each) => answerItem(each, language))),
    ...plan,
  ];
}

const filesIn = (items: readonly OutlineItem[]): OutlineDocument[] =>
  items.flatMap((item) => [...item.documents, ...filesIn(item.children)]);

/** Any message as title, facts, tree and files, in German or English. Values are plain text and must be escaped where they are shown. */
export function outline(message: Nachricht, language: Language = 'de'): Outline {
  const tree = treeItems(message, language);
  const system = [message.Produktname, message.Produktversion].filter(Boolean).join(' ');
  const total = message.GesamtanzahlNachrichtenProTyp;
  return {
    title: `${message.typ} ${titleOf(message.typ, language)}`,
    facts: facts(
      language,
      ['version', `xdomea ${message.version}`],
      ['process', message.ProzessID],
      ['created', message.Erstellungszeitpunkt],
      ['author', contact(message.Autor)],
      ['reader', contact(message.Leser)],
      ['system', system],
      ['part', total === undefined ? undefined : `${message.LfdNrNachrichtProTyp ?? 1} ${label('of', language)} ${total}`],
      ['hint', message.Hinweis],
      ['outcome', message.Erfolgreich === undefined ? undefined : label(message.Erfolgreich ? 'taken' : 'refused', language)],
      ['error', message.Fehlermeldung?.join('; ')],
    ),
    tree,
    documents: filesIn(tree),
  };
}
