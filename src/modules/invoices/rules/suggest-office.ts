// SPDX-License-Identifier: EUPL-1.2
import type { Cells } from './lists.ts';
import type { Match } from './match.ts';
import { supplierKey } from './number-key.ts';

/** Why an office is suggested. */
export type SuggestionReason = 'order' | 'contract' | 'fine-part' | 'supplier-rule' | 'history';

/** An office by its code, and why. */
export interface Suggestion {
  readonly unit: string;
  readonly reason: SuggestionReason;
  readonly detail: string;
}

/** What is known when somebody assigns. */
export interface AssignmentFacts {
  readonly buyerReference: string;
  readonly sellerKey: string;
  readonly matches: readonly Match[];
  readonly routing: readonly Cells[];
  /** Code of the office that the supplier's last invoice was assigned to. */
  readonly lastUnit: string | undefined;
}

/** The first that applies, surest first: order, contract, fine part of the Leitweg-ID, supplier's rule, the supplier's last invoice. */
export function suggestOffice(facts: AssignmentFacts): Suggestion | undefined {
  for (const by of ['order', 'contract'] as const) {
    const match = facts.matches.find((one) => one.by === by);
    if (match && 'cells' in match) return { unit: match.cells['unit'] ?? '', reason: by, detail: match.cells['number'] ?? '' };
  }
  const fine = finePart(facts.buyerReference);
  const routed = facts.routing.find(({ by, value = '' }) => by === 'fine-part' && fine !== '' && value.toLowerCase() === fine);
  if (routed) return { unit: routed['unit'] ?? '', reason: 'fine-part', detail: fine };
  const ruled = facts.routing.find(
    ({ by, value = '' }) => by === 'supplier' && facts.sellerKey !== '' && supplierKey(value) === facts.sellerKey,
  );
  if (ruled) return { unit: ruled['unit'] ?? '', reason: 'supplier-rule', detail: ruled['value'] ?? '' };
  return facts.lastUnit === undefined ? undefined : { unit: facts.lastUnit, reason: 'history', detail: '' };
}

/** `04011000-1234512345-06` → `1234512345`: between the coarse part and the check digits; empty when there is none. */
export function finePart(leitwegId: string): string {
  const parts = leitwegId.trim().toLowerCase().split('-');
  return parts.length === 3 ? (parts[1] ?? '') : '';
}
