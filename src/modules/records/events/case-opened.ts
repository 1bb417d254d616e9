// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorgang eröffnet: as a draft without number, or registered with its reference. */
export interface CaseOpened extends Event {
  readonly type: 'records.case-opened';
  readonly file: string;
  readonly facts: {
    readonly draft: boolean;
    readonly no: number | null;
    readonly reference: string | null;
    readonly sortKey: string;
    readonly subject: string;
    readonly subSubject: string;
    readonly foreignReference: string;
    readonly leadUnit: string;
    readonly startedOn: string;
  };
}
