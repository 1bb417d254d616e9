// SPDX-License-Identifier: EUPL-1.2

/** An authority or firm that writes to the town again and again. */
export interface Party {
  readonly name: string;
  readonly street: string;
  readonly mail: string;
}

const party = (name: string, street: string, mail: string): Party => ({ name, street, mail });

/** By the word that the texts use. All invented. */
export const parties: Readonly<Record<string, Party>> = {
  polizei: party('Polizeiinspektion Waldbrück', 'Burgstraße 12, 48999 Waldbrück', 'pi-waldbrueck@polizei.example'),
  finanzamt: party('Finanzamt Waldbrück', 'Münsterstraße 40, 48999 Waldbrück', 'poststelle@fa-waldbrueck.example'),
  ihk: party('IHK Waldbrücker Land', 'Königstraße 3, 48999 Waldbrück', 'service@ihk-waldbrueck.example'),
  kreis: party('Kreis Waldbrücker Land, Die Landrätin', 'Kreishausallee 1, 48980 Kreuzau', 'info@kreis-wl.example'),
  bezirk: party('Bezirksregierung', 'Domplatz 1, 48100 Münsterberg', 'poststelle@bezirk.example'),
  stadtwerke: party('Stadtwerke Waldbrück GmbH', 'Hafenstraße 60, 48999 Waldbrück', 'netz@stadtwerke-wb.example'),
  kranz: party('Architekturbüro Kranz', 'Schleusenweg 11, 48999 Waldbrück', 'buero@kranz-architektur.example'),
  kanzlei: party('Kanzlei Brandt & Ostermann', 'Königstraße 17, 48999 Waldbrück', 'post@brandt-ostermann.example'),
  werbung: party('Werbegemeinschaft Altstadt e. V.', 'Fischmarkt 5, 48999 Waldbrück', 'vorstand@altstadt-wb.example'),
  falkner: party('Falkner GmbH', 'Industriestraße 22, 48999 Waldbrück', 'office@falkner.example'),
  bau: party(
    'Hoch- und Tiefbau Steinbrink GmbH & Co. KG',
    'Industriestraße 8, 48999 Waldbrück',
    'angebot@steinbrink-bau.example',
  ),
  elektro: party('Elektro Wójcik', 'Weberstraße 31, 48999 Waldbrück', 'info@elektro-wojcik.example'),
  planer: party('Planungsgruppe Nordring', 'Nordring 77, 48999 Waldbrück', 'mail@pg-nordring.example'),
  gutachter: party('Sachverständigenbüro Dr. Țurcanu', 'Klosterstraße 9, 48999 Waldbrück', 'sv@turcanu.example'),
  schule: party('Grundschule am Anger', 'Am Anger 2, 48999 Waldbrück', 'sekretariat@gs-anger.example'),
  verkehr: party('Verkehrsbetriebe Waldbrücker Land', 'Bahnhofstraße 1, 48999 Waldbrück', 'schule@vwl.example'),
  fraktion: party('Ratsfraktion Bürgerliste Waldbrück', 'Rathausplatz 1, 48999 Waldbrück', 'fraktion@buergerliste.example'),
  presse: party('Waldbrücker Bote', 'Marktplatz 4, 48999 Waldbrück', 'redaktion@bote.example'),
  gericht: party('Verwaltungsgericht', 'Gerichtsstraße 2, 48100 Münsterberg', 'poststelle@vg.example'),
  verband: party('Städtebund, Geschäftsstelle', 'Am Bonneshof 6, 40400 Rheinstadt', 'rundschreiben@staedtebund.example'),
  amtsgericht: party('Amtsgericht Waldbrück', 'Burgstraße 1, 48999 Waldbrück', 'nachlass@ag-waldbrueck.example'),
  pflege: party('Pflegedienst Lindenhof gGmbH', 'Lindenstraße 50, 48999 Waldbrück', 'leitung@lindenhof.example'),
  verein: party('TSV Waldbrück 1908 e. V.', 'Südring 90, 48999 Waldbrück', 'vorstand@tsv-wb.example'),
  gzr: party('Registerbehörde, Gewerbezentralregister', 'Adenauerplatz 99, 53100 Rheinstadt', 'gzr@register.example'),
  moeller: party('Gerd Möller', 'Uferstraße 7, 48999 Waldbrück', 'gerd.moeller@post.example'),
  minister: party('Ministerium für Heimat und Kommunales', 'Landtagsufer 3, 40400 Rheinstadt', 'poststelle@mhk.example'),
};

/** A party by its word; throws when nobody knows it. */
export function partyOf(word: string): Party {
  const found = parties[word];
  if (!found) throw new Error(`nobody knows the party ${word}`);
  return found;
}

/** Somebody whom the pictures of the handbook name, with an address. */
export const personas: Readonly<
  Record<string, { title: string; given: string; family: string; woman: boolean; street: string }>
> = {
  anker: { title: '', given: 'Hülya', family: 'Yıldırım', woman: true, street: 'Uferstraße 4' },
  brandes: { title: '', given: 'Heinz', family: 'Brandes', woman: false, street: 'Schleusenweg 3' },
  petersen: { title: '', given: 'Jens', family: 'Petersen', woman: false, street: 'Hafenstraße 14' },
};
