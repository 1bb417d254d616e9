// SPDX-License-Identifier: EUPL-1.2
import type { Version } from '../table/versions.ts';

/** Address and edition of the lists that a version's schema leaves open, by the last word of the address or the element's name. */
const editions: Readonly<Record<string, { readonly uri: string; readonly edition: (version: Version) => string }>> = {
  dateiformat: { uri: 'urn:xoev-de:xdomea:codeliste:dateiformat', edition: (version) => (version === '4.0.0' ? '2.0' : '1.0') },
  Geheimhaltungsgrad: { uri: 'urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe', edition: () => '1.0' },
  beteiligungsstatus: { uri: 'urn:xoev-de:xdomea:codeliste:beteiligungsstatus', edition: () => '1.1' },
  erreichbarkeit: { uri: 'urn:de:xoev:codeliste:erreichbarkeit', edition: () => '3' },
  'country-codes': { uri: 'urn:xoev-de:kosit:codeliste:country-codes', edition: () => '7' },
  'kryptographische-algorithmen': {
    uri: 'urn:xoev-de:kosit:codeliste:xta.serviceprofile.kryptographische-algorithmen',
    edition: () => '1.0.0',
  },
};

/** The list of an element whose schema does not fix it. */
export function listOf(version: Version, fixedUri: string | undefined, element: string): { uri: string; edition: string } {
  const word = fixedUri?.split(/[:.]/).at(-1) ?? element;
  const known = editions[word] ?? editions[element];
  return { uri: fixedUri ?? known?.uri ?? 'urn:xoev-de:xdomea:codeliste:unbekannt', edition: known?.edition(version) ?? '1.0' };
}
