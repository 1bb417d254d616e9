// SPDX-License-Identifier: EUPL-1.2
// Answers against what they answer. Nothing here decides: each function lists what does not match.
import { type Contained, objectsOf } from '../model/contents.ts';
import type { Nachricht, Rueckmeldung } from '../model/model.ts';

export type DiscrepancyKind =
  | 'other-process'
  | 'other-message'
  | 'other-number'
  | 'other-type'
  | 'unknown-object'
  | 'object-doubled'
  | 'without-appraisal'
  | 'not-decided'
  | 'without-confirmation'
  | 'not-taken-over'
  | 'without-archive-sign'
  | 'missing-in-transfer'
  | 'surplus-in-transfer';

/** One thing that does not match. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  /** Identifier of the object, or of the process or message; empty if there is none. */
  readonly uuid: string;
  /** Reference of the object (Kennzeichen), if it is known. */
  readonly sign: string;
  readonly detail: string;
}

/** Which numbers answer which. */
const answers: Readonly<Record<string, readonly string[]>> = {
  '0101': ['0102'],
  '0201': ['0202', '0203'],
  '0301': ['0302'],
  '0401': ['0402', '0403'],
  '0501': ['0502', '0504'],
  '0502': ['0505'],
  '0503': ['0506', '0507'],
  '0511': ['0512', '0513'],
  '0513': ['0514', '0515'],
};

const key = (uuid: string | undefined): string => (uuid ?? '').toLowerCase();
const signOf = (contained: Contained | undefined): string => contained?.object.AllgemeineMetadaten?.Kennzeichen ?? '';
const note = (kind: DiscrepancyKind, uuid: string, sign = '', detail = ''): Discrepancy => ({ kind, uuid, sign, detail });

/** Whether an answer belongs to a message: process, number, original message, package number. */
export function compareHeads(sent: Nachricht, answer: Nachricht): Discrepancy[] {
  const found: Discrepancy[] = [];
  const expected = answers[sent.typ] ?? [];
  if (!expected.includes(answer.typ)) found.push(note('other-type', '', '', `${sent.typ} ← ${answer.typ}`));
  if (key(sent.ProzessID) !== key(answer.ProzessID)) found.push(note('other-process', answer.ProzessID));
  const origin = answer.UUIDUrsprungsnachricht;
  if (origin !== undefined && sent.nachrichtenUUID !== undefined && key(origin) !== key(sent.nachrichtenUUID)) {
    found.push(note('other-message', origin));
  }
  const [own, given] = [sent.LfdNrNachrichtProTyp, answer.LfdNrNachrichtProTyp];
  if (own !== undefined && given !== undefined && own !== given) found.push(note('other-number', '', '', `${own} / ${given}`));
  return found;
}

function byUuid(message: Nachricht): Map<string, Contained> {
  return new Map(objectsOf(message).map((each) => [key(each.object.xdomeaUUID), each]));
}

function answered(
  list: readonly Rueckmeldung[],
  known: ReadonlyMap<string, Contained>,
  found: Discrepancy[],
): Map<string, Rueckmeldung> {
  const byKey = new Map<string, Rueckmeldung>();
  for (const each of list) {
    const id = key(each.xdomeaUUID);
    const contained = known.get(id);
    if (contained === undefined) found.push(note('unknown-object', each.xdomeaUUID));
    if (byKey.has(id)) found.push(note('object-doubled', each.xdomeaUUID, signOf(contained)));
    else byKey.set(id, each);
  }
  return byKey;
}

const kindOf = (each: Rueckmeldung | undefined): string | undefined =>
  each?.Aussonderungsart?.code ?? each?.AussonderungsartKonfigurierbar;

