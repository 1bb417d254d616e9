// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { VersionFacts } from './document-registered.ts';

/** Neue Version; war das Dokument schon schlussgezeichnet, beginnt eine neue Zeichnungsrunde. */
export interface VersionAdded extends Event {
  readonly type: 'records.version-added';
  readonly file: string;
  readonly content: string;
  readonly facts: {
    readonly upload: string;
    readonly newRound: boolean;
    readonly version: { readonly [K in keyof VersionFacts]: VersionFacts[K] };
  };
}
