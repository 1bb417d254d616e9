// SPDX-License-Identifier: EUPL-1.2
import type { Detected } from './detect-type.ts';
import type { Hazard } from './hazards.ts';
import type { ContentKind } from './media-types.ts';

/** Why a file is not taken in; a key for the texts room. */
export type AdmitRefusal =
  | 'empty'
  | 'executable'
  | 'too-large'
  | 'type-not-allowed'
  | 'polyglot'
  | 'archive-bomb'
  | 'unsafe-archive'
  | 'deceptive-name'
  | 'macros'
  | 'encrypted';

/** What a purpose (a clerk's file, a citizen's form) allows. */
export type AdmitLimits = { maxBytes: number; kinds: ReadonlySet<ContentKind>; refused: ReadonlySet<Hazard> };

/** The decision: taken in (with what to warn about), or the reason why not. */
export type Admission = { ok: true; warnings: Hazard[] } | { ok: false; reason: AdmitRefusal };

const REASONS: Partial<Record<Hazard, AdmitRefusal>> = {
  executable: 'executable',
  'script-name': 'executable',
  'deceptive-name': 'deceptive-name',
  'polyglot-zip': 'polyglot',
  'polyglot-html': 'polyglot',
  'polyglot-pdf': 'polyglot',
  'zip-bomb': 'archive-bomb',
  'zip-slip': 'unsafe-archive',
  symlink: 'unsafe-archive',
  macros: 'macros',
  encrypted: 'encrypted',
};

const NEVER: readonly Hazard[] = [
  'executable',
  'script-name',
  'deceptive-name',
  'polyglot-zip',
  'polyglot-html',
  'polyglot-pdf',
  'zip-bomb',
  'zip-slip',
  'symlink',
];

/** For clerks: everything that can be evidence, also unreadable or locked; never what starts by itself or pretends to be two things. */
export const CLERK_LIMITS: AdmitLimits = {
  maxBytes: 2 * 1024 ** 3,
  kinds: new Set(['document', 'image', 'mail', 'sheet', 'archive', 'markup', 'unknown']),
  refused: new Set(NEVER),
};

/** For citizens' forms: what a clerk can look at without any further program. */
export const CITIZEN_LIMITS: AdmitLimits = {
  maxBytes: 50 * 1024 ** 2,
  kinds: new Set(['document', 'image', 'mail', 'sheet']),
  refused: new Set<Hazard>([...NEVER, 'macros', 'encrypted']),
};

/** Decides whether a detected file of that size may be taken in; pure, so that the page can say it before the upload ends. */
export function admit(detected: Detected, size: number, limits: AdmitLimits): Admission {
  if (size === 0) return { ok: false, reason: 'empty' };
  const hostile = detected.hazards.find((hazard) => limits.refused.has(hazard));
  if (hostile) return { ok: false, reason: REASONS[hostile] ?? 'type-not-allowed' };
  if (!limits.kinds.has(detected.kind)) return { ok: false, reason: 'type-not-allowed' };
  if (size > limits.maxBytes) return { ok: false, reason: 'too-large' };
  return { ok: true, warnings: detected.hazards };
}
