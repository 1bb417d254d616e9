// SPDX-License-Identifier: EUPL-1.2
import { headTerms } from './terms-head.ts';
import { lineTerms } from './terms-lines.ts';
import { partyTerms } from './terms-parties.ts';
import { sumTerms } from './terms-sums.ts';

/** Data types of the semantic model (EN 16931-1, 6.5). */
export type TermType =
  | 'group'
  | 'identifier'
  | 'reference'
  | 'text'
  | 'code'
  | 'date'
  | 'amount'
  | 'price'
  | 'quantity'
  | 'percentage'
  | 'binary';
/** How often a term may stand in its group. */
export type Cardinality = '1' | '0..1' | '0..n' | '1..n';
/** Languages in which every term and every rule is explained. */
export type Language = 'de' | 'en' | 'tr';
/** One row of the term tables. */
export type TermRow = readonly [
  id: string,
  group: string,
  cardinality: Cardinality,
  type: TermType,
  en: string,
  de: string,
  tr: string,
];

/** A business term (BT) or business group (BG) of the standard. */
export interface Term {
  readonly id: string;
  /** The group it belongs to; empty at the top of the invoice. */
  readonly group: string;
  readonly cardinality: Cardinality;
  readonly type: TermType;
  readonly name: Readonly<Record<Language, string>>;
}

/** The edition of the semantic model that this package implements. EN 16931-1:2026 will be a second one beside it. */
export const edition = 'en16931-2017';

function toTerm([id, group, cardinality, type, en, de, tr]: TermRow): Term {
  return { id, group, cardinality, type, name: { en, de, tr } };
}

/** All terms by id, in the order of the standard's table. */
export const terms: ReadonlyMap<string, Term> = new Map(
  [...headTerms, ...partyTerms, ...sumTerms, ...lineTerms].map((row) => [row[0], toTerm(row)] as const),
);

/** The name of a term, or its id if it is not of the standard. */
export function termName(id: string, language: Language): string {
  return terms.get(id)?.name[language] ?? id;
}
