// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Entsiegelung beantragt: a second person decides. */
export interface UnsealingRequested extends Event {
  readonly type: 'records.unsealing-requested';
  readonly file: string;
  readonly facts: {
    readonly request: string;
    readonly reference: string;
    readonly leadUnit: string;
    readonly toLevel: number;
    readonly reason: string;
    readonly requestedBy: string;
    readonly represented: string | null;
  };
}

/** Entsiegelung abgelehnt oder zurückgenommen. */
export interface UnsealingDeclined extends Event {
  readonly type: 'records.unsealing-declined';
  readonly file: string;
  readonly facts: { readonly request: string; readonly reason: string };
}

/** Akte entsiegelt, released by a second person. */
export interface FileUnsealed extends Event {
  readonly type: 'records.file-unsealed';
  readonly file: string;
  readonly facts: { readonly request: string; readonly toLevel: number; readonly reason: string; readonly requestedBy: string };
}
