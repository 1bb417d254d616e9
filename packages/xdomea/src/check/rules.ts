// SPDX-License-Identifier: EUPL-1.2
// Rules beyond the schema: what a valid message may still have wrong.
import type { Opened } from '../open.ts';
import { childOf, type XmlNode } from '../xml/node.ts';
import type { Findings, Trail } from './finding.ts';
import { below, textAt, trueAt, uuidOf, type Walk } from './walk.ts';

const objects: ReadonlySet<string> = new Set([
  'Akte',
  'Teilakte',
  'Vorgang',
  'Teilvorgang',
  'Dokument',
  'DokumentMitSchriftstueck',
]);
const transfers: ReadonlySet<string> = new Set(['0401', '0503']);

function checkIdentity(walk: Walk, trail: Trail): void {
  const uuid = uuidOf(trail.node);
  if (uuid === undefined || uuid === '') return;
  if (walk.uuids.has(uuid)) walk.findings.add('uuid-doubled', trail, { observed: uuid });
  walk.uuids.add(uuid);
}

/** Positions must be given for all objects of a container or for none, each once. */
function checkPositions(walk: Walk, trail: Trail): void {
  const inner = (child: XmlNode) => (child.name.startsWith('DokumentOder') ? (child.children[0] ?? child) : child);
  const seen = new Map<string, number>();
  let without = 0;
  for (const child of trail.node.children) {
    if (!objects.has(child.name) && !child.name.startsWith('DokumentOder')) continue;
    const position = textAt(inner(child), 'Identifikation/NummerImUebergeordnetenContainer');
    if (position === undefined) without += 1;
    else seen.set(position, (seen.get(position) ?? 0) + 1);
  }
  for (const [position, count] of seen) if (count > 1) walk.findings.add('position-doubled', trail, { observed: position });
  if (seen.size > 0 && without > 0) walk.findings.add('position-partly', trail, { observed: String(without), level: 'warning' });
}

function checkPeriod(walk: Walk, trail: Trail): void {
  const [from, to] = [textAt(trail.node, 'Beginn'), textAt(trail.node, 'Ende')];
  if (from && to && from.slice(0, 10) > to.slice(0, 10))
    walk.findings.add('period-reversed', trail, { observed: `${from} – ${to}` });
}

function checkRetention(walk: Walk, trail: Trail, context: boolean): void {
  const meta = below(trail, 'Aussonderungsmetadaten') ?? below(trail, 'ArchivspezifischeMetadaten');
  if (meta === undefined || context) return;
  const end = textAt(meta.node, 'Aufbewahrungsende') ?? '';
  const closed = textAt(trail.node, 'Laufzeit/Ende') ?? '';
  if (end !== '' && closed !== '' && end.slice(0, 4) < closed.slice(0, 4)) {
    walk.findings.add('retention-before-closing', meta, { observed: `${end} < ${closed}`, level: 'warning' });
  }
  if (['0501', '0503'].includes(walk.typ) && end !== '' && end > walk.day.slice(0, end.length)) {
    walk.findings.add('retention-not-over', meta, { observed: end, expected: `≤ ${walk.day}`, level: 'warning' });
  }
  const kind = textAt(meta.node, 'Aussonderungsart/Aussonderungsart/code') ?? textAt(meta.node, 'Aussonderungsart/code');
  if (walk.typ === '0503' && kind !== undefined && kind !== 'A') {
    walk.findings.add('not-appraised-for-archive', meta, {
      observed: kind,
      expected: 'A',
      level: kind === 'V' ? 'error' : 'warning',
    });
  }
}

function checkContainer(walk: Walk, trail: Trail): void {
  const { node } = trail;
  const context = trueAt(node, 'Kontextobjekt');
  checkRetention(walk, trail, context);
  if (trueAt(node, 'ZdA') && walk.version >= '3' && childOf(node, 'ZdADatum') === undefined) {
    walk.findings.add('filed-without-date', trail, { level: 'warning' });
  }
}

function checkDocument(walk: Walk, trail: Trail): void {
  const { node } = trail;
  if (!transfers.has(walk.typ) || node.children.some((child) => child.name === 'Version' || child.name === 'Schriftstueck'))
    return;
  const onPaper = textAt(node, 'AllgemeineMetadaten/Medium/code') === '003';
  if (!onPaper) walk.findings.add('document-without-file', trail, { level: 'warning' });
}

function checkFile(walk: Walk, trail: Trail): void {
  const name = textAt(trail.node, 'Dateiname') ?? '';
  const key = name.toLowerCase();
  if (walk.files.has(key)) walk.findings.add('file-doubled', trail, { observed: name });
  else walk.files.set(key, trail);
  const hash = textAt(trail.node, 'Hash/Wert') ?? '';
  if (walk.version === '4.0.0' && walk.typ === '0503' && hash === '')
    walk.findings.add('hash-missing', trail, { level: 'warning' });
}

