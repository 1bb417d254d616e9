// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Erneuerung begonnen: a new stamp over the old one, or over a new tree, is asked for. Digests in hexadecimal. */
export interface EvidenceRenewed extends Event {
  readonly type: 'records.evidence-renewed';
  readonly facts: {
    readonly kind: 'stamp' | 'tree';
    readonly chain: number;
    readonly no: number;
    readonly digest: string;
    readonly root: string;
    readonly beside: string;
  };
}
