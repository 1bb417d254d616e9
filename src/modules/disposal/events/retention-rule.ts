// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Aufbewahrungsregel vorgeschlagen: nothing changes yet. */
export interface RuleProposed extends Event {
  readonly type: 'disposal.rule-proposed';
  readonly facts: {
    readonly planUnit: string;
    readonly years: number | null;
    readonly permanent: boolean;
    readonly start: string;
    readonly disposal: string | null;
    readonly basis: string;
    readonly reason: string;
    readonly shortens: boolean;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly proposedBy: string;
    readonly represented: string | null;
  };
}

/** Freigegeben by a second person; `content` is the SHA-256 of the simulation that they saw. */
export interface RuleReleased extends Event {
  readonly type: 'disposal.rule-released';
  readonly content: string;
  readonly facts: {
    readonly planUnit: string;
    readonly validFrom: string;
    readonly releasedBy: string;
    readonly moves: number;
    readonly earlier: number;
  };
}

/** Vorschlag zurückgezogen oder abgelehnt. */
export interface RuleWithdrawn extends Event {
  readonly type: 'disposal.rule-withdrawn';
  readonly facts: { readonly reason: string };
}

/** Bestand nach einer Regel neu berechnet: how many ends moved; which ones stands in the explanation of each case. */
export interface StockMoved extends Event {
  readonly type: 'disposal.stock-moved';
  readonly facts: {
    readonly moved: number;
    readonly later: number;
    readonly earlier: number;
    readonly open: number;
    readonly day: string;
    readonly units: readonly string[];
    /** Nothing is left to move. */
    readonly last: boolean;
  };
}