/** The appraisal that holds for an object: its own or that of the nearest object around it. */
function appraisalFor(contained: Contained | undefined, given: ReadonlyMap<string, Rueckmeldung>): string | undefined {
  for (let each = contained; each !== undefined; each = each.parent) {
    const kind = kindOf(given.get(key(each.object.xdomeaUUID)));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const isContext = (contained: Contained): boolean =>
  'Kontextobjekt' in contained.object && contained.object.Kontextobjekt === true;

/** 0502 against 0501: objects nobody offered, offered files and cases without appraisal (own or inherited), appraisals that decide nothing. */
export function compareAppraisal(offer: Nachricht, appraisal: Nachricht): Discrepancy[] {
  const found = compareHeads(offer, appraisal);
  const known = byUuid(offer);
  const given = answered(appraisal.BewertetesSGO ?? [], known, found);
  const appraised = [...known.values()].filter((each) => kindOf(given.get(key(each.object.xdomeaUUID))) !== undefined);
  const around = new Set(appraised.map((each) => each.parent));
  for (const contained of known.values()) {
    if (isContext(contained) || (contained.kind === 'Dokument' && contained.parent !== undefined)) continue;
    const { xdomeaUUID } = contained.object;
    const kind = appraisalFor(contained, given);
    if (kind === undefined && !around.has(contained)) found.push(note('without-appraisal', xdomeaUUID, signOf(contained)));
    else if (kind === 'B') found.push(note('not-decided', xdomeaUUID, signOf(contained), kind));
  }
  return found;
}

/** 0503 against 0502: what was appraised for the archive and is missing, what is there without that appraisal. */
export function compareTransfer(appraisal: Nachricht, transfers: readonly Nachricht[]): Discrepancy[] {
  const found = transfers
    .filter((each) => key(each.ProzessID) !== key(appraisal.ProzessID))
    .map((each) => note('other-process', each.ProzessID));
  const given = new Map((appraisal.BewertetesSGO ?? []).map((each) => [key(each.xdomeaUUID), each]));
  const present = new Map(transfers.flatMap((each) => [...byUuid(each)]));
  for (const [id, each] of given) {
    if (kindOf(each) === 'A' && !present.has(id)) found.push(note('missing-in-transfer', each.xdomeaUUID));
  }
  const around = new Set([...present.values()].filter((each) => appraisalFor(each, given) === 'A').map((each) => each.parent));
  for (const contained of present.values()) {
    if (contained.kind === 'Dokument' || isContext(contained)) continue;
    const kind = appraisalFor(contained, given);
    const shell = kind === undefined && around.has(contained);
    if (kind !== 'A' && !shell)
      found.push(note('surplus-in-transfer', contained.object.xdomeaUUID, signOf(contained), kind ?? ''));
  }
  return found;
}

/** What a confirmation says of each object: failures with their reason, missing archive references. */
function outcomes(sent: Nachricht, given: readonly Rueckmeldung[], known: ReadonlyMap<string, Contained>): Discrepancy[] {
  return given.flatMap((each) => {
    const sign = signOf(known.get(key(each.xdomeaUUID)));
    if (each.Erfolgreich === false) return [note('not-taken-over', each.xdomeaUUID, sign, (each.Fehlermeldung ?? []).join('; '))];
    const wanted = sent.RueckmeldungArchivkennung === true && each.Archivkennung === undefined;
    return wanted ? [note('without-archive-sign', each.xdomeaUUID, sign)] : [];
  });
}

/** 0506 against 0503 (or 0402 against 0401): objects without confirmation, unknown ones, failures with their reason, missing archive references. */
export function compareImport(sent: Nachricht, confirmation: Nachricht): Discrepancy[] {
  const found = compareHeads(sent, confirmation);
  const known = byUuid(sent);
  const list = confirmation.AusgesondertesSGO ?? confirmation.AbgegebenesObjekt ?? [];
  const given = answered(list, known, found);
  const refused = confirmation.Erfolgreich === false;
  if (refused) found.push(note('not-taken-over', confirmation.ProzessID, '', (confirmation.Fehlermeldung ?? []).join('; ')));
  found.push(...outcomes(sent, [...given.values()], known));
  // Before 3.0, and where 4.0 confirms the whole, single objects need not be named.
  if (sent.version < '3' || refused || (confirmation.Erfolgreich === true && list.length === 0)) return found;
  const around = new Set([...given.keys()].map((id) => known.get(id)?.parent));
  for (const contained of known.values()) {
    if (contained.parent !== undefined || isContext(contained)) continue;
    const covered = given.has(key(contained.object.xdomeaUUID)) || around.has(contained);
    if (!covered) found.push(note('without-confirmation', contained.object.xdomeaUUID, signOf(contained)));
  }
  return found;
}
