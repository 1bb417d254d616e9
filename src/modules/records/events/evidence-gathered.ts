// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Beweissicherung begonnen: the digests of what was filed stand in one tree, whose root waits for its time stamp. */
export interface EvidenceGathered extends Event {
  readonly type: 'records.evidence-gathered';
  readonly facts: {
    readonly no: number;
    readonly filedFrom: string;
    readonly filedUntil: string;
    readonly documents: number;
    readonly root: string;
  };
}
