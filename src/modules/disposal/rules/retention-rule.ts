// SPDX-License-Identifier: EUPL-1.2

/** Aussonderungsart: A archive, B appraise, V destroy. */
export type DisposalType = 'A' | 'B' | 'V';

/** What a period can begin with. The first two are known to the E-Akte; the others are entered for each case. */
export const startKinds = [
  'filed',
  'file-closed',
  'decision-effective',
  'decision-expired',
  'object-end',
  'term-end',
  'main-case',
  'related-case',
] as const;
export type StartKind = (typeof startKinds)[number];

/** Kinds whose day a person enters. */
export const enteredKinds = startKinds.filter((kind) => kind !== 'filed' && kind !== 'file-closed');

/** A retention rule that was released. Days are `YYYY-MM-DD`. */
export interface RetentionRule {
  readonly id: string;
  /** Unit of the filing plan; it holds for everything below, too, unless something nearer says otherwise. */
  readonly planUnit: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  /** Null: as the filing plan says. */
  readonly disposal: DisposalType | null;
  /** Rechtsgrundlage. */
  readonly basis: string;
  /** May shorten periods that run already; otherwise the later end stays. */
  readonly shortens: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What a unit of the filing plan says itself. */
export interface PlanUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly code: string;
  readonly title: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType | null;
}

/** What holds for a case that lies in a unit. */
export interface Resolved {
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: StartKind;
  readonly disposal: DisposalType;
  /** Unit that says how long. */
  readonly fromUnit: string;
  /** The rule that says so; undefined when the filing plan itself does. */
  readonly rule: RetentionRule | undefined;
}

/** The way from a unit up to its main group, the unit first. */
export function planWay(units: ReadonlyMap<string, PlanUnit>, unit: string): PlanUnit[] {
  const way: PlanUnit[] = [];
  for (let at = units.get(unit); at && !way.includes(at); at = at.parent === null ? undefined : units.get(at.parent))
    way.push(at);
  return way;
}

/** Is this rule in force on a day? */
export function inForce({ validFrom, validTo }: Pick<RetentionRule, 'validFrom' | 'validTo'>, on: string): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

/**
 * What holds on a day for cases of the first unit of a way: the nearest unit that says something decides, and there a released rule goes
 * before the filing plan's own word. Undefined when nobody up the way says how long. Where nobody says what comes afterwards, the archive appraises.
 */
export function resolveRule(way: readonly PlanUnit[], rules: readonly RetentionRule[], on: string): Resolved | undefined {
  const disposal = way.find((unit) => unit.disposal !== null)?.disposal ?? 'B';
  for (const unit of way) {
    const rule = newest(rules.filter((each) => each.planUnit === unit.id && inForce(each, on)));
    if (rule) {
      const { years, permanent, start } = rule;
      return { years, permanent, start, disposal: rule.disposal ?? disposal, fromUnit: unit.id, rule };
    }
    if (unit.permanent || unit.years !== null)
      return { years: unit.years, permanent: unit.permanent, start: 'filed', disposal, fromUnit: unit.id, rule: undefined };
  }
  return undefined;
}

function newest(rules: readonly RetentionRule[]): RetentionRule | undefined {
  return rules.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.id.localeCompare(a.id))[0];
}

/** Units of the plan for which this rule would decide on a day. */
export function unitsUnder(
  plan: ReadonlyMap<string, PlanUnit>,
  rules: readonly RetentionRule[],
  rule: RetentionRule,
  on: string,
): string[] {
  const all = [...rules.filter(({ id }) => id !== rule.id), rule];
  return [...plan.keys()].filter((unit) => resolveRule(planWay(plan, unit), all, on)?.rule?.id === rule.id);
}
