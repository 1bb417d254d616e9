// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Dokument vernichtet: `content` is empty, nothing is left of it. */
export interface DocumentDestroyed extends Event {
  readonly type: 'records.document-destroyed';
  readonly file: string;
  readonly content: '';
  readonly facts: { readonly no: number };
}

/** Vorgang vernichtet: reference and dates stay, and why it was lawful. */
export interface CaseDestroyed extends Event {
  readonly type: 'records.case-destroyed';
  readonly file: string;
  readonly content: '';
  readonly facts: {
    readonly reference: string;
    readonly documents: number;
    readonly retainUntil: string;
    /** Code and words of the lawful reason, and under which act it was released, `kind:uuid`. */
    readonly code: string;
    readonly basis: string;
    readonly act: string;
    readonly day: string;
  };
}

/** Akte vernichtet, with its last case. */
export interface FileDestroyed extends Event {
  readonly type: 'records.file-destroyed';
  readonly file: string;
  readonly content: '';
  readonly facts: { readonly day: string };
}
