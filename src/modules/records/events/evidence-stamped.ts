// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Zeitstempel erhalten: an authority outside has signed that the tree existed. `token` in Base64. */
export interface EvidenceStamped extends Event {
  readonly type: 'records.evidence-stamped';
  readonly facts: {
    readonly chain: number;
    readonly no: number;
    readonly at: string;
    readonly authority: string;
    readonly validUntil: string;
    readonly keyKind: string;
    readonly keyBits: number;
    readonly token: string;
  };
}
