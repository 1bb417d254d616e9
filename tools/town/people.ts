// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** An id that is the same in every founding: derived from a name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`waldbrück/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Code, name, code of the unit above. */
export const units: readonly (readonly [code: string, name: string, parent: string | null])[] = [
  ['00', 'Stadt Waldbrück', null],
  ['01', 'Ratsbüro', '00'],
  ['10', 'Hauptamt', '00'],
  ['14', 'Rechnungsprüfung', '00'],
  ['20', 'Kämmerei', '00'],
  ['20.1', 'Steuern', '20'],
  ['32', 'Ordnungsamt', '00'],
  ['32.1', 'Gewerbe', '32'],
  ['32.2', 'Verkehr', '32'],
  ['40', 'Schulen', '00'],
  ['51', 'Jugend und Familie', '00'],
  ['61', 'Stadtplanung', '00'],
  ['63', 'Bauaufsicht', '00'],
  ['66', 'Straßen', '00'],
];

/** Given name, family name, unit, role. */
export const staff: readonly (readonly [given: string, family: string, unit: string, role: string])[] = [
  ['Meryem', 'Acar', '32.1', 'clerk'],
  ['Ulrich', 'Thoma', '32.1', 'clerk'],
  ['Karin', 'Petrik', '32', 'head'],
  ['Jörg', 'Sommer', '20', 'clerk'],
  ['Şule', 'Yıldırım', '63', 'clerk'],
  ['Łukasz', 'Nowak', '66', 'clerk'],
  ['Anneliese', 'Größer', '20', 'head'],
  ['Dörte', 'Weidel', '63', 'head'],
  ['Hannes', 'Brück', '00', 'registry'],
  ['Inga', 'Kühn', '00', 'administrator'],
  ['Tomasz', 'Zieliński', '00', 'administrator'],
  ['Ruth', 'Öztürk', '00', 'privacy-officer'],
  ['Bernd', 'Lühr', '00', 'staff-council'],
  ['Vera', 'Haag', '14', 'auditor'],
];

/** Code, title, code above, years (null = as above), disposal type. */
export const plan: readonly (readonly [
  code: string,
  title: string,
  parent: string | null,
  years: number | null,
  disposal: string | null,
])[] = [
  ['0', 'Rat und Verwaltung', null, 10, 'B'],
  ['01', 'Rat und Ausschüsse', '0', 30, 'A'],
  ['10', 'Innere Verwaltung', '0', null, null],
  ['2', 'Finanzen', null, 10, 'V'],
  ['20.1', 'Hundesteuer', '2', null, null],
  ['20.2', 'Grundsteuer', '2', null, null],
  ['3', 'Sicherheit und Ordnung', null, 10, 'B'],
  ['32.11', 'Gaststätten', '3', 10, 'B'],
  ['32.12', 'Gewerbeanzeigen', '3', 6, 'V'],
  ['32.21', 'Sondernutzung von Straßen', '3', 6, 'V'],
  ['6', 'Bauen und Umwelt', null, 30, 'B'],
  ['63.30', 'Baugenehmigungen', '6', null, null],
  ['66.20', 'Märkte und Plätze', '6', 10, 'V'],
];
