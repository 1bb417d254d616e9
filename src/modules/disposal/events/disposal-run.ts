// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Aussonderung zusammengestellt: which due cases are to be destroyed or offered. */
export interface RunDrafted extends Event {
  readonly type: 'disposal.run-drafted';
  readonly unit: string;
  readonly facts: {
    readonly no: number;
    readonly kind: 'destruction' | 'transfer';
    readonly cases: readonly string[];
    readonly note: string;
    readonly day: string;
  };
}

/** Vorgang aus der Aussonderung genommen: it stays where it is. */
export interface CaseTakenOut extends Event {
  readonly type: 'disposal.case-taken-out';
  readonly file: string;
  readonly facts: { readonly run: string; readonly reason: string };
}

/** Vernichtung freigegeben, by one of two people. */
export interface RunReleased extends Event {
  readonly type: 'disposal.run-released';
  readonly unit: string;
  readonly facts: {
    readonly person: string;
    readonly represented: string | null;
    readonly code: string;
    readonly cases: number;
    /** This was the second release: the destruction begins. */
    readonly complete: boolean;
    readonly day: string;
  };
}

/** Aussonderung aufgegeben. */
export interface RunCancelled extends Event {
  readonly type: 'disposal.run-cancelled';
  readonly unit: string;
  readonly facts: { readonly reason: string };
}

/** Aussonderung erledigt. */
export interface RunFinished extends Event {
  readonly type: 'disposal.run-finished';
  readonly unit: string;
  readonly facts: { readonly destroyed: number; readonly left: number; readonly day: string };
}

/** Vernichtungsvermerk geschrieben: what stays of the case. */
export interface TombstoneSet extends Event {
  readonly type: 'disposal.tombstone-set';
  readonly file: string;
  readonly unit: string;
  readonly facts: {
    readonly run: string;
    readonly reference: string;
    readonly until: string;
    readonly basis: string;
    readonly code: string;
    readonly documents: number;
    readonly day: string;
    readonly backupsUntil: string;
  };
}
