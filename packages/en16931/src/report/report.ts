// SPDX-License-Identifier: EUPL-1.2
import type { Checked } from '../check.ts';
import { type Source, sourceOf, type Syntax } from '../model/invoice.ts';
import { edition } from '../model/terms.ts';
import type { Violation } from '../rules/engine.ts';
import type { Profile } from '../rules/profile.ts';
import type { Level, SetName } from '../rules/rule.ts';
import { type RuleSet, ruleSetsOn } from '../rules/rule-sets.ts';
import type { Unreadable, UnreadableReason } from '../xml/unreadable.ts';
import { type FaultClass, faultClass } from './classes.ts';
import { hasScenario, overriddenLevel } from './levels.ts';

/** One violated rule at one place. */
export interface Finding {
  readonly rule: string;
  readonly set: SetName;
  /** The level that counts in this scenario. */
  readonly level: Level;
  /** The level of the rule itself, if the scenario changes it. */
  readonly ruleLevel?: Level;
  readonly class: FaultClass;
  readonly terms: readonly string[];
  readonly source: Source;
  readonly observed?: string;
  readonly expected?: string;
}

/** What was found out about a document. Plain data: it survives JSON. */
export interface Report {
  readonly form: 'fachwerk-en16931-report/1';
  readonly edition: string;
  readonly syntax: Syntax | undefined;
  readonly profile: Profile;
  readonly ruleSets: readonly Pick<RuleSet, 'name' | 'version'>[];
  /** The day whose rules were asked. */
  readonly day: string;
  /** Set if the document could not be read; then there are no findings. */
  readonly unreadable?: {
    readonly reason: UnreadableReason;
    readonly detail: string;
    readonly line: number;
    readonly column: number;
  };
  readonly findings: readonly Finding[];
  /** How many further places were found but are not listed: at most 500 are listed for each rule. The counts include them. */
  readonly omitted: number;
  readonly counts: Readonly<Record<Level, number>>;
  /** Faults by class; warnings and hints are not counted. */
  readonly faults: Readonly<Record<FaultClass, number>>;
  /** What KoSIT's configuration recommends for the scenario; `none` if it has no scenario for the document. A person decides. */
  readonly recommendation: 'accept' | 'reject' | 'none';
}

function toFinding(violation: Violation, profile: Profile, syntax: Syntax): Finding {
  const { rule, set, terms, observed, expected } = violation;
  const level = overriddenLevel(rule, profile, syntax) ?? violation.level;
  return {
    rule,
    set,
    level,
    ...(level === violation.level ? {} : { ruleLevel: violation.level }),
    class: faultClass(set, rule, terms),
    terms,
    source: sourceOf(violation),
    ...(observed === undefined ? {} : { observed }),
    ...(expected === undefined ? {} : { expected }),
  };
}

const weight: Readonly<Record<Level, number>> = { error: 0, warning: 1, information: 2 };

function byWeight(left: Finding, right: Finding): number {
  return weight[left.level] - weight[right.level] || left.source.line - right.source.line || left.rule.localeCompare(right.rule);
}

function countBy<K extends string>(
  findings: readonly Finding[],
  keys: readonly K[],
  keyOf: (finding: Finding) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const finding of findings) counts[keyOf(finding)] += 1;
  return counts;
}

function recommendation(findings: readonly Finding[], profile: Profile, syntax: Syntax): Report['recommendation'] {
  if (!hasScenario(profile, syntax)) return 'none';
  return findings.some((finding) => finding.level === 'error') ? 'reject' : 'accept';
}

const mostPlaces = 500;

/** The first places of each rule: a document of a million faults must not become a report of a million rows. */
function listed(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= mostPlaces;
  });
}

function setsOf(day: string): Report['ruleSets'] {
  return ruleSetsOn(day).map(({ name, version }) => ({ name, version }));
}

/** Makes the report of a checked invoice by the rules of a day (`YYYY-MM-DD`). */
export function makeReport({ invoice, profile, violations }: Checked, day: string): Report {
  const valid = new Set(ruleSetsOn(day).flatMap((each) => each.sets));
  const findings = violations
    .filter((each) => valid.has(each.set))
    .map((each) => toFinding(each, profile, invoice.syntax))
    .sort(byWeight);
  const faults = findings.filter((finding) => finding.level === 'error');
  const list = listed(findings);
  return {
    form: 'fachwerk-en16931-report/1',
    edition,
    syntax: invoice.syntax,
    profile,
    ruleSets: setsOf(day),
    day,
    findings: list,
    omitted: findings.length - list.length,
    counts: countBy(findings, ['error', 'warning', 'information'], (finding) => finding.level),
    faults: countBy(faults, ['format', 'business-rule', 'content'], (finding) => finding.class),
    recommendation: recommendation(findings, profile, invoice.syntax),
  };
}

/** Makes the report of a document that could not be read: a format fault, and a rejection. */
export function reportUnreadable({ reason, detail, line, column }: Unreadable, day: string): Report {
  return {
    form: 'fachwerk-en16931-report/1',
    edition,
    syntax: undefined,
    profile: reason === 'not-an-invoice' ? 'no-invoice' : 'unknown',
    ruleSets: setsOf(day),
    day,
    unreadable: { reason, detail, line, column },
    findings: [],
    omitted: 0,
    counts: { error: 0, warning: 0, information: 0 },
    faults: { format: 1, 'business-rule': 0, content: 0 },
    recommendation: 'reject',
  };
}
