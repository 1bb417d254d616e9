// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** What a version consists of. */
export interface VersionFacts {
  readonly version: string;
  readonly no: number;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly note: string;
}

/** Dokument registriert, mit seiner ersten Version; `content` of the header is the content's SHA-256. */
export interface DocumentRegistered extends Event {
  readonly type: 'records.document-registered';
  readonly file: string;
  readonly content: string;
  readonly facts: {
    readonly case: string;
    readonly no: number;
    readonly title: string;
    readonly kind: string;
    readonly direction: 'in' | 'out' | 'internal';
    readonly state: 'registered' | 'draft';
    readonly datedOn: string | null;
    readonly receivedOn: string | null;
    readonly parent: string | null;
    readonly messageKey: string;
    readonly upload: string;
    readonly version: { readonly [K in keyof VersionFacts]: VersionFacts[K] };
  };
}
