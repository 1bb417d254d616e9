// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { DisposalType } from './retention-rule.ts';

/** Vernichtungsgründe. */
export const reasonCodes = ['retention-over', 'appraised-v', 'archived'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A case as the question of its destruction sees it. */
export interface Destroyable {
  readonly until: string | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType;
  readonly appraisal: DisposalType | null;
  readonly state: string;
  readonly held: boolean;
}

/** Is a case due? On the day after its last one, not before. */
export function isDue({ until, permanent }: Pick<Destroyable, 'until' | 'permanent'>, today: string): boolean {
  return !permanent && until !== null && until < today;
}

/** Why a case may be destroyed; undefined while it may not: what is worth archiving goes to the archive first. */
export function reasonFor({
  disposal,
  appraisal,
  state,
}: Pick<Destroyable, 'disposal' | 'appraisal' | 'state'>): ReasonCode | undefined {
  if (state === 'archived') return 'archived';
  if (appraisal === 'V') return 'appraised-v';
  return appraisal === null && disposal === 'V' ? 'retention-over' : undefined;
}

/** May this case be destroyed today, as far as the case itself is concerned? */
export function mayDestroy(it: Destroyable, today: string): Refusal | undefined {
  if (it.state === 'destroyed') return new Refusal('conflict', 'disposal.destroy.gone');
  if (!isDue(it, today)) return new Refusal('conflict', 'disposal.destroy.not-due');
  if (it.held) return new Refusal('conflict', 'disposal.destroy.held');
  return reasonFor(it) === undefined ? new Refusal('conflict', 'disposal.destroy.archive-first') : undefined;
}

/** One person's release. */
export interface Release {
  readonly person: string;
  readonly represented: string | null;
}

/** How many people must release a destruction. */
export const releasesNeeded = 2;

/** Was it released by two different people, neither of them in the other's place? */
export function isReleased(releases: readonly Release[]): boolean {
  const [first, ...others] = releases;
  if (!first) return false;
  const names = [first.person, first.represented];
  return others.some(
    ({ person, represented }) => !names.includes(person) && (represented === null || !names.includes(represented)),
  );
}

/** A run as commands and pages ask about it. */
export interface RunSeen {
  readonly kind: 'destruction' | 'transfer';
  readonly state: string;
  readonly lock: number;
}

/** May the run be changed, as it was seen? */
export function mayChangeRun(run: RunSeen | undefined, states: readonly string[], lock?: number): Refusal | undefined {
  if (!run) return new Refusal('not-found', 'disposal.run.not-found');
  if (lock !== undefined && run.lock !== lock) return new Refusal('conflict', 'disposal.run.changed');
  return states.includes(run.state) ? undefined : new Refusal('conflict', 'disposal.run.not-now');
}

/** Days are counted in Germany: the day after which no backup holds it any more. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
