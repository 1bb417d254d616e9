// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** z.d.A. verfügt: how long the case is kept is fixed, and why. */
export interface CaseFiled extends Event {
  readonly type: 'records.case-filed';
  readonly file: string;
  readonly facts: {
    readonly filedOn: string;
    readonly years: number | null;
    readonly retainUntil: string | null;
    readonly permanent: boolean;
    readonly disposal: string;
    readonly retentionFrom: string;
    readonly disposalFrom: string | null;
  };
}
