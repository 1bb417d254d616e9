// SPDX-License-Identifier: EUPL-1.2
import type { Group, Syntax, Value } from '../model/invoice.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Facts } from './facts.ts';

/** How a violated rule is meant: an error, a warning, a hint. */
export type Level = 'error' | 'warning' | 'information';
/** The collections of rules; each has its own version in `rule-sets.ts`. */
export type SetName =
  | 'en16931'
  | 'ubl-syntax'
  | 'cii-syntax'
  | 'xrechnung'
  | 'xrechnung-extension'
  | 'xrechnung-cvd'
  | 'peppol'
  | 'structure';
/** A family of syntaxes: both UBL documents share their rules. */
export type SyntaxFamily = 'ubl' | 'cii';
/** Where a rule may be violated. */
export type Place = Group | Value | XmlElement;

/** What a rule saw and what it wanted, for the reader of a report. */
export interface Detail {
  readonly observed?: string;
  readonly expected?: string;
  /** A more precise place than the one the rule was asked about. */
  readonly place?: Place;
}

/** The verdict on one place: fulfilled, violated, or violated with something to show. */
export type Verdict = boolean | Detail;

/** One rule: `at` names the places it speaks of, `fails` tells whether such a place violates it. Pure functions of the facts. */
export interface Rule<P extends Place = Place> {
  readonly id: string;
  readonly set: SetName;
  readonly level: Level;
  /** Business terms and groups that it concerns. */
  readonly terms: readonly string[];
  /** Only for one family, if the other has no such rule. */
  readonly only?: SyntaxFamily;
  readonly at: (facts: Facts) => Iterable<P>;
  readonly fails: (place: P, facts: Facts) => Verdict;
}

/** Any rule, whatever places it speaks of. */
export type AnyRule = Omit<Rule, 'at' | 'fails'> & {
  readonly check: (facts: Facts, found: (place: Place, detail: Detail) => void) => void;
};

/** Thrown by a rule that cannot calculate because a value is no number: the structure check reports the value itself. */
export class NotComputable extends Error {}

function judge<P extends Place>(rule: Rule<P>, place: P, facts: Facts): Verdict {
  try {
    return rule.fails(place, facts);
  } catch (error) {
    if (error instanceof NotComputable) return false;
    throw error;
  }
}

function placesOf<P extends Place>(given: Rule<P>, facts: Facts): Iterable<P> {
  try {
    return given.at(facts);
  } catch (error) {
    if (error instanceof NotComputable) return [];
    throw error;
  }
}

/** Closes a rule over its kind of places, so that rules of all kinds can stand in one list. */
export function rule<P extends Place>(given: Rule<P>): AnyRule {
  return {
    ...given,
    check(facts, found) {
      for (const place of placesOf(given, facts)) {
        const verdict = judge(given, place, facts);
        if (verdict === false) continue;
        found(place, verdict === true ? {} : verdict);
      }
    },
  };
}

/** The family a syntax belongs to. */
export function familyOf(syntax: Syntax): SyntaxFamily {
  return syntax === 'cii' ? 'cii' : 'ubl';
}