function checkSteps(walk: Walk, trail: Trail): void {
  const steps = trail.node.children.filter((child) => child.name === 'Beteiligungsschritt');
  const numbers = new Set(steps.map((step) => textAt(step, 'Nummer')));
  for (const node of steps) {
    for (const child of node.children) {
      if (child.name !== 'ParallelZuBeteiligungsschritt' || numbers.has(child.text.trim())) continue;
      walk.findings.add('step-refers-nowhere', { node, parent: trail }, { observed: child.text });
    }
  }
}

function checkPlan(walk: Walk, trail: Trail): void {
  const seen = new Set<string>();
  const visit = (unit: Trail): void => {
    for (const node of unit.node.children) {
      if (node.name !== 'Einheit') continue;
      const own: Trail = { node, parent: unit };
      const code = textAt(node, 'Kennzeichen');
      if (code !== undefined && seen.has(code)) walk.findings.add('plan-code-doubled', own, { observed: code });
      if (code !== undefined) seen.add(code);
      visit(own);
    }
  };
  visit(trail);
}

function checkOutcome(walk: Walk, trail: Trail): void {
  const failed = ['0', 'false'].includes(textAt(trail.node, 'Erfolgreich') ?? '');
  const reason = trail.node.children.some((child) => child.name.startsWith('Fehlermeldung'));
  if (failed && !reason) walk.findings.add('failure-without-reason', trail, { level: 'warning' });
}

const byName: Readonly<Record<string, (walk: Walk, trail: Trail) => void>> = {
  Laufzeit: checkPeriod,
  Gueltigkeit: checkPeriod,
  Primaerdokument: checkFile,
  InternerGeschaeftsgang: checkSteps,
  ExternerGeschaeftsgang: checkSteps,
  GeaenderterGeschaeftsgang: checkSteps,
};

function visit(walk: Walk, trail: Trail): void {
  const { node } = trail;
  // Plans have elements of the same names with another meaning, heads have no objects.
  if (node.name === 'Aktenplan') checkPlan(walk, trail);
  if (objects.has(node.name) && childOf(node, 'Identifikation') !== undefined) {
    checkIdentity(walk, trail);
    if (node.name.startsWith('Dokument')) checkDocument(walk, trail);
    else checkContainer(walk, trail);
  }
  if (Object.hasOwn(byName, node.name)) byName[node.name]?.(walk, trail);
  if (childOf(node, 'Erfolgreich') !== undefined) checkOutcome(walk, trail);
  if (node.name === 'Akteninhalt' || node.name.endsWith('organg')) checkPositions(walk, trail);
  for (const child of node.children) if (child.children.length > 0) visit(walk, { node: child, parent: trail });
}

function checkHead(walk: Walk, trail: Trail): void {
  const { node } = trail;
  const typ =
    textAt(node, 'nachrichtenkopf/identifikation.nachricht/nachrichtentyp/code') ?? textAt(node, 'Kopf/Nachrichtentyp/code');
  // Before 4.0 the list of message types has no 0203.
  const without0203 = walk.typ === '0203' && walk.version !== '4.0.0';
  if (typ !== undefined && typ !== walk.typ && !without0203) {
    const head = below(trail, 'nachrichtenkopf') ?? below(trail, 'Kopf') ?? trail;
    walk.findings.add('type-differs-from-root', head, { observed: typ, expected: walk.typ });
  }
  const number = Number(textAt(node, 'LfdNrNachrichtProTyp') ?? '1');
  const total = Number(textAt(node, 'GesamtanzahlNachrichtenProTyp') ?? '1');
  if (number < 1 || number > total) walk.findings.add('package-number', trail, { observed: `${number} / ${total}` });
}

function onlyContext(root: XmlNode): boolean {
  let found = false;
  const search = (element: XmlNode): boolean => {
    const flag = childOf(element, 'Kontextobjekt');
    if (flag !== undefined) found = true;
    if (flag !== undefined && !['1', 'true'].includes(flag.text.trim())) return true;
    return element.children.some((child) => child.children.length > 0 && search(child));
  };
  return !search(root) && found;
}

/** Applies the rules beyond the schema; gives the files that the message names (in small letters) with their places. */
export function checkContent(opened: Opened, findings: Findings): ReadonlyMap<string, Trail> {
  const { root, typ, version } = opened;
  const created =
    textAt(root, 'nachrichtenkopf/identifikation.nachricht/erstellungszeitpunkt') ?? textAt(root, 'Kopf/Erstellungszeitpunkt');
  const walk: Walk = { typ, version, day: (created ?? '9999-12-31').slice(0, 10), findings, uuids: new Set(), files: new Map() };
  const trail: Trail = { node: root, parent: undefined };
  checkHead(walk, trail);
  visit(walk, trail);
  if (typ === '0503' && onlyContext(root)) findings.add('nothing-but-context', trail);
  return walk.files;
}
