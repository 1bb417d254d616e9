// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Longest span of one substitution in days: whoever is away for longer needs a different solution. */
export const longestSubstitution = 366;

/** What is known about a substitution somebody wants to appoint. */
export interface SubstitutionWanted {
  readonly principal: string;
  readonly deputy: string;
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly covers: readonly string[];
  readonly deputyActive: boolean;
  /** The principal's functions; `transferable` as their role says. */
  readonly held: readonly { readonly id: string; readonly transferable: boolean }[];
}

/** Who appoints. */
export interface Appointer {
  readonly person: string | null;
  readonly onBehalfOf?: string | undefined;
  /** May appoint for others in a unit where the principal has a function. */
  readonly mayForOthers: boolean;
}

/** May this substitution be appointed? For oneself, or by the head for somebody in their units. */
export function mayAppointSubstitute(wanted: SubstitutionWanted, by: Appointer, now: Date): Refusal | undefined {
  return mayDecideFor(wanted.principal, by) ?? deputyFits(wanted, by) ?? windowFits(wanted, now) ?? coverFits(wanted);
}

/** May somebody decide about this principal's substitution at all? */
export function mayDecideFor(principal: string, by: Appointer): Refusal | undefined {
  // A deputy who could appoint a deputy would make a chain.
  if (by.onBehalfOf !== undefined) return new Refusal('not-permitted', 'people.substitution.not-as-deputy');
  if (by.person !== principal && !by.mayForOthers) return new Refusal('not-permitted', 'people.substitution.not-yours');
  return undefined;
}

function deputyFits({ principal, deputy, deputyActive }: SubstitutionWanted, { person }: Appointer): Refusal | undefined {
  if (deputy === principal) return wrong('deputy', 'people.substitution.yourself');
  // Nobody takes somebody else's rights for themselves; another person must give them.
  if (person !== principal && deputy === person) return wrong('deputy', 'people.substitution.appoint-yourself', 'not-permitted');
  if (!deputyActive) return wrong('deputy', 'people.substitution.deputy-inactive');
  return undefined;
}

function windowFits({ from, to }: SubstitutionWanted, now: Date): Refusal | undefined {
  if (to <= from) return wrong('to', 'people.span.ends-before-start');
  if (to <= now) return wrong('to', 'people.substitution.over-already');
  if (to.getTime() - from.getTime() > longestSubstitution * 86_400_000) return wrong('to', 'people.substitution.too-long');
  return undefined;
}

function coverFits({ covers, held }: SubstitutionWanted): Refusal | undefined {
  if (covers.length === 0) return wrong('functions', 'people.substitution.covers-nothing');
  const known = new Map(held.map(({ id, transferable }) => [id, transferable]));
  if (covers.some((id) => !known.has(id))) return wrong('functions', 'people.substitution.foreign-function');
  if (covers.some((id) => known.get(id) === false)) return wrong('functions', 'people.substitution.not-transferable');
  return undefined;
}

function wrong(field: string, reason: string, kind: 'invalid' | 'not-permitted' = 'invalid'): Refusal {
  return new Refusal(kind, reason, {}, { [field]: reason });
}
