// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** What holds for one case; without names and free text. */
export type RetentionFacts = {
  readonly planUnit: string;
  readonly reference: string;
  readonly sortKey: string;
  readonly fileReference: string;
  readonly startedOn: string;
  readonly filedOn: string;
  readonly fileClosedOn: string | null;
  readonly rule: string | null;
  readonly fromUnit: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly start: string;
  readonly startOn: string | null;
  readonly until: string | null;
  readonly disposal: string;
  /** Why the end moved; null when the case is new here. */
  readonly why: 'rule' | 'event' | 'file' | null;
  readonly day: string;
};

/** Aufbewahrung berechnet: until when a filed case is kept, and by which rule. */
export interface RetentionSet extends Event {
  readonly type: 'disposal.retention-set';
  readonly file: string;
  readonly unit: string;
  readonly facts: RetentionFacts;
}

/** Aufbewahrung offen: the case was reopened, its period begins anew when it is filed again. */
export interface RetentionEnded extends Event {
  readonly type: 'disposal.retention-ended';
  readonly file: string;
  readonly facts: { readonly reopened: true };
}

/** Fristereignis eingetragen: the day a period begins with. */
export interface StartEventEntered extends Event {
  readonly type: 'disposal.start-event-entered';
  readonly file: string;
  readonly facts: { readonly kind: string; readonly onDate: string; readonly note: string };
}
