// SPDX-License-Identifier: EUPL-1.2
import type { Akte, Dokument, Nachricht, Schriftgutobjekt, Vorgang } from './model.ts';

/** A records object inside a message with the one around it. */
export interface Contained {
  readonly kind: 'Akte' | 'Vorgang' | 'Dokument';
  readonly object: Akte | Vorgang | Dokument;
  readonly parent: Contained | undefined;
}

function fromDocument(object: Dokument, parent: Contained | undefined): Contained[] {
  const own: Contained = { kind: 'Dokument', object, parent };
  return [own, ...[...(object.Schriftstueck ?? []), ...(object.Anlage ?? [])].flatMap((each) => fromDocument(each, own))];
}

function fromCase(object: Vorgang, parent: Contained | undefined): Contained[] {
  const own: Contained = { kind: 'Vorgang', object, parent };
  return [
    own,
    ...(object.Dokument ?? []).flatMap((each) => fromDocument(each, own)),
    ...(object.Teilvorgang ?? []).flatMap((each) => fromCase(each, own)),
  ];
}

function fromFile(object: Akte, parent: Contained | undefined): Contained[] {
  const own: Contained = { kind: 'Akte', object, parent };
  return [
    own,
    ...(object.Dokument ?? []).flatMap((each) => fromDocument(each, own)),
    ...(object.Vorgang ?? []).flatMap((each) => fromCase(each, own)),
    ...(object.Teilakte ?? []).flatMap((each) => fromFile(each, own)),
  ];
}

/** All objects in one top object, itself first. */
export function contentsOf(object: Schriftgutobjekt): Contained[] {
  return [
    ...(object.Akte === undefined ? [] : fromFile(object.Akte, undefined)),
    ...(object.Vorgang === undefined ? [] : fromCase(object.Vorgang, undefined)),
    ...(object.Dokument === undefined ? [] : fromDocument(object.Dokument, undefined)),
  ];
}

/** All documents in one top object, pieces and annexes included. */
export function documentsOf(object: Schriftgutobjekt): Dokument[] {
  return contentsOf(object).flatMap((each) => (each.kind === 'Dokument' ? [each.object as Dokument] : []));
}

/** All objects of a message. */
export function objectsOf(message: Nachricht): Contained[] {
  return (message.Schriftgutobjekt ?? []).flatMap(contentsOf);
}
