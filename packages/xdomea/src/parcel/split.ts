// SPDX-License-Identifier: EUPL-1.2
import { documentsOf } from '../model/contents.ts';
import type { Nachricht, Schriftgutobjekt } from '../model/model.ts';

/** When a new package begins. */
export interface SplitLimits {
  /** Bytes of the files of one package. */
  readonly bytes: number;
  /** Documents of one package. */
  readonly documents: number;
  /** Size of a file by the name it has in the message. */
  sizeOf(file: string): number;
  /** A new UUID for each message. */
  uuid(): string;
}

/** The messages, and the objects that alone are larger than a package may be (each stands in a message of its own). */
export interface Split {
  readonly messages: readonly Nachricht[];
  readonly oversized: readonly string[];
}

function weigh(object: Schriftgutobjekt, limits: SplitLimits): { bytes: number; documents: number } {
  const documents = documentsOf(object);
  const files = documents.flatMap((each) =>
    (each.Version ?? []).flatMap((version) => version.Format?.map((format) => format.Dateiname) ?? []),
  );
  return { documents: documents.length, bytes: files.reduce((sum, file) => sum + limits.sizeOf(file), 0) };
}

/** Splits a message with many objects into several, numbered by `LfdNrNachrichtProTyp`. Files stay whole. Throws `RangeError` before 4.0, which has no numbers. */
export function splitMessage(message: Nachricht, limits: SplitLimits): Split {
  const groups: Schriftgutobjekt[][] = [];
  const oversized: string[] = [];
  let room = { bytes: -1, documents: -1 };
  for (const object of message.Schriftgutobjekt ?? []) {
    const weight = weigh(object, limits);
    if (weight.bytes > limits.bytes || weight.documents > limits.documents) {
      oversized.push((object.Akte ?? object.Vorgang ?? object.Dokument)?.xdomeaUUID ?? '');
    }
    if (weight.bytes > room.bytes || weight.documents > room.documents) {
      groups.push([]);
      room = { bytes: limits.bytes, documents: limits.documents };
    }
    groups.at(-1)?.push(object);
    room = { bytes: room.bytes - weight.bytes, documents: room.documents - weight.documents };
  }
  if (groups.length < 2) return { messages: [message], oversized };
  if (message.version !== '4.0.0')
    throw new RangeError(`messages of xdomea ${message.version} cannot be split: they have no number`);
  const messages = groups.map((Schriftgutobjekt, index) => ({
    ...message,
    nachrichtenUUID: index === 0 ? (message.nachrichtenUUID ?? limits.uuid()) : limits.uuid(),
    Schriftgutobjekt,
    LfdNrNachrichtProTyp: index + 1,
    GesamtanzahlNachrichtenProTyp: groups.length,
  }));
  return { messages, oversized };
}
