// SPDX-License-Identifier: EUPL-1.2
// Compares what this package finds with what the official rules found (oracle.tsv) and what the official tests state (index.tsv).
import type { Checked } from '../check.ts';
import type { Violation } from '../rules/engine.ts';
import { words } from './table.ts';

/** A row of one of the tables. */
export type Row = Readonly<Record<string, string>>;

function idsOf(violations: readonly Violation[], wanted: (violation: Violation) => boolean): Set<string> {
  return new Set(violations.filter(wanted).map((violation) => violation.rule));
}

function differ(label: string, found: ReadonlySet<string>, wanted: ReadonlySet<string>): string[] {
  const more = [...found].filter((id) => !wanted.has(id)).sort();
  const fewer = [...wanted].filter((id) => !found.has(id)).sort();
  const parts: string[] = [];
  if (more.length > 0) parts.push(`${label} only here: ${more.join(' ')}`);
  if (fewer.length > 0) parts.push(`${label} only official: ${fewer.join(' ')}`);
  return parts;
}

/**
 * Rules on which the two engines that made the table contradict each other, because one of them calculates with binary floats:
 * check digits of an IBAN need 24 digits (BR-DE-19, BR-DE-20), sums of sub lines need exact cents (BR-DEX-02, BR-DEX-09).
 * Where both agree, so must we; where they do not, exact arithmetic has to agree with one of them.
 */
const engineBound = new Set(['BR-DE-19', 'BR-DE-20', 'BR-DEX-02', 'BR-DEX-09']);
/** The CII form of this rule is newer (XRechnung 2.5) than the compiled rules of the last column; index.tsv states it. */
const newerThanColumn = new Set(['PEPPOL-EN16931-R120']);

function isEn(violation: Violation): boolean {
  return violation.set === 'en16931' || violation.set === 'ubl-syntax' || violation.set === 'cii-syntax';
}

/** Takes out of both sets the rules on which the columns contradict each other: either answer agrees with one of them. */
function settle(found: ReadonlySet<string>, own: ReadonlySet<string>, compiled: ReadonlySet<string>): ReadonlySet<string> {
  const disputed = (id: string) => engineBound.has(id) && own.has(id) !== compiled.has(id);
  const agreed = [...own].filter((id) => !disputed(id));
  return new Set([...agreed, ...[...found].filter(disputed)]);
}

function germanDifferences(row: Row, { violations }: Checked): string[] {
  const own = new Set(words(row['xrechnung_own_rules(2.5+)']).map((word) => word.split(':')[0] ?? ''));
  const compiled = new Set(words(row['xrechnung+peppol(2.4.0)']));
  const found = idsOf(violations, (violation) => violation.set.startsWith('xrechnung'));
  const isPeppol = (id: string) => id.startsWith('PEPPOL') && !newerThanColumn.has(id);
  const peppol = idsOf(violations, (violation) => isPeppol(violation.rule));
  return [
    ...differ('XRechnung', found, settle(found, own, compiled)),
    ...differ('Peppol', peppol, new Set([...compiled].filter(isPeppol))),
  ];
}

/** Every difference between the findings and a row of oracle.tsv: the sets of rule ids have to be equal. */
export function compareWithOracle(row: Row, checked: Checked): string[] {
  const wanted = new Set([...words(row['en16931_fatal']), ...words(row['en16931_warning'])]);
  const differences = differ('EN 16931', idsOf(checked.violations, isEn), wanted);
  const german = row['xrechnung_own_rules(2.5+)'] !== undefined && /xrechnung/i.test(row['profile'] ?? '');
  return german ? [...differences, ...germanDifferences(row, checked)] : differences;
}

/** Every difference between the findings and a row of index.tsv: what must be violated (`*n`: n times at least once), and what must not. */
export function compareWithStatement(row: Row, { violations }: Checked): string[] {
  const found = idsOf(violations, () => true);
  const missing = words(row['violated'])
    .map((word) => word.split('*')[0] ?? '')
    .filter((id) => !found.has(id));
  const wrong = words(row['ok']).filter((id) => found.has(id));
  const parts: string[] = [];
  if (missing.length > 0) parts.push(`should be violated: ${missing.join(' ')}`);
  if (wrong.length > 0) parts.push(`should not be violated: ${wrong.join(' ')}`);
  return parts;
}
