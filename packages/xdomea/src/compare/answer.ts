// SPDX-License-Identifier: EUPL-1.2
import type { Nachricht } from '../model/model.ts';

/** The head of an answer: author and reader change places, process and package number stay, the original message is named. The caller adds the content. */
export function answerTo(
  message: Nachricht,
  typ: string,
  own: {
    readonly nachrichtenUUID: string;
    readonly Erstellungszeitpunkt: string;
    readonly Produktname: string;
    readonly Produkthersteller: string;
  },
): Nachricht {
  const { version, ProzessID, Autor, Leser, nachrichtenUUID, LfdNrNachrichtProTyp, GesamtanzahlNachrichtenProTyp } = message;
  const split = version === '4.0.0';
  return {
    version,
    typ,
    ...own,
    ProzessID,
    Autor: Leser,
    Leser: Autor,
    ...(split && nachrichtenUUID !== undefined ? { UUIDUrsprungsnachricht: nachrichtenUUID } : {}),
    ...(split
      ? { LfdNrNachrichtProTyp: LfdNrNachrichtProTyp ?? 1, GesamtanzahlNachrichtenProTyp: GesamtanzahlNachrichtenProTyp ?? 1 }
      : {}),
  };
}
