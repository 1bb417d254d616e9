// SPDX-License-Identifier: EUPL-1.2
import { germanDay } from './local-day.ts';

/** What the register knows of a letter that stays on paper. */
export interface Paper {
  readonly sender: string;
  readonly subject: string;
  readonly receivedOn: string;
  readonly datedOn: string | null;
  readonly foreignReference: string;
  readonly place: string;
}

/** Fehlblatt: stands in the electronic file for a letter that is kept on paper, and says where. */
export function missingSheet({ sender, subject, receivedOn, datedOn, foreignReference, place }: Paper): string {
  const rows = [
    ['Absender', sender],
    ['Betreff', subject],
    ['Eingang', germanDay(receivedOn)],
    ['Datum des Schreibens', datedOn === null ? '' : germanDay(datedOn)],
    ['Zeichen des Absenders', foreignReference],
    ['Das Papier liegt', place],
  ].filter(([, value]) => value !== '');
  return [
    'Fehlblatt: Dieses Schreiben wird auf Papier aufbewahrt.',
    '',
    ...rows.map(([label, value]) => `${label}: ${value}`),
    '',
  ].join('\n');
}
