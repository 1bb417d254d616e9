// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Geheimhaltung des Dokuments gesetzt; the file's grade rises with it. */
export interface DocumentClassified extends Event {
  readonly type: 'records.document-classified';
  readonly file: string;
  readonly facts: {
    readonly from: string;
    readonly to: string;
    readonly fileFrom: string;
    readonly fileTo: string;
    readonly reason: string;
  };
}
