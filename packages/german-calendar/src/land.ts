// SPDX-License-Identifier: EUPL-1.2

/** The 16 Länder by their code of ISO 3166-2:DE. */
export type Land = 'BW' | 'BY' | 'BE' | 'BB' | 'HB' | 'HH' | 'HE' | 'MV' | 'NI' | 'NW' | 'RP' | 'SL' | 'SN' | 'ST' | 'SH' | 'TH';

const names: Record<Land, string> = {
  SH: 'Schleswig-Holstein',
  HH: 'Hamburg',
  NI: 'Niedersachsen',
  HB: 'Bremen',
  NW: 'Nordrhein-Westfalen',
  HE: 'Hessen',
  RP: 'Rheinland-Pfalz',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  SL: 'Saarland',
  BE: 'Berlin',
  BB: 'Brandenburg',
  MV: 'Mecklenburg-Vorpommern',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
};

/** All 16 codes, in the order of the official municipality key (01 Schleswig-Holstein … 16 Thüringen). */
export const LAENDER = Object.keys(names) as readonly Land[];

/** German name of a Land. */
export function landName(land: Land): string {
  return names[land];
}

/** Whether a text is the code of a Land. */
export function isLand(text: string): text is Land {
  return Object.hasOwn(names, text);
}

/** The Land a municipality belongs to, by its official key (Amtlicher Gemeindeschlüssel, 8 digits; 2 suffice); undefined for a foreign number. */
export function landOfMunicipalityKey(key: string): Land | undefined {
  return /^\d{2}(\d{6})?$/.test(key) ? LAENDER[Number(key.slice(0, 2)) - 1] : undefined;
}
