// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Schutzstufe: 0 open to the unit, 1 named only, 2 sealed. */
export type Protection = 0 | 1 | 2;

/** How a file can be named for somebody. */
export type AccessKind = 'person' | 'function' | 'unit';

/** Somebody named for a file. */
export interface Named {
  readonly kind: AccessKind;
  readonly grantee: string;
  readonly writes: boolean;
}

/** Those who could still write in a file at this level: on a sealed one a named unit counts for nothing. */
export function writersAt(level: number, named: readonly Named[]): readonly Named[] {
  return named.filter(({ writes, kind }) => writes && (level < 2 || kind !== 'unit'));
}

/** May the level be set? Nobody seals a file from everybody, and nobody unseals alone. */
export function mayProtect(now: number, wanted: number, named: readonly Named[]): Refusal | undefined {
  if (now === wanted) return new Refusal('conflict', 'records.nothing-changed');
  if (now === 2) return new Refusal('conflict', 'records.protect.needs-two');
  if (wanted > 0 && writersAt(wanted, named).length === 0) {
    const reason = wanted === 2 ? 'records.protect.nobody-named-personally' : 'records.protect.nobody-named';
    return new Refusal('invalid', reason, {}, { level: reason });
  }
  return undefined;
}

/** May unsealing be asked for? */
export function mayRequestUnsealing(now: number, pending: boolean): Refusal | undefined {
  if (now !== 2) return new Refusal('conflict', 'records.unseal.not-sealed');
  return pending ? new Refusal('conflict', 'records.unseal.asked-already') : undefined;
}

/** May somebody be named for this file? */
export function mayName(
  level: number,
  wanted: Named,
  { known, before }: { readonly known: boolean; readonly before: Named | undefined },
): Refusal | undefined {
  if (!known) return new Refusal('invalid', 'records.name.unknown', {}, { grantee: 'records.name.unknown' });
  if (level === 2 && wanted.kind === 'unit') return new Refusal('conflict', 'records.name.unit-on-sealed');
  if (before?.writes === wanted.writes) return new Refusal('conflict', 'records.nothing-changed');
  return undefined;
}

/** May this be taken away? Somebody must be left who can write in a protected file. */
export function mayUnname(level: number, named: readonly Named[], gone: Pick<Named, 'kind' | 'grantee'>): Refusal | undefined {
  const left = named.filter(({ kind, grantee }) => kind !== gone.kind || grantee !== gone.grantee);
  if (left.length === named.length) return new Refusal('not-found', 'records.name.not-named');
  if (level > 0 && writersAt(level, left).length === 0) return new Refusal('conflict', 'records.name.last-writer');
  return undefined;
}
