// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Schlusszeichnung: the document is final in exactly this version; `content` is its SHA-256. */
export interface DocumentSignedOff extends Event {
  readonly type: 'records.document-signed-off';
  readonly file: string;
  readonly content: string;
  readonly facts: { readonly version: number };
}
