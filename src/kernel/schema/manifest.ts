// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueTable } from './catalogue.ts';

/** A stored (person, time) pair: what the staff council must know of (LPVG NRW § 72 Abs. 3 Nr. 2, BPersVG § 80 Abs. 1 Nr. 21). */
export interface PersonTimePair {
  readonly table: string;
  readonly meaning: string;
  readonly persons: readonly string[];
  readonly times: readonly string[];
  readonly purpose: string;
  readonly retention: string;
}

/** Every table that holds both a member of staff and a time. */
export function personTimePairs(tables: readonly CatalogueTable[]): PersonTimePair[] {
  return tables.flatMap(({ name, meaning, purpose, retention, columns }) => {
    const persons = columns.filter(({ person }) => person === 'beschaeftigte').map((column) => column.name);
    const times = columns.filter(({ isTime }) => isTime).map((column) => column.name);
    return persons.length > 0 && times.length > 0 ? [{ table: name, meaning, persons, times, purpose, retention }] : [];
  });
}

/** What is missing from the comments: a table without purpose or term, a column without a meaning. */
export function missingComments(tables: readonly CatalogueTable[]): string[] {
  return tables.flatMap(({ name, meaning, purpose, retention, columns }) => [
    ...(meaning === '' ? [`${name}: Bedeutung fehlt`] : []),
    ...(purpose === '' ? [`${name}: zweck fehlt`] : []),
    ...(retention === '' ? [`${name}: frist fehlt`] : []),
    ...columns.filter((column) => column.meaning === '').map((column) => `${name}.${column.name}: Bedeutung fehlt`),
  ]);
}

/** The annex to a service agreement: every (person, time) pair, in German Markdown. */
export function codeterminationManifest(tables: readonly CatalogueTable[]): string {
  const rows = personTimePairs(tables).map(
    ({ table, meaning, persons, times, purpose, retention }) =>
      `| ${table} | ${meaning} | ${persons.join(', ')} | ${times.join(', ')} | ${purpose} | ${retention} |`,
  );
  return [
    '# Mitbestimmungs-Manifest',
    '',
    'Jede Stelle, an der Fachwerk eine beschäftigte Person zusammen mit einem Zeitpunkt speichert. Erzeugt aus der Datenbank; ein Unterschied',
    'zwischen zwei Fassungen ist eine Änderung, zu der die Personalvertretung zu fragen ist. Wer in einer Akte gehandelt hat, steht nur',
    'verschlüsselt im Journal dieser Akte; nach Personen ist es nicht durchsuchbar.',
    '',
    '| Tabelle | Bedeutung | Person | Zeit | Zweck | Frist |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The record of processing activities (Art. 30 GDPR) by table, in German Markdown. */
export function processingRecord(tables: readonly CatalogueTable[]): string {
  const personal = tables.filter(({ columns }) => columns.some(({ person }) => person !== undefined));
  const rows = personal.map(({ name, meaning, purpose, retention, columns }) => {
    const of = (kind: string) =>
      columns
        .filter(({ person }) => person === kind)
        .map((column) => column.name)
        .join(', ') || '–';
    return `| ${name} | ${meaning} | ${purpose} | ${of('betroffene')} | ${of('beschaeftigte')} | ${retention} |`;
  });
  return [
    '# Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO), technischer Teil',
    '',
    'Erzeugt aus den Beschreibungen in der Datenbank. Verantwortliche Stelle, Empfänger und Rechtsgrundlagen ergänzt die Stadt.',
    '',
    '| Tabelle | Was | Zweck | Daten Betroffener | Daten Beschäftigter | Frist |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
