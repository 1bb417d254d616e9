// SPDX-License-Identifier: EUPL-1.2

/** An organisational unit of the town hall. */
export interface TownUnit {
  readonly code: string;
  readonly name: string;
  /** Code of the unit above; the town itself has none. */
  readonly parent: string | null;
  /** How many work here, the heads not counted. */
  readonly clerks: number;
}

/** Name of the whole, two staff units beside the offices, 14 offices with their sub-units: `code name clerks`. */
const table = `
00 Stadt Waldbrück 0
00.1 Personalrat 0
00.2 Datenschutz 0
01 Büro der Bürgermeisterin 2
01.1 Ratsbüro 6
01.2 Presse und Beteiligung 5
01.3 Gleichstellung 2
10 Hauptamt 3
10.1 Organisation 8
10.2 Zentrale Dienste und Registratur 15
10.3 Digitale Verwaltung 14
10.4 Personal 17
14 Rechnungsprüfungsamt 1
14.1 Verwaltungsprüfung 4
14.2 Technische Prüfung 3
20 Kämmerei 2
20.1 Haushalt 9
20.2 Stadtkasse 12
20.3 Steuern und Abgaben 13
30 Rechtsamt 1
30.1 Rechtsberatung 5
30.2 Vergabestelle 6
32 Ordnungsamt 3
32.1 Gewerbe und Gaststätten 9
32.2 Straßenverkehr 11
32.3 Ordnungsdienst 18
32.4 Brandschutz und Rettungsdienst 42
33 Bürgeramt 2
33.1 Meldewesen und Ausweise 19
33.2 Standesamt 7
33.3 Ausländerangelegenheiten 12
40 Amt für Schule, Kultur und Sport 2
40.1 Schulverwaltung 24
40.2 Kultur und Bücherei 16
40.3 Sport und Bäder 17
50 Sozialamt 2
50.1 Wohngeld 9
50.2 Soziale Hilfen 16
50.3 Senioren und Teilhabe 8
51 Jugendamt 3
51.1 Kindertagesbetreuung 52
51.2 Allgemeiner Sozialer Dienst 18
51.3 Unterhaltsvorschuss und Beistand 9
61 Stadtplanungsamt 1
61.1 Stadtplanung 9
61.2 Vermessung und Geodaten 7
63 Bauordnungsamt 1
63.1 Bauservice und Archiv 6
63.2 Bauaufsicht 11
63.3 Denkmalschutz 3
66 Tiefbauamt 2
66.1 Straßenbau 14
66.2 Straßenverwaltung 9
66.3 Stadtentwässerung 22
67 Grünflächenamt 2
67.1 Grünpflege 31
67.2 Friedhöfe 12
67.3 Umwelt und Straßenreinigung 18`;

/** All units, those above first. */
export const units: readonly TownUnit[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', ...words] = line.split(' ');
    const clerks = Number(words.pop());
    return { code, name: words.join(' '), parent: parentOf(code), clerks };
  });

function parentOf(code: string): string | null {
  if (code === '00') return null;
  return code.includes('.') ? code.slice(0, code.indexOf('.')) : '00';
}

/** Codes of the 14 offices. */
export const offices: readonly string[] = units
  .filter(({ code, parent }) => parent === '00' && !code.includes('.'))
  .map(({ code }) => code);

const byCode = new Map(units.map((unit) => [unit.code, unit]));

/** A unit by its code; throws when the town has none such. */
export function unitOf(code: string): TownUnit {
  const unit = byCode.get(code);
  if (!unit) throw new Error(`Waldbrück has no unit ${code}`);
  return unit;
}

/** The office that a unit belongs to, for letterheads. */
export function officeOf(code: string): TownUnit {
  return unitOf(code.includes('.') ? code.slice(0, code.indexOf('.')) : code);
}
